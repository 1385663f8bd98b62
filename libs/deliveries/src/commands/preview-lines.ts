import { EventStore } from '@kull/event-store';
import { ClassDirectory, type ClassPlan } from '@kull/teaching/contracts';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ChangedLine, changedLines, type NextOfLine, nextLines } from '../domain/changed-lines';
import type { DeliverableCertificate } from '../domain/deliverable';
import { dueLines } from '../domain/due-lines';
import { feed, feedId } from '../domain/feed';
import { type Feed, lineKey } from '../domain/feed.state';
import { prepareBatch } from '../domain/prepare-batch';
import { type CertificateChange, withChanges } from '../domain/version-of';
import { DeliverableQueries } from '../read-models/deliverable.query';
import { Candidates } from './candidates';
import { registeredApproval } from './registered-approval';

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
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
    private readonly certificates: DeliverableQueries,
    private readonly candidates: Candidates,
  ) {}

  async execute({ classId, changes, pending }: PreviewLines): Promise<readonly ChangedLine[]> {
    const plan = (await this.classes.find(classId))?.plan;
    if (!plan?.course?.recipient) return [];
    const id = feedId(plan.course.organiser.orgNumber, plan.course.recipient.orgNumber);
    const { state } = await this.events.load(feed, id);
    const without = withChanges(await this.certificates.ofClass(classId), pending);
    return changedLines(
      await this.next(state, plan, classId, without),
      await this.next(state, plan, classId, withChanges(without, changes)),
      (number, lineNo) => deliveredIn(state, number, lineNo),
    );
  }

  private async next(
    state: Feed,
    plan: ClassPlan,
    classId: string,
    certificates: readonly DeliverableCertificate[],
  ): Promise<readonly NextOfLine[]> {
    const due = dueLines(certificates, (number, lineNo) => deliveredIn(state, number, lineNo));
    const candidates = await this.candidates.of(classId, due, certificates);
    return nextLines(prepareBatch(state, candidates, registeredApproval(plan)));
  }
}

const deliveredIn = ({ delivered }: Feed, number: string, lineNo: number) => {
  const line = delivered.get(lineKey({ number, lineNo }));
  return line && { action: line.action, version: line.version, points: line.points };
};
