import { Clock } from '@kull/kernel';
import { ClassDirectory } from '@kull/teaching/contracts';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ChangedLine, changedLines, nextLines } from '../domain/changed-lines';
import { baseOf } from '../domain/feed.state';
import { lineKey } from '../domain/line-map';
import { owedLines } from '../domain/owed-lines';
import { type CertificateChange, withChanges } from '../domain/version-of';
import { type FeedPlan, FeedPlanner } from './feed-planner';

/**
 * What changes of a class's certificates mean for its next delivery: prepared and validated twice, without them and with
 * them, on what has left. Nothing is stored.
 */
export class PreviewLines extends Query<readonly ChangedLine[]> {
  /** @param pending what happens to the certificates whether or not the changes come to pass */
  constructor(
    readonly classId: string,
    readonly changes: readonly CertificateChange[],
    readonly pending: readonly CertificateChange[],
  ) {
    super();
  }
}

@QueryHandler(PreviewLines)
export class PreviewLinesHandler implements IQueryHandler<PreviewLines> {
  constructor(
    private readonly classes: ClassDirectory,
    private readonly planner: FeedPlanner,
    private readonly clock: Clock,
  ) {}

  async execute({ classId, changes, pending }: PreviewLines): Promise<readonly ChangedLine[]> {
    const course = (await this.classes.find(classId))?.plan.course;
    if (!course?.recipient) return [];
    const scope = {
      organiserOrgNumber: course.organiser.orgNumber,
      recipientOrgNumber: course.recipient.orgNumber,
      classIds: [classId],
    };
    const planned = (happens: readonly CertificateChange[]): Promise<FeedPlan> =>
      this.planner.plan(scope, undefined, undefined, (certificates) => withChanges(certificates, happens));
    const without = await planned(pending);
    const plan = await planned([...pending, ...changes]);
    return changedLines(nextLines(without.prepared), nextLines(plan.prepared), this.circumstances(plan));
  }

  private circumstances({ state, certificates }: FeedPlan) {
    const { awaitComment } = owedLines(state, certificates, this.clock.now());
    const waits = new Map(
      awaitComment.map(
        ({ line: { number, line }, until }) => [lineKey({ number, lineNo: line.lineNo }), until] as const,
      ),
    );
    return (number: string, lineNo: number): Pick<ChangedLine, 'delivered' | 'waitsUntil'> => {
      const base = baseOf(state, { number, lineNo });
      const waitsUntil = waits.get(lineKey({ number, lineNo }));
      return {
        ...(base && { delivered: { action: base.action, version: base.version, points: base.points } }),
        ...(waitsUntil !== undefined && { waitsUntil }),
      };
    };
  }
}
