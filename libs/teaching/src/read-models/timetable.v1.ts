import type { ReadModel, Recorded } from '@kull/event-store';
import type {
  ClassPlanned,
  GatheringCancelled,
  GatheringRescheduled,
  GatheringScheduled,
} from '../domain/class.events';
import type { Session } from '../domain/class-plan';
import { endOf } from '../domain/gathering';

type TimetableFact =
  | Recorded<ClassPlanned>
  | Recorded<GatheringScheduled>
  | Recorded<GatheringRescheduled>
  | Recorded<GatheringCancelled>;

/** The sessions of one gathering, or those of a class without gatherings, as the last event of a page has them. */
interface Standing {
  readonly classId: string;
  readonly gathering: number | null;
  readonly status: 'scheduled' | 'cancelled';
  readonly sessions: readonly Session[];
}

const standingOf = (fact: TimetableFact): Standing => {
  switch (fact.type) {
    case 'ClassPlanned': {
      const classId = fact.stream.slice('class-'.length);
      return { classId, gathering: null, status: 'scheduled', sessions: fact.data.course?.sessions ?? [] };
    }
    case 'GatheringScheduled':
    case 'GatheringRescheduled':
    case 'GatheringCancelled': {
      const { classId, number, sessions } = fact.data;
      const status = fact.type === 'GatheringCancelled' ? 'cancelled' : 'scheduled';
      return { classId, gathering: number, status, sessions };
    }
  }
};

const rowsOf = ({ classId, gathering, status, sessions }: Standing): readonly object[] =>
  sessions.map((session) => ({
    class_id: classId,
    gathering,
    code: session.code,
    starts_at: session.startsAt,
    ends_at: endOf(session),
    room: session.room,
    teachers: session.teachers ?? [],
    status,
  }));

/** Every session of every class: when, in which room, with whom. Clashes are looked for here before the log refuses them. */
export const timetableReadModel: ReadModel = {
  name: 'timetable',
  version: 1,
  mode: 'inline',
  handles: ['ClassPlanned', 'GatheringScheduled', 'GatheringRescheduled', 'GatheringCancelled'],
  tables: ['timetable_v1'],
  whose: { timetable_v1: { everybody: 'when and where classes meet' } },
  create: `
    create table timetable_v1 (
      class_id  text not null,
      gathering integer,
      code      text collate "C" not null,
      starts_at timestamptz not null,
      ends_at   timestamptz not null,
      room      text,
      teachers  text[] not null,
      status    text not null
    );
    create index timetable_v1_class on timetable_v1 (class_id, gathering);
    create index timetable_v1_time on timetable_v1 (starts_at);
  `,
  apply: async (events, tx) => {
    const standings = (events as readonly TimetableFact[]).map(standingOf);
    const last = new Map(standings.map((one) => [`${one.classId}:${one.gathering}`, one] as const));
    const gatherings = [...last.values()].filter(({ gathering }) => gathering !== null);
    await tx.query(
      `delete from timetable_v1 t using unnest($1::text[], $2::integer[]) as n (class_id, gathering)
        where t.class_id = n.class_id and t.gathering = n.gathering`,
      [gatherings.map(({ classId }) => classId), gatherings.map(({ gathering }) => gathering)],
    );
    await tx.query(
      `insert into timetable_v1 (class_id, gathering, code, starts_at, ends_at, room, teachers, status)
       select class_id, gathering, code, starts_at, ends_at, room, teachers, status
         from jsonb_to_recordset($1::jsonb) as n
              (class_id text, gathering integer, code text, starts_at timestamptz, ends_at timestamptz, room text,
               teachers text[], status text)`,
      [JSON.stringify([...last.values()].flatMap(rowsOf))],
    );
  },
};
