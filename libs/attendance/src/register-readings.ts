import { type AsOf, EventStore, type Recorded, type Sealed } from '@kull/event-store';
import { fold, isRejected } from '@kull/kernel';
import { People } from '@kull/people';
import type { Session } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import { registerIdOf } from './domain/ids';
import { register } from './domain/register';
import type { RegisterEvent } from './domain/register.events';
import type { OpenRegister, Register } from './domain/register.state';
import { type Conflict, conflictIn } from './domain/register-view';
import { openingOf, Registers } from './registers';
import { type ClassRoll, Rolls, sessionsOf } from './rolls';
import { changeReasonPurpose } from './session-registers';

/** The register of a session as it is, or was; `register` absent: nobody had opened it, nor would anybody be expected. */
export interface SessionReading {
  readonly session: Session;
  readonly isOpened: boolean;
  readonly register?: OpenRegister;
}

/** One register with what was written about its changes, by the id of the ruling. */
export interface RegisterReading extends SessionReading {
  readonly roll: ClassRoll;
  readonly reasons: ReadonlyMap<string, string>;
}

type RegisterFact = { [E in RegisterEvent as E['type']]: Recorded<E> }[RegisterEvent['type']];

/** Reads registers, each with who is expected by now although nobody has marked anybody since they came. */
@Injectable()
export class RegisterReadings {
  constructor(
    private readonly events: EventStore,
    private readonly rolls: Rolls,
    private readonly registers: Registers,
    private readonly people: People,
  ) {}

  /**
   * The registers of all sessions of the class, or of those of these codes, in order of time; undefined when there is no
   * such class.
   */
  async ofClass(
    classId: string,
    asOf?: AsOf,
    codes?: ReadonlySet<string>,
  ): Promise<readonly SessionReading[] | undefined> {
    const roll = await this.rolls.of(classId);
    if (!roll) return undefined;
    const sessions = sessionsOf(roll.planned).filter(({ code }) => !codes || codes.has(code));
    const opened = await this.registers.opened(
      classId,
      sessions.map(({ code }) => code),
      asOf,
    );
    return sessions.map((session) => {
      const found = opened.get(session.code);
      const register = asOf ? found : inStep(roll, session, found);
      return { session, isOpened: found !== undefined, ...(register && { register }) };
    });
  }

  /** The register of one session; undefined when there is no such class or session. */
  async ofSession(classId: string, code: string, asOf?: AsOf): Promise<RegisterReading | undefined> {
    const roll = await this.rolls.of(classId);
    const session = roll && sessionsOf(roll.planned).find((one) => one.code === code);
    if (!roll || !session) return undefined;
    const stream = `${register.category}-${registerIdOf(classId, code)}`;
    const events = ((await this.events.readStreams([stream], asOf)).get(stream) ?? []) as readonly RegisterFact[];
    const state = fold(register, events);
    const found = state.status === 'unopened' ? undefined : state;
    const read = asOf ? found : inStep(roll, session, found);
    const reasons = await this.reasonsIn(events);
    return { roll, session, isOpened: found !== undefined, ...(read && { register: read }), reasons };
  }

  /** What is to be settled in the class, in order of time and student number; undefined when there is no such class. */
  async conflicts(classId: string): Promise<readonly Conflict[] | undefined> {
    const readings = await this.ofClass(classId);
    return readings?.flatMap(({ session, register: read }) =>
      [...(read?.records ?? [])]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([studentNo, record]) => conflictIn(session, studentNo, record) ?? []),
    );
  }

  private async reasonsIn(events: readonly RegisterFact[]): Promise<ReadonlyMap<string, string>> {
    const written = events.flatMap((event): { id: string; sealed: Sealed }[] => {
      const sealed = event.metadata.reason;
      const id = rulingIn(event);
      return sealed && id ? [{ id, sealed }] : [];
    });
    const texts = await this.people.open<string>(
      written.map(({ sealed }) => ({ sealed, purpose: changeReasonPurpose })),
    );
    return new Map(
      written.flatMap(({ id }, i) => {
        const text = texts[i];
        return text === undefined ? [] : [[id, text] as const];
      }),
    );
  }
}

/** A change by hand or a settlement has its reason here; a correction of the credits has it sealed for them. */
const rulingIn = ({ type, data }: RegisterFact): string | undefined => {
  if (type === 'AttendanceConflictSettled') return data.settlementId;
  return type === 'AttendanceCorrected' && data.reasonClass ? data.correctionId : undefined;
};

/** The register as the next mark would find it. */
const inStep = (roll: ClassRoll, session: Session, found: OpenRegister | undefined): OpenRegister | undefined => {
  const from: Register = found ?? { status: 'unopened' };
  const decision = register.decide(from, openingOf(roll, session));
  const state = isRejected(decision) ? from : fold(register, decision.events, from);
  return state.status === 'unopened' ? undefined : state;
};
