import { type AsOf, type CommandContext, EventStore, type Order, type Recorded } from '@kull/event-store';
import { fold, type Instant, instantInOslo, isRejected, uuidOf } from '@kull/kernel';
import { ClassDirectory, type ClassPlan, doorsOpenAt, type Session } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import { ClassRegisters, type HoursCorrection } from './contracts';
import { type CountedSession, countSessions, datedOf } from './domain/counted-sessions';
import { expectedAt } from './domain/expected';
import { registerIdOf } from './domain/ids';
import { register } from './domain/register';
import type { OpenSession } from './domain/register.commands';
import type { RegisterEvent } from './domain/register.events';
import type { OpenRegister, Presence } from './domain/register.state';
import { type ClassRoll, Rolls, sessionsOf } from './rolls';

export type { CountedSession } from './domain/counted-sessions';

/** What opens a session's register, or brings it in step with who is expected and when. */
export const openingOf = (roll: ClassRoll, session: Session): OpenSession => {
  const { code, startsAt, halfHours } = session;
  const expected = expectedAt(session, roll);
  return { type: 'OpenSession', data: { classId: roll.classId, session: code, startsAt, halfHours, expected } };
};

/** The registers of a class, one per session: kept in step with the class, counted, locked. */
@Injectable()
export class Registers extends ClassRegisters {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
    private readonly rolls: Rolls,
  ) {
    super();
  }

  /**
   * Opens what is not open yet, and expects who belongs there now; by session code. Only the registers of the sessions
   * named, or all.
   */
  async sync(
    roll: ClassRoll,
    context: CommandContext,
    only?: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, OpenRegister>> {
    const commands = sessionsOf(roll.planned)
      .filter(({ code }) => only?.has(code) ?? true)
      .map((session) => openingOf(roll, session));
    const ids = commands.map(({ data }) => registerIdOf(roll.classId, data.session));
    const loaded = await this.events.loadEach(register, ids);
    const orders = commands.flatMap((command, i) => {
      const { state, version } = loaded[i]!;
      const decision = register.decide(state, command);
      if (!isRejected(decision) && decision.events.length === 0) return [];
      const { startsAt, halfHours, expected } = command.data;
      const id = ids[i]!;
      const commandId = uuidOf('OpenSession', id, version, startsAt, halfHours, ...expected);
      const occurredAt = version === 0 ? opensAt(roll.planned.plan, startsAt) : earlier(context.occurredAt, startsAt);
      return [{ decider: register, id, command, commandId, occurredAt }];
    });
    for (const outcome of await this.events.executeEach(orders, context))
      if ('rejected' in outcome)
        throw new Error(`a register of ${roll.planned.plan.code} was refused: ${outcome.rejected.code}`);
    return this.opened(
      roll.classId,
      commands.map(({ data }) => data.session),
    );
  }

  /** The registers of these sessions that are open, by session code: now, or as they were known and true. */
  async opened(classId: string, sessions: readonly string[], asOf?: AsOf): Promise<ReadonlyMap<string, OpenRegister>> {
    return (await this.openedIn([classId], sessions, asOf)).get(classId)!;
  }

  async lock(classId: string, context: CommandContext): Promise<void> {
    const roll = await this.rolls.of(classId);
    if (!roll) return;
    await this.sync(roll, context);
    const orders = sessionsOf(roll.planned).map(({ code }) => {
      const id = registerIdOf(classId, code);
      const command = { type: 'LockAttendance', data: {} };
      return { decider: register, id, command, commandId: uuidOf('LockAttendance', id) };
    });
    await this.events.executeEach(orders, context);
  }

  /**
   * Every session of the class's plan as it counts for each of its students, by student number, in order of time; in
   * whichever class it was attended (I-27, W16). With `asOf`, the registers as they were known and true, of who is in
   * the class now.
   * @param also what would happen in registers, after all that is stored
   */
  async countedSessions(
    classId: string,
    asOf?: AsOf,
    also: readonly Recorded[] = [],
  ): Promise<ReadonlyMap<string, readonly CountedSession[]>> {
    const planned = await this.classes.find(classId);
    if (!planned) return new Map();
    const members = await this.classes.members(classId);
    const sessions = sessionsOf(planned).map(datedOf);
    const others = members.flatMap(({ attendedIn }) => attendedIn.map((one) => one.classId));
    const registers = await this.openedIn(
      [classId, ...new Set(others)],
      sessions.map(({ code }) => code),
      asOf,
      also,
    );
    const registerOf = (id: string, code: string): OpenRegister | undefined => registers.get(id)?.get(code);
    return new Map(
      members.map(({ student: { studentNo }, periods, attendedIn }) => {
        const student = { studentNo, periods, attendedIn };
        return [studentNo, countSessions(classId, sessions, student, registerOf)] as const;
      }),
    );
  }

  async presences(classId: string): Promise<ReadonlyMap<string, readonly Presence[]>> {
    const counted = await this.countedSessions(classId);
    return new Map([...counted].map(([studentNo, sessions]) => [studentNo, sessions.map(presenceIn)] as const));
  }

  corrections({ classId, studentNo, hours, correctionId, recordedBy, at }: HoursCorrection): readonly Order[] {
    return hours.map(({ session, halfHours }) => {
      const id = registerIdOf(classId, session);
      const data = { studentNo, halfHours, correctionId, correctedBy: recordedBy, correctedAt: at };
      return {
        decider: register,
        id,
        command: { type: 'CorrectAttendance', data },
        commandId: uuidOf('CorrectAttendance', id, studentNo, correctionId),
      };
    });
  }

  /** By class and session code. */
  private async openedIn(
    classIds: readonly string[],
    sessions: readonly string[],
    asOf?: AsOf,
    also: readonly Recorded[] = [],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, OpenRegister>>> {
    const ids = classIds.flatMap((classId) => sessions.map((code) => registerIdOf(classId, code)));
    const loaded = await (asOf ? this.events.loadAsOf(register, ids, asOf) : this.events.loadEach(register, ids));
    const states = loaded.map(({ state }, i) => fold(register, eventsOf(ids[i]!, also), state));
    return new Map(
      classIds.map((classId, i) => {
        const own = states.slice(i * sessions.length, (i + 1) * sessions.length);
        const opened = own.flatMap((state) => (state.status === 'unopened' ? [] : [[state.session, state] as const]));
        return [classId, new Map(opened)] as const;
      }),
    );
  }
}

const eventsOf = (registerId: string, events: readonly Recorded[]): readonly RegisterEvent[] =>
  events
    .filter(({ stream }) => stream === `${register.category}-${registerId}`)
    .map(({ type, data }) => ({ type, data }) as RegisterEvent);

/** A register is ready before the class begins. */
const opensAt = ({ startsOn }: ClassPlan, startsAt: Instant): Instant =>
  startsOn === undefined ? startsAt : instantInOslo(startsOn);

/** Who is expected is known before the doors open, however late it was written down. */
const earlier = (now: Instant, startsAt: Instant): Instant => {
  const doorsOpen = doorsOpenAt(startsAt);
  return now < doorsOpen ? now : doorsOpen;
};

const presenceIn = ({ session, attended, by, at }: CountedSession): Presence => ({
  session,
  halfHours: attended,
  ...(by !== undefined && { by }),
  ...(at !== undefined && { at }),
});
