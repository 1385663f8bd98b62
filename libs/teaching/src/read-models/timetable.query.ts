import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { type Clash, clashesOf, type TimetableEntry } from '../domain/clashes';

/** A day on either side of what is asked for: sessions are shorter than that. */
const MARGIN = 86_400_000;

type Row = Omit<TimetableEntry, 'startsAt' | 'endsAt' | 'room'> & {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly room: string | null;
};

/** Looks up what stands on the timetable. */
@Injectable()
export class Timetable {
  constructor(private readonly events: EventStore) {}

  /** All clashes of rooms and teachers that these sessions have with each other and with the timetable. */
  async clashesOf(wanted: readonly TimetableEntry[]): Promise<readonly Clash[]> {
    return clashesOf(wanted, await this.near(wanted));
  }

  /** Scheduled sessions that have a room or a teacher of the wanted ones, at about the same time. */
  private async near(wanted: readonly TimetableEntry[]): Promise<readonly TimetableEntry[]> {
    if (wanted.length === 0) return [];
    const starts = wanted.map(({ startsAt }) => Date.parse(startsAt));
    const rows = await this.events.query<Row>(
      `select t.class_id as "classId", c.code as "classCode", t.gathering, t.code as session,
              t.starts_at as "startsAt", t.ends_at as "endsAt", t.room, t.teachers
         from timetable_v1 t join class_v2 c on c.class_id = t.class_id
        where t.status = 'scheduled' and t.starts_at between $1 and $2
          and (t.room = any ($3::text[]) or t.teachers && $4::text[])
        order by t.starts_at, c.code, t.class_id, t.code`,
      [
        new Date(Math.min(...starts) - MARGIN),
        new Date(Math.max(...starts) + MARGIN),
        [...new Set(wanted.flatMap(({ room }) => room ?? []))],
        [...new Set(wanted.flatMap(({ teachers }) => teachers))],
      ],
    );
    return rows.map(({ room, startsAt, endsAt, ...row }) => ({
      ...row,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      ...(room !== null && { room }),
    }));
  }
}
