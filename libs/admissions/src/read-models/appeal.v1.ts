import type { ReadModel, Recorded } from '@kull/event-store';
import type { AppealDecided, AppealFiled } from '../domain/appeal.events';
import { idInStream, lastOfEach, ofType } from './rows';

/** The appeals that were filed, and how each stands. No outcome: nobody has decided it. */
export const appealReadModel: ReadModel = {
  name: 'appeal',
  version: 1,
  mode: 'inline',
  handles: ['AppealFiled', 'AppealDecided'],
  tables: ['appeal_v1'],
  whose: { appeal_v1: { person: 'person' } },
  create: `create table appeal_v1 (
    id text primary key,
    intake text not null,
    application_no text not null,
    person text not null,
    filed_on date not null,
    outcome text,
    decided_on date
  );
  create index appeal_v1_intake on appeal_v1 (intake)`,
  apply: async (events, tx) => {
    const filed = ofType<AppealFiled>(events, 'AppealFiled');
    if (filed.length > 0)
      await tx.query(
        `insert into appeal_v1 (id, intake, application_no, person, filed_on)
         select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::date[])`,
        [
          filed.map(idInStream),
          filed.map(({ data }) => data.intake),
          filed.map(({ data }) => data.applicationNo),
          filed.map(({ data }) => data.personId),
          filed.map(({ data }) => data.on),
        ],
      );
    const decided = lastOfEach(
      ofType<AppealDecided>(events, 'AppealDecided') as readonly Recorded<AppealDecided>[],
      idInStream,
    );
    if (decided.length > 0)
      await tx.query(
        `update appeal_v1 a set outcome = r.outcome, decided_on = r.decided_on
           from unnest($1::text[], $2::text[], $3::date[]) as r (id, outcome, decided_on) where a.id = r.id`,
        [decided.map(idInStream), decided.map(({ data }) => data.outcome), decided.map(({ data }) => data.on)],
      );
  },
};
