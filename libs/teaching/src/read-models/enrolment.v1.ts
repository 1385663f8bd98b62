import type { ReadModel, Recorded } from '@kull/event-store';
import type { StudentEnrolled } from '../domain/enrolment';

/** Who has a place in which class. */
export const enrolmentReadModel: ReadModel = {
  name: 'enrolment',
  version: 1,
  mode: 'inline',
  handles: ['StudentEnrolled'],
  tables: ['enrolment_v1'],
  create: `
    create table enrolment_v1 (
      class_id           text not null,
      student_no         text collate "C" not null,
      person_id          text not null,
      participant_status text not null,
      primary key (class_id, student_no)
    );
    create index enrolment_v1_person on enrolment_v1 (person_id);
  `,
  apply: async (events, tx) => {
    const enrolled = (events as readonly Recorded<StudentEnrolled>[]).map(({ data }) => data);
    await tx.query(
      `insert into enrolment_v1 (class_id, student_no, person_id, participant_status)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
      [
        enrolled.map(({ classId }) => classId),
        enrolled.map(({ studentNo }) => studentNo),
        enrolled.map(({ personId }) => personId),
        enrolled.map(({ participantStatus }) => participantStatus),
      ],
    );
  },
};
