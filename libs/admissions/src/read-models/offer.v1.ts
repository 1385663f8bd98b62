import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type {
  LateAnswerRefused,
  OfferAccepted,
  OfferDeclined,
  OfferLapsed,
  OfferMade,
} from '../domain/application.events';
import { idInStream, ofType } from './rows';

const made = async (events: readonly Recorded<OfferMade>[], tx: Tx): Promise<void> => {
  if (events.length === 0) return;
  const rows = events.map((event) => ({ ...event.data, application: idInStream(event) }));
  await tx.query(
    `insert into offer_v1 (id, intake, application, application_no, person, round, class, quota, wish_no, reply_by)
     select "offerId", intake, application, "applicationNo", "personId", round, class, quota, "wishNo", "replyBy"
       from jsonb_to_recordset($1::jsonb) as r
         ("offerId" text, intake text, application text, "applicationNo" text, "personId" text, round integer,
          class text, quota text, "wishNo" integer, "replyBy" timestamptz)`,
    [JSON.stringify(rows)],
  );
};

const settled = async (
  events: readonly Recorded<OfferAccepted | OfferDeclined | OfferLapsed>[],
  outcome: string,
  tx: Tx,
): Promise<void> => {
  if (events.length === 0) return;
  const rows = events.map(({ data }) => ({
    id: data.offerId,
    keep: 'keepWaiting' in data && data.keepWaiting,
    at: 'answeredAt' in data ? data.answeredAt : null,
  }));
  await tx.query(
    `update offer_v1 o set outcome = $2, keep_waiting = r.keep, answered_at = r.at
       from jsonb_to_recordset($1::jsonb) as r (id text, keep boolean, at timestamptz) where o.id = r.id`,
    [JSON.stringify(rows), outcome],
  );
};

const late = async (events: readonly Recorded<LateAnswerRefused>[], tx: Tx): Promise<void> => {
  if (events.length === 0) return;
  await tx.query(
    `insert into late_answer_v1 (offer, answer, keep_waiting, answered_at)
     select "offerId", answer, "keepWaiting", "answeredAt" from jsonb_to_recordset($1::jsonb) as r
       ("offerId" text, answer text, "keepWaiting" boolean, "answeredAt" timestamptz)`,
    [JSON.stringify(events.map(({ data }) => data))],
  );
};

const apply = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  await made(ofType<OfferMade>(events, 'OfferMade'), tx);
  await settled(ofType<OfferAccepted>(events, 'OfferAccepted'), 'ACCEPTED', tx);
  await settled(ofType<OfferDeclined>(events, 'OfferDeclined'), 'DECLINED', tx);
  await settled(ofType<OfferLapsed>(events, 'OfferLapsed'), 'LAPSED', tx);
  await late(ofType<LateAnswerRefused>(events, 'LateAnswerRefused'), tx);
};

/** Every offer and what became of it, and the answers that came too late. No outcome: it can still be answered. */
export const offerReadModel: ReadModel = {
  name: 'offer',
  version: 1,
  mode: 'inline',
  handles: ['OfferMade', 'OfferAccepted', 'OfferDeclined', 'OfferLapsed', 'LateAnswerRefused'],
  tables: ['offer_v1', 'late_answer_v1'],
  whose: {
    offer_v1: { person: 'person', gives: { offer: ['id'] } },
    late_answer_v1: { of: 'offer', by: ['offer'] },
  },
  create: `create table offer_v1 (
    id text primary key,
    intake text not null,
    application text not null,
    application_no text not null,
    person text not null,
    round integer not null,
    class text not null,
    quota text not null,
    wish_no integer not null,
    reply_by timestamptz not null,
    outcome text,
    keep_waiting boolean not null default false,
    answered_at timestamptz,
    unique (intake, round, application_no)
  );
  create index offer_v1_application on offer_v1 (application);
  create table late_answer_v1 (
    offer text not null,
    answer text not null,
    keep_waiting boolean not null,
    answered_at timestamptz not null
  );
  create index late_answer_v1_offer on late_answer_v1 (offer)`,
  apply,
};
