import type { CommandContext, Sealed } from '@kull/event-store';
import type { Rejection } from '@kull/kernel';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { registerIdOf } from './domain/ids';
import { Registers } from './registers';
import { type ClassRoll, Rolls } from './rolls';

/** Why there is no register of that session. */
export type SessionRejection = Rejection<'CLASS_NOT_PLANNED' | 'UNKNOWN_SESSION'>;

/** The register of one session, in step with the class, for somebody who changes it by hand. */
export interface SessionRegister {
  readonly id: string;
  readonly roll: ClassRoll;
  /** Students of other classes, whose awards have been judged there. */
  readonly judged: readonly string[];
}

/** The purpose under which the free text of a change is sealed. */
export const changeReasonPurpose = 'attendance.reason';

/** Brings registers to who changes them by hand. */
@Injectable()
export class SessionRegisters {
  constructor(
    private readonly rolls: Rolls,
    private readonly registers: Registers,
    private readonly people: People,
  ) {}

  async of(
    classId: string,
    session: string,
    context: CommandContext,
  ): Promise<SessionRegister | { readonly rejected: SessionRejection }> {
    const roll = await this.rolls.of(classId);
    if (!roll) return { rejected: { code: 'CLASS_NOT_PLANNED' } };
    const synced = await this.registers.sync(roll, context, new Set([session]));
    if (!synced.has(session)) return { rejected: { code: 'UNKNOWN_SESSION' } };
    return { id: registerIdOf(classId, session), roll, judged: await this.rolls.judgedElsewhere(roll, session) };
  }

  /** Seals what somebody wrote about a change under the key of the student it is about. */
  async sealed({ roll }: SessionRegister, studentNo: string, reason: string | undefined): Promise<Sealed | undefined> {
    const person = reason === undefined ? undefined : await this.rolls.personOf(roll, studentNo);
    if (person === undefined) return undefined;
    const [sealed] = await this.people.seal([{ person, purpose: changeReasonPurpose, value: reason }]);
    return sealed;
  }
}
