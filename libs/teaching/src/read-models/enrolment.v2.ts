import type { ReadModel, Recorded } from '@kull/event-store';
import type {
  LeaveEnded,
  LeaveGranted,
  StudentEnrolled,
  StudentTransferred,
  StudentWithdrawn,
} from '../domain/enrolment';

type EnrolmentFact =
  | Recorded<StudentEnrolled>
  | Recorded<StudentTransferred>
  | Recorded<LeaveGranted>
  | Recorded<LeaveEnded>
  | Recorded<StudentWithdrawn>;

const standings = {
  StudentEnrolled: 'enrolled',
  StudentTransferred: 'transferred',
  LeaveGranted: 'on_leave',
  LeaveEnded: 'enrolled',
  StudentWithdrawn: 'withdrawn',
} as const satisfies Record<EnrolmentFact['type'], string>;

/** How somebody stands by the last fact; `none`: a transfer was undone, and they never were there. */
const standingBy = (fact: EnrolmentFact): string => {
  if (fact.type === 'StudentEnrolled' || fact.type === 'StudentTransferred')
    return fact.data.restores ?? standings[fact.type];
  return standings[fact.type];
};

const enrolmentOf = ({ stream }: EnrolmentFact): string => stream.slice('enrolment-'.length);

/** Who has a place in which class, and who had: the last standing of each enrolment. */
export const enrolmentReadModel: ReadModel = {
  name: 'enrolment',
  version: 2,
  mode: 'inline',
  handles: ['StudentEnrolled', 'StudentTransferred', 'LeaveGranted', 'LeaveEnded', 'StudentWithdrawn'],
  tables: ['enrolment_v2'],
  whose: { enrolment_v2: { person: 'person_id', gives: { student: ['class_id', 'student_no'] } } },
  create: `
    create table enrolment_v2 (
      enrolment_id       text primary key,
      class_id           text not null,
      student_no         text collate "C" not null,
      person_id          text not null,
      intake             text not null,
      participant_status text not null,
      standing           text not null
    );
    create unique index enrolment_v2_class on enrolment_v2 (class_id, student_no);
    create index enrolment_v2_person on enrolment_v2 (person_id, intake);
  `,
  apply: async (events, tx) => {
    const facts = events as readonly EnrolmentFact[];
    const enrolled = new Map(
      facts.flatMap((fact) => (fact.type === 'StudentEnrolled' ? [[enrolmentOf(fact), fact.data] as const] : [])),
    );
    await tx.query(
      `insert into enrolment_v2 (enrolment_id, class_id, student_no, person_id, intake, participant_status, standing)
       select id, class_id, student_no, person_id, intake, participant_status, 'enrolled'
         from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
              as n (id, class_id, student_no, person_id, intake, participant_status)
       on conflict (enrolment_id) do update set participant_status = excluded.participant_status`,
      [
        [...enrolled.keys()],
        [...enrolled.values()].map(({ classId }) => classId),
        [...enrolled.values()].map(({ studentNo }) => studentNo),
        [...enrolled.values()].map(({ personId }) => personId),
        [...enrolled.values()].map(({ intake }) => intake),
        [...enrolled.values()].map(({ participantStatus }) => participantStatus),
      ],
    );
    const last = new Map(facts.map((fact) => [enrolmentOf(fact), standingBy(fact)] as const));
    await tx.query(
      `update enrolment_v2 e set standing = n.standing
         from unnest($1::text[], $2::text[]) as n (id, standing) where e.enrolment_id = n.id`,
      [[...last.keys()], [...last.values()]],
    );
    const never = [...last].flatMap(([id, standing]) => (standing === 'none' ? [id] : []));
    if (never.length > 0) await tx.query('delete from enrolment_v2 where enrolment_id = any ($1::text[])', [never]);
  },
};
