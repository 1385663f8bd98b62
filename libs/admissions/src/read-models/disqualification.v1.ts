import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type { AssessorDisqualified, DisqualificationLifted } from '../domain/application.events';
import { idInStream, lastOfEach } from './rows';

type Event = AssessorDisqualified | DisqualificationLifted;

const apply = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const last = lastOfEach(events as unknown as readonly Recorded<Event>[], ({ stream, data: { assessor } }) =>
    [stream, assessor].join('/'),
  );
  const key = (event: Recorded<Event>) => ({ application: idInStream(event), assessor: event.data.assessor });
  // What is said anew stands at its new time, so that every row is written afresh.
  await tx.query(
    `delete from disqualification_v1 d using jsonb_to_recordset($1::jsonb) as r (application text, assessor text)
      where d.application = r.application and d.assessor = r.assessor`,
    [JSON.stringify(last.map(key))],
  );
  const rows = last.flatMap((event) =>
    event.type === 'AssessorDisqualified'
      ? [{ ...event.data, ...key(event), at: event.occurredAt, by: event.metadata.actor }]
      : [],
  );
  await tx.query(
    `insert into disqualification_v1 (application, intake, assessor, ground, explanation, declared_at, declared_by)
     select application, intake, assessor, ground, explanation, at, by from jsonb_to_recordset($1::jsonb) as r
       (application text, intake text, assessor text, ground text, explanation jsonb, at timestamptz, by text)`,
    [JSON.stringify(rows)],
  );
};

/** Assessors who take no part in an application, as it stands now. */
export const disqualificationReadModel: ReadModel = {
  name: 'disqualification',
  version: 1,
  mode: 'inline',
  handles: ['AssessorDisqualified', 'DisqualificationLifted'],
  tables: ['disqualification_v1'],
  whose: { disqualification_v1: { staff: 'who takes no part in what, and why' } },
  create: `create table disqualification_v1 (
    application text not null,
    intake text not null,
    assessor text not null,
    ground text not null,
    explanation jsonb not null,
    declared_at timestamptz not null,
    declared_by text not null,
    primary key (application, assessor)
  );
  create index disqualification_v1_intake on disqualification_v1 (intake)`,
  apply,
};
