import { AttendanceRecord, type RegisterState } from '@kull/attendance/contracts/said';
import { addDays, type Instant, instantInOslo, localDateInOslo } from '@kull/kernel';
import { ClassList, type TimetabledSession } from '@kull/teaching/contracts/classes';
import { Injectable } from '@nestjs/common';
import type { OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { OccasionSource } from '../../occasion-source';
import { dueAmong, instantsSearched, type Matter, standingsAmong } from '../due-times';
import { staffOrOffice } from '../staff';
import type { RegisterFacts } from './texts';

const mattersOf = (session: TimetabledSession, { isLocked, observers }: RegisterState): readonly Matter[] => {
  if (isLocked) return [];
  const { classId, classCode, programme, session: code, startsAt, endsAt, teachers } = session;
  const facts: RegisterFacts = { classCode, session: code, startsAt, endsAt };
  const date = addDays(localDateInOslo(endsAt), 1);
  return staffOrOffice(teachers.length > 0 ? teachers : observers).map((recipient) => ({
    subject: 'REGISTER_OPEN',
    recipient,
    about: `${classId}.${code}`,
    version: startsAt,
    programmeCode: programme.code,
    facts,
    date,
    endsAt: instantInOslo(addDays(date, 60)),
    notBefore: endsAt,
  }));
};

/**
 * Registers of sessions that are over and not locked, from the day after. To who teaches the session; nobody is named:
 * to who marked students in it; nobody did: to the office.
 */
@Injectable()
export class OpenRegisters implements OccasionSource {
  readonly subject = 'REGISTER_OPEN';

  constructor(
    private readonly classes: ClassList,
    private readonly attendance: AttendanceRecord,
  ) {}

  async between(plan: Plan, from: Instant, to: Instant) {
    const searched = instantsSearched(plan, from, to);
    if (!searched) return [];
    const { after, by } = searched;
    const sessions = await this.classes.sessionsEnding(plan.programmeCode, dayBefore(after), by);
    return dueAmong(plan, await this.matters(sessions), from, to);
  }

  async standing(plan: Plan, names: readonly OccasionName[]) {
    const abouts = new Set(names.map(({ about }) => about));
    const ofClasses = await this.classes.sessionsOf([...new Set(names.map(({ about }) => classOf(about)))]);
    const sessions = ofClasses.filter(({ classId, session }) => abouts.has(`${classId}.${session}`));
    const planned = new Set(sessions.map(({ classId, session }) => `${classId}.${session}`));
    return standingsAmong(plan, names, await this.matters(sessions), ({ about }) =>
      planned.has(about) ? 'SETTLED' : 'WITHDRAWN',
    );
  }

  private async matters(sessions: readonly TimetabledSession[]): Promise<readonly Matter[]> {
    const registers = await this.attendance.registers(sessions);
    return sessions.flatMap((session, at) => mattersOf(session, registers[at]!));
  }
}

/** The date counted from is the day after the session; a day of the changed clock is an hour longer. */
const dayBefore = (instant: Instant): Instant => new Date(Date.parse(instant) - 25 * 3_600_000).toISOString();

/** Ids have no full stop in them; codes of sessions may. */
const classOf = (about: string): string => about.slice(0, about.indexOf('.'));
