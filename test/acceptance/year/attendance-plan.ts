import type { Chance } from '../../data/chance';
import { dayOf, HALF_DAY, type YearSession } from './timetable';
import type { Presence, Said, YearModel } from './year-model';

/** What a device says of somebody. */
export interface Seen {
  readonly presence: Presence;
  readonly lateHours?: number;
  readonly leftEarlyHours?: number;
  readonly excuse?: string;
}

export const present: Seen = { presence: 'PRESENT' };
export const absent: Seen = { presence: 'ABSENT' };
export const ill: Seen = { presence: 'EXCUSED', excuse: 'ILLNESS' };

/** What it counts for, in half hours. */
export const saidBy = ({ presence, lateHours = 0, leftEarlyHours = 0 }: Seen): Said => ({
  presence,
  halfHours: presence === 'PRESENT' ? HALF_DAY - 2 * (lateHours + leftEarlyHours) : 0,
});

/** Who will be where: most nearly always, some hardly, and whoever has said so beforehand not at all. */
export class AttendancePlan {
  private readonly away = new Map<string, Seen>();
  private readonly absences = new Map<string, number>();

  constructor(
    private readonly chance: Chance,
    private readonly model: YearModel,
  ) {
    // Of every class some who lose the requirement, or nearly do.
    for (const { id } of model.classes)
      for (const share of [0.5, 0.4, 0.3, 0.25, 0.2]) this.absences.set(chance.oneOf(model.studentsOf(id)).no, share);
  }

  /** The student will be away from a gathering of the class, excused or not. */
  tell(no: string, classId: string, gathering: number, seen: Seen): void {
    this.away.set(`${no} ${classId} ${gathering}`, seen);
  }

  /** How the student is there. */
  seen(no: string, classId: string, { gathering, startsAt }: YearSession): Seen {
    const { chance } = this;
    const told = this.away.get(`${no} ${classId} ${gathering}`);
    if (told) return told;
    if (this.model.isOnLeave(no, dayOf(startsAt))) return { presence: 'EXCUSED', excuse: 'OTHER' };
    if (chance.happens(this.absences.get(no) ?? 0.03)) return chance.happens(0.3) ? ill : absent;
    if (chance.happens(0.05)) return { presence: 'PRESENT', lateHours: chance.between(1, 4) / 2 };
    return chance.happens(0.02) ? { presence: 'PRESENT', leftEarlyHours: 0.5 } : present;
  }
}
