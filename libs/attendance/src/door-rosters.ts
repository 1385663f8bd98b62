import { type Instant, localDateInOslo, type Rejection } from '@kull/kernel';
import { ClassDirectory, endOf } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import { sessionsAt } from './domain/at-door';
import type { DoorRoster } from './domain/door-roster';
import { Door } from './door';
import { DoorKey } from './door-key';
import { listNameOn, nameOn, StudentNames } from './student-names';

/** `GATHERING_NOT_SCHEDULED`: there is nothing on at which anybody could stand at the door. */
export type DoorRosterRejection = Rejection<'CLASS_NOT_PLANNED' | 'GATHERING_NOT_SCHEDULED'>;

/** The rosters that devices hold to decide at the door alone. */
@Injectable()
export class DoorRosters {
  constructor(
    private readonly classes: ClassDirectory,
    private readonly door: Door,
    private readonly names: StudentNames,
    private readonly key: DoorKey,
  ) {}

  /** The roster of a gathering as compact JWS. Of a course without gatherings: of all its sessions. */
  async signed(
    classId: string,
    gathering: number | undefined,
    now: Instant,
  ): Promise<{ readonly roster: string; readonly validUntil: Instant } | { readonly rejected: DoorRosterRejection }> {
    const planned = await this.classes.find(classId);
    if (!planned) return { rejected: { code: 'CLASS_NOT_PLANNED' } };
    const { plan } = planned;
    const sessions = sessionsAt(planned, gathering);
    const [first] = sessions;
    if (!first) return { rejected: { code: 'GATHERING_NOT_SCHEDULED' } };

    const number = gathering !== undefined && { gathering };
    const occasion = { classId, ...number, day: localDateInOslo(first.startsAt) };
    const { expected, elsewhere } = await this.door.everybody(plan, occasion);
    const names = await this.names.of(expected.map(({ student }) => student));
    const roster: DoorRoster = {
      class: { id: classId, code: plan.code },
      ...number,
      issuedAt: now,
      validUntil: sessions.map(endOf).reduce((one, other) => (one > other ? one : other)),
      sessions: sessions.map(({ code, title, startsAt, halfHours }) => ({
        code,
        title,
        startsAt,
        hours: halfHours / 2,
      })),
      expected: expected.map(({ student, ...known }) => ({
        ...known,
        studentNo: student.studentNo,
        name: nameOn(names, student),
        listName: listNameOn(names, student),
      })),
      elsewhere,
    };
    return { roster: await this.key.signRoster(roster), validUntil: roster.validUntil };
  }
}
