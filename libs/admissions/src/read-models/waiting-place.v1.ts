import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type { PlacedOnWaitingList } from '../domain/application.events';
import { ofType } from './rows';

const apply = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const rows = ofType<PlacedOnWaitingList>(events, 'PlacedOnWaitingList').flatMap(
    ({ data: { intake, applicationNo, positions } }) =>
      positions.map((position) => ({ intake, applicationNo, ...position })),
  );
  await tx.query(
    `insert into waiting_place_v1 (intake, class, quota, position, application_no)
     select intake, class, quota, position, "applicationNo" from jsonb_to_recordset($1::jsonb) as r
       (intake text, class text, quota text, position integer, "applicationNo" text)`,
    [JSON.stringify(rows)],
  );
};

/** The waiting lists after the last round. The key says that nobody shares a position. */
export const waitingPlaceReadModel: ReadModel = {
  name: 'waiting-place',
  version: 1,
  mode: 'inline',
  handles: ['PlacedOnWaitingList'],
  tables: ['waiting_place_v1'],
  whose: { waiting_place_v1: { staff: 'an order of everybody: an applicant is told their own place' } },
  create: `create table waiting_place_v1 (
    intake text not null,
    class text not null,
    quota text not null,
    position integer not null,
    application_no text not null,
    primary key (intake, class, quota, position)
  )`,
  apply,
};
