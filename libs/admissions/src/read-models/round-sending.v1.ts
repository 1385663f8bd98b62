import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type {
  RoundOffersMade,
  RoundSendingApproved,
  RoundSendingStopped,
  RoundSendingWithdrawn,
} from '../domain/round';
import { lastOfEach, ofType } from './rows';

type Event = RoundSendingApproved | RoundSendingWithdrawn | RoundSendingStopped | RoundOffersMade;

const keyOf = ({ data: { intake, round } }: Recorded<Event>): string => `${intake} ${round}`;

const apply = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const approved = lastOfEach(ofType<RoundSendingApproved>(events, 'RoundSendingApproved'), keyOf);
  await tx.query(
    `insert into round_sending_v1 (intake, round, status, send_at, approval, approved_by)
     select intake, round, 'approved', send_at, approval, approved_by from jsonb_to_recordset($1::jsonb) as r
       (intake text, round integer, send_at timestamptz, approval text, approved_by text)
     on conflict (intake, round) do update set status = excluded.status, send_at = excluded.send_at,
       approval = excluded.approval, approved_by = excluded.approved_by, code = null`,
    [
      JSON.stringify(
        approved.map(({ eventId, metadata, data: { intake, round, sendAt } }) => ({
          intake,
          round,
          send_at: sendAt,
          approval: eventId,
          approved_by: metadata.actor,
        })),
      ),
    ],
  );
  const last = lastOfEach(events as unknown as readonly Recorded<Event>[], keyOf);
  await tx.query(
    `update round_sending_v1 t set status = 'stopped', code = r.code
       from jsonb_to_recordset($1::jsonb) as r (intake text, round integer, code text)
      where t.intake = r.intake and t.round = r.round`,
    [JSON.stringify(last.filter(({ type }) => type === 'RoundSendingStopped').map(({ data }) => data))],
  );
  const over = last.filter(({ type }) => type === 'RoundSendingWithdrawn' || type === 'RoundOffersMade');
  await tx.query(
    `delete from round_sending_v1 t using jsonb_to_recordset($1::jsonb) as r (intake text, round integer)
      where t.intake = r.intake and t.round = r.round`,
    [JSON.stringify(over.map(({ data }) => data))],
  );
};

/** The rounds that send themselves, or could not. */
export const roundSendingReadModel: ReadModel = {
  name: 'round-sending',
  version: 1,
  mode: 'inline',
  handles: ['RoundSendingApproved', 'RoundSendingWithdrawn', 'RoundSendingStopped', 'RoundOffersMade'],
  tables: ['round_sending_v1'],
  whose: { round_sending_v1: { staff: 'who approved that a round sends itself' } },
  create: `create table round_sending_v1 (
    intake text not null,
    round integer not null,
    status text not null,
    send_at timestamptz not null,
    approval text not null,
    approved_by text not null,
    code text,
    primary key (intake, round)
  )`,
  apply,
};
