import type { CommandContext } from '@kull/event-store';
import type { Rejection } from '@kull/kernel';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { occasionOf, sessionOf } from '../domain/at-door';
import type { DoorDecision, DoorRefusal } from '../domain/door-decision';
import type { GivenMark } from '../domain/mark';
import type { MarkAnswer, MarkCode } from '../domain/mark-answers';
import { Door, type StudentAtDoor } from '../door';
import { RecordMarks } from './record-marks';

/** One code that a device read. The id is the device's own: the same scan sent twice is one. */
export interface DoorScan {
  readonly id: string;
  readonly session: string;
  readonly code: string;
  /** By the device's clock. */
  readonly observedAt: string;
}

/** What became of one scan. `class`: where the student belongs. */
export type ScanAnswer =
  | { readonly id: string; readonly status: 'recorded' | 'unchanged' | 'conflict' }
  | {
      readonly id: string;
      readonly status: 'rejected';
      readonly code: DoorRefusal | MarkCode;
      readonly class?: string;
    };

export type ScanOutcome =
  /** One answer per scan, in the order given. */
  { readonly answers: readonly ScanAnswer[] } | { readonly rejected: Rejection<'CLASS_NOT_PLANNED'> };

/** Who holds the device, and which it is. */
export interface ScannedBy {
  readonly observedBy: string;
  readonly device: string;
}

/** Marks the students whose codes were read at the door as present, each for itself (W14). */
export class ScanAtDoor extends Command<ScanOutcome> {
  constructor(
    readonly classId: string,
    readonly scans: readonly DoorScan[],
    readonly by: ScannedBy,
    readonly context: CommandContext,
  ) {
    super();
  }
}

type Decided = DoorDecision<StudentAtDoor> | { readonly outcome: 'UNKNOWN_SESSION' };

@CommandHandler(ScanAtDoor)
export class ScanAtDoorHandler implements ICommandHandler<ScanAtDoor> {
  constructor(
    private readonly commands: CommandBus,
    private readonly classes: ClassDirectory,
    private readonly door: Door,
  ) {}

  async execute({ classId, scans, by, context }: ScanAtDoor): Promise<ScanOutcome> {
    const decided = await this.decided(classId, scans);
    if (!decided) return { rejected: { code: 'CLASS_NOT_PLANNED' } };
    const marks = scans.flatMap(({ id, session, observedAt }, at): GivenMark[] => {
      const decision = decided[at]!;
      if (decision.outcome !== 'EXPECTED') return [];
      const { studentNo } = decision.student.student;
      return [{ id, session, studentNo, presence: 'PRESENT', observedAt, source: 'DOOR', ...by }];
    });
    const recorded = await this.commands.execute(new RecordMarks(classId, marks, context));
    if ('rejected' in recorded) return recorded;
    const answers = recorded.answers.values();
    return {
      answers: scans.map(({ id }, at): ScanAnswer => {
        const decision = decided[at]!;
        if (decision.outcome === 'EXPECTED') return withClass(answers.next().value!);
        const sentTo = decision.outcome === 'OTHER_CLASS' && { class: decision.class };
        return { id, status: 'rejected', code: decision.outcome, ...sentTo };
      }),
    };
  }

  /** What each code means at its session; undefined when there is no such class. */
  private async decided(classId: string, scans: readonly DoorScan[]): Promise<readonly Decided[] | undefined> {
    const planned = await this.classes.find(classId);
    if (!planned) return undefined;
    const decided = new Map<DoorScan, Decided>();
    for (const code of new Set(scans.map(({ session }) => session))) {
      const session = sessionOf(planned, code);
      if (!session) continue;
      const there = scans.filter((scan) => scan.session === code);
      const codes = there.map((scan) => scan.code);
      const decisions = await this.door.decide(planned.plan, occasionOf(classId, session), codes);
      for (const [at, scan] of there.entries()) decided.set(scan, decisions[at]!);
    }
    return scans.map((scan) => decided.get(scan) ?? { outcome: 'UNKNOWN_SESSION' });
  }
}

/** The answer of the register; where the student belongs, as the door says it. */
const withClass = (answer: MarkAnswer): ScanAnswer =>
  answer.status === 'rejected'
    ? {
        id: answer.id,
        status: 'rejected',
        code: answer.code,
        ...(answer.otherClass && { class: answer.otherClass.code }),
      }
    : answer;
