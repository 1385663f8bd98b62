import { type AsOf, type CommandContext, EventStore, type Order } from '@kull/event-store';
import { type Instant, instantInOslo, uuidOf } from '@kull/kernel';
import { ClassDirectory, type ClassPlan, type Session } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import { ClassRegisters, type HoursCorrection } from './contracts';
import type { CountedSession } from './domain/counted-session';
import { registerIdOf } from './domain/ids';
import { type OpenRegister, type Presence, presenceOf, register } from './domain/register';

const sessionsOf = ({ course }: ClassPlan): readonly Session[] => course?.sessions ?? [];

/** The registers of a class, one per session: opened for its students, read, locked. */
@Injectable()
export class Registers extends ClassRegisters {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
  ) {
    super();
  }

  /** Opens what is not open yet and expects everybody who is enrolled; by session code. */
  async open(classId: string, plan: ClassPlan, context: CommandContext): Promise<ReadonlyMap<string, OpenRegister>> {
    const students = await this.classes.students(classId);
    const expected = students.map(({ studentNo }) => studentNo);
    const orders = sessionsOf(plan).map(({ code, startsAt, halfHours }) => {
      const id = registerIdOf(classId, code);
      return {
        decider: register,
        id,
        command: { type: 'OpenSession', data: { classId, session: code, startsAt, halfHours, expected } },
        commandId: uuidOf('OpenSession', id, ...expected),
        occurredAt: opensAt(plan, startsAt),
      };
    });
    for (const outcome of await this.events.executeEach(orders, context))
      if ('rejected' in outcome) throw new Error(`a register of ${plan.code} was refused: ${outcome.rejected.code}`);
    return this.opened(classId, plan);
  }

  async lock(classId: string, context: CommandContext): Promise<void> {
    const planned = await this.classes.find(classId);
    if (!planned) return;
    await this.open(classId, planned.plan, context);
    const orders = sessionsOf(planned.plan).map(({ code }) => {
      const id = registerIdOf(classId, code);
      return {
        decider: register,
        id,
        command: { type: 'LockAttendance', data: {} },
        commandId: uuidOf('LockAttendance', id),
      };
    });
    await this.events.executeEach(orders, context);
  }

  async presences(classId: string): Promise<ReadonlyMap<string, readonly Presence[]>> {
    const planned = await this.classes.find(classId);
    const students = await this.classes.students(classId);
    const registers = planned ? [...(await this.opened(classId, planned.plan)).values()] : [];
    return new Map(
      students.map(({ studentNo }) => [studentNo, registers.map((one) => presenceOf(one, studentNo))] as const),
    );
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

  /** The sessions of the class as they count for each of its students. */
  async countedSessions(classId: string, asOf?: AsOf): Promise<ReadonlyMap<string, readonly CountedSession[]>> {
    const planned = await this.classes.find(classId);
    const students = await this.classes.students(classId);
    const sessions = planned ? sessionsOf(planned.plan) : [];
    const ids = sessions.map(({ code }) => registerIdOf(classId, code));
    const loaded = asOf ? await this.events.loadAsOf(register, ids, asOf) : await this.events.loadEach(register, ids);
    return new Map(
      students.map(({ studentNo }) => {
        const counted = sessions.map(({ code, startsAt, halfHours }, at): CountedSession => {
          const { state } = loaded[at]!;
          const session = { session: code, startsAt, halfHours };
          if (state.status === 'unopened') return { ...session, attended: 0, state: 'open' };
          const isOpen = state.status === 'open' && !state.records.has(studentNo);
          const { halfHours: attended, by, at: seen } = presenceOf(state, studentNo);
          return { ...session, attended, state: isOpen ? 'open' : 'counted', by, at: seen };
        });
        return [studentNo, counted] as const;
      }),
    );
  }

  private async opened(classId: string, plan: ClassPlan): Promise<ReadonlyMap<string, OpenRegister>> {
    const sessions = sessionsOf(plan);
    const loaded = await this.events.loadEach(
      register,
      sessions.map(({ code }) => registerIdOf(classId, code)),
    );
    return new Map(
      loaded.flatMap(({ state }) => (state.status === 'unopened' ? [] : [[state.session, state] as const])),
    );
  }
}

/** A register is ready before the class begins. */
const opensAt = ({ startsOn }: ClassPlan, startsAt: Instant): Instant =>
  startsOn === undefined ? startsAt : instantInOslo(startsOn);
