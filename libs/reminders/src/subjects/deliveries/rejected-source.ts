import { type SentLineRef, type SentLineState, SentLines } from '@kull/deliveries/contracts/lines';
import type { Recorded } from '@kull/event-store/contracts';
import { ClassList, type ListedClass } from '@kull/teaching/contracts/classes';
import { Injectable } from '@nestjs/common';
import type { OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { EventSource } from '../../event-source';
import type { Standing } from '../../occasion-source';
import { validUntil } from '../due-times';
import type { RejectedFacts } from './rejected-texts';

/** `<batch>.<certificate number>.<line>`. */
const aboutLine = ({ batchId, number, lineNo }: SentLineRef): string => `${batchId}.${number}.${lineNo}`;

const refOf = ({ about }: Pick<OccasionName, 'about'>): SentLineRef => {
  const [batchId, number, lineNo] = about.split('.') as [string, string, string];
  return { batchId, number, lineNo: Number(lineNo) };
};

const standingOf = (plan: Plan, line: SentLineState | undefined, of: ListedClass | undefined): Standing => {
  if (!line?.rejected || of?.plan.programme.code !== plan.programmeCode) return { cancelled: 'SWITCHED_OFF' };
  if (line.state !== 'REJECTED' || line.isOvertaken) return { cancelled: 'SETTLED' };
  const { number, classCode, batchSeq, version, rejected } = line;
  const facts: RejectedFacts = { number, classCode, batchSeq, code: rejected.code };
  return {
    stands: {
      subject: 'LINES_REJECTED',
      recipient: { kind: 'office' },
      about: aboutLine(line),
      step: 'ONCE',
      version: String(version),
      programmeCode: plan.programmeCode,
      dueAt: rejected.at,
      validUntil: validUntil(plan, rejected.at),
      facts,
    },
  };
};

/** Lines that the association rejected: told to the office when the receipt comes in. */
@Injectable()
export class RejectedLines implements EventSource {
  readonly subject = 'LINES_REJECTED';

  constructor(
    private readonly lines: SentLines,
    private readonly classes: ClassList,
  ) {}

  /** Nobody knows before the receipt comes in. */
  async between() {
    return [];
  }

  async fromEvent(plan: Plan, { data }: Recorded) {
    const [standing] = await this.ofLines(plan, [data as SentLineRef]);
    return standing && 'stands' in standing ? [standing.stands] : [];
  }

  standing(plan: Plan, names: readonly OccasionName[]): Promise<readonly Standing[]> {
    return this.ofLines(plan, names.map(refOf));
  }

  private async ofLines(plan: Plan, refs: readonly SentLineRef[]): Promise<readonly Standing[]> {
    const lines = new Map((await this.lines.named(refs)).map((line) => [aboutLine(line), line] as const));
    const classes = await this.classes.named([...lines.values()].map(({ classId }) => classId));
    return refs.map((ref) => {
      const line = lines.get(aboutLine(ref));
      const of = classes.find(({ classId }) => classId === line?.classId);
      return standingOf(plan, line, of);
    });
  }
}
