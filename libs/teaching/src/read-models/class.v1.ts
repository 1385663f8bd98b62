import type { ReadModel, Recorded } from '@kull/event-store';
import type { ClassCapacityChanged, ClassOpened, ClassPlanned } from '../domain/class';
import type { StudentEnrolled } from '../domain/enrolment';

type ClassFact =
  | Recorded<ClassPlanned>
  | Recorded<ClassOpened>
  | Recorded<ClassCapacityChanged>
  | Recorded<StudentEnrolled>;

/** What a page of events says of one class: later values win, places taken add up. */
interface ClassChange {
  readonly class_id: string;
  readonly planned: object | null;
  readonly status: 'planned' | 'open' | null;
  readonly capacity: number | null;
  readonly enrolled: number;
}

const nothingSaid = (class_id: string): ClassChange => ({
  class_id,
  planned: null,
  status: null,
  capacity: null,
  enrolled: 0,
});

const classOf = ({ stream }: ClassFact): string => stream.slice('class-'.length);

const changedBy = (change: ClassChange, fact: ClassFact): ClassChange => {
  switch (fact.type) {
    case 'ClassPlanned': {
      const { code, site, capacity, programme, intake, startsOn, endsOn, course } = fact.data;
      const planned = {
        code,
        site,
        programme: programme.code,
        title: programme.title,
        intake,
        starts_on: startsOn,
        ends_on: endsOn,
        is_course: course !== undefined,
      };
      return { ...change, planned, status: 'planned', capacity };
    }
    case 'ClassOpened':
      return { ...change, status: 'open' };
    case 'ClassCapacityChanged':
      return { ...change, capacity: fact.data.capacity };
    case 'StudentEnrolled':
      return { ...change, enrolled: change.enrolled + 1 };
  }
};

const changesIn = (facts: readonly ClassFact[]): ClassChange[] => {
  const changes = new Map<string, ClassChange>();
  for (const fact of facts) {
    const classId = fact.type === 'StudentEnrolled' ? fact.data.classId : classOf(fact);
    changes.set(classId, changedBy(changes.get(classId) ?? nothingSaid(classId), fact));
  }
  return [...changes.values()];
};

/** Every class with its places: what a list of classes shows, and what an enrolment is held against. */
export const classReadModel: ReadModel = {
  name: 'class',
  version: 1,
  mode: 'inline',
  handles: ['ClassPlanned', 'ClassOpened', 'ClassCapacityChanged', 'StudentEnrolled'],
  tables: ['class_v1'],
  create: `
    create table class_v1 (
      class_id     text primary key,
      code         text collate "C",
      site         text,
      programme    text,
      title        text,
      intake       text,
      starts_on    date,
      ends_on      date,
      is_course    boolean,
      status       text,
      capacity     integer,
      places_taken integer not null
    );
    create index class_v1_code on class_v1 (code, class_id);
  `,
  apply: async (events, tx) => {
    await tx.query(
      `insert into class_v1 as c
         (class_id, code, site, programme, title, intake, starts_on, ends_on, is_course, status, capacity, places_taken)
       select n.class_id, p.code, p.site, p.programme, p.title, p.intake, p.starts_on, p.ends_on, p.is_course,
              n.status, n.capacity, n.enrolled
         from jsonb_to_recordset($1::jsonb) as n
              (class_id text, planned jsonb, status text, capacity integer, enrolled integer)
         cross join lateral jsonb_to_record(coalesce(nullif(n.planned, 'null'), '{}')) as p
              (code text, site text, programme text, title text, intake text, starts_on date, ends_on date,
               is_course boolean)
       on conflict (class_id) do update set
         code = coalesce(excluded.code, c.code), site = coalesce(excluded.site, c.site),
         programme = coalesce(excluded.programme, c.programme), title = coalesce(excluded.title, c.title),
         intake = coalesce(excluded.intake, c.intake), starts_on = coalesce(excluded.starts_on, c.starts_on),
         ends_on = coalesce(excluded.ends_on, c.ends_on), is_course = coalesce(excluded.is_course, c.is_course),
         status = coalesce(excluded.status, c.status), capacity = coalesce(excluded.capacity, c.capacity),
         places_taken = c.places_taken + excluded.places_taken`,
      [JSON.stringify(changesIn(events as readonly ClassFact[]))],
    );
  },
};
