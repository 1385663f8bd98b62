import type { ReadModel, Recorded } from '@kull/event-store';
import type {
  ClassCapacityChanged,
  ClassOpened,
  ClassPlanned,
  CoursePlanned,
  GatheringCancelled,
  GatheringScheduled,
} from '../domain/class.events';
import type { StudentEnrolled, StudentTransferred, StudentWithdrawn } from '../domain/enrolment';

type EnrolmentFact = Recorded<StudentEnrolled> | Recorded<StudentTransferred> | Recorded<StudentWithdrawn>;

type ClassFact =
  | Recorded<ClassPlanned>
  | Recorded<CoursePlanned>
  | Recorded<ClassOpened>
  | Recorded<ClassCapacityChanged>
  | Recorded<GatheringScheduled>
  | Recorded<GatheringCancelled>
  | EnrolmentFact;

/** What a page of events says of one class: later values win, places taken and gatherings add up. */
interface ClassChange {
  readonly class_id: string;
  readonly planned: object | null;
  readonly is_course: boolean | null;
  readonly status: 'planned' | 'open' | null;
  readonly capacity: number | null;
  readonly enrolled: number;
  readonly scheduled: number;
}

const nothingSaid = (class_id: string): ClassChange => ({
  class_id,
  planned: null,
  is_course: null,
  status: null,
  capacity: null,
  enrolled: 0,
  scheduled: 0,
});

const isEnrolmentFact = (fact: ClassFact): fact is EnrolmentFact => fact.stream.startsWith('enrolment-');

const classOf = (fact: ClassFact): string =>
  isEnrolmentFact(fact) ? fact.data.classId : fact.stream.slice('class-'.length);

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
      };
      return { ...change, planned, is_course: course !== undefined, status: 'planned', capacity };
    }
    case 'CoursePlanned':
      return { ...change, is_course: true };
    case 'ClassOpened':
      return { ...change, status: 'open' };
    case 'ClassCapacityChanged':
      return { ...change, capacity: fact.data.capacity };
    case 'GatheringScheduled':
      return { ...change, scheduled: change.scheduled + 1 };
    case 'GatheringCancelled':
      return { ...change, scheduled: change.scheduled - 1 };
    case 'StudentEnrolled':
      return { ...change, enrolled: change.enrolled + 1 };
    case 'StudentTransferred':
    case 'StudentWithdrawn':
      return { ...change, enrolled: change.enrolled - 1 };
  }
};

const changesIn = (facts: readonly ClassFact[]): ClassChange[] => {
  const changes = new Map<string, ClassChange>();
  for (const fact of facts) {
    const classId = classOf(fact);
    changes.set(classId, changedBy(changes.get(classId) ?? nothingSaid(classId), fact));
  }
  return [...changes.values()];
};

/** Every class with its places: what a list of classes shows, and what an enrolment is held against. */
export const classReadModel: ReadModel = {
  name: 'class',
  version: 2,
  mode: 'inline',
  handles: [
    'ClassPlanned',
    'CoursePlanned',
    'ClassOpened',
    'ClassCapacityChanged',
    'GatheringScheduled',
    'GatheringCancelled',
    'StudentEnrolled',
    'StudentTransferred',
    'StudentWithdrawn',
  ],
  tables: ['class_v2'],
  whose: { class_v2: { everybody: 'the classes themselves: plan, dates and how many are in them' } },
  create: `
    create table class_v2 (
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
      places_taken integer not null,
      gatherings   integer not null
    );
    create index class_v2_code on class_v2 (code, class_id);
  `,
  apply: async (events, tx) => {
    await tx.query(
      `insert into class_v2 as c
         (class_id, code, site, programme, title, intake, starts_on, ends_on, is_course, status, capacity, places_taken,
          gatherings)
       select n.class_id, p.code, p.site, p.programme, p.title, p.intake, p.starts_on, p.ends_on, n.is_course,
              n.status, n.capacity, n.enrolled, n.scheduled
         from jsonb_to_recordset($1::jsonb) as n
              (class_id text, planned jsonb, is_course boolean, status text, capacity integer, enrolled integer,
               scheduled integer)
         cross join lateral jsonb_to_record(coalesce(nullif(n.planned, 'null'), '{}')) as p
              (code text, site text, programme text, title text, intake text, starts_on date, ends_on date)
       on conflict (class_id) do update set
         code = coalesce(excluded.code, c.code), site = coalesce(excluded.site, c.site),
         programme = coalesce(excluded.programme, c.programme), title = coalesce(excluded.title, c.title),
         intake = coalesce(excluded.intake, c.intake), starts_on = coalesce(excluded.starts_on, c.starts_on),
         ends_on = coalesce(excluded.ends_on, c.ends_on), is_course = coalesce(excluded.is_course, c.is_course),
         status = coalesce(excluded.status, c.status), capacity = coalesce(excluded.capacity, c.capacity),
         places_taken = c.places_taken + excluded.places_taken, gatherings = c.gatherings + excluded.gatherings`,
      [JSON.stringify(changesIn(events as readonly ClassFact[]))],
    );
  },
};
