import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type {
  ApplicationDecided,
  ApplicationEvent,
  ApplicationRanked,
  ApplicationScored,
  ApplicationSubmitted,
  OfferAccepted,
  PlaceGivenOnAppeal,
  VerdictEvent,
} from '../domain/application.events';
import { idInStream, lastOfEach, ofType } from './rows';

const submitted = async (events: readonly Recorded<ApplicationSubmitted>[], tx: Tx): Promise<void> => {
  if (events.length === 0) return;
  const rows = lastOfEach(events, idInStream).map((event) => ({ ...event.data, id: idInStream(event) }));
  await tx.query(
    `insert into application_v1 (id, intake, application_no, person, submission, fingerprint, facts, details, limit_no)
     select id, intake, "applicationNo", "personId", submission, fingerprint, facts, details,
            jsonb_array_length(facts->'wishes') + 1
       from jsonb_to_recordset($1::jsonb) as r
         (id text, intake text, "applicationNo" text, "personId" text, submission integer, fingerprint text,
          facts jsonb, details jsonb)
     on conflict (id) do update set
       person = excluded.person, submission = excluded.submission, fingerprint = excluded.fingerprint,
       facts = excluded.facts, details = excluded.details, limit_no = excluded.limit_no`,
    [JSON.stringify(rows)],
  );
};

const scored = async (events: readonly Recorded<ApplicationScored>[], tx: Tx): Promise<void> => {
  if (events.length === 0) return;
  const rows = lastOfEach(events, (event) => `${event.stream}/${event.data.assessor}`);
  await tx.query(
    `insert into assessment_v1 (application, intake, assessor, score)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::integer[])
     on conflict (application, assessor) do update set score = excluded.score`,
    [
      rows.map(idInStream),
      rows.map(({ data }) => data.intake),
      rows.map(({ data }) => data.assessor),
      rows.map(({ data }) => data.score),
    ],
  );
};

const verdictTypes = ['ApplicationSuperseded', 'ApplicantNotQualified', 'ApplicantNeedsMore', 'ApplicantQualified'];

/** The verdict as the columns hold it. */
const verdictRow = (event: Recorded<VerdictEvent>) => {
  const { data } = event;
  const row = {
    id: idInStream(event),
    status: '',
    codes: [] as readonly string[],
    by: '',
    hpr: '',
    tier: null as 1 | 2 | null,
  };
  if ('by' in data) return { ...row, status: 'SUPERSEDED', by: data.by };
  if ('codes' in data) {
    return { ...row, status: event.type === 'ApplicantNeedsMore' ? 'NEEDS_MORE' : 'NOT_QUALIFIED', codes: data.codes };
  }
  return { ...row, status: 'QUALIFIED', hpr: data.hpr ?? '', tier: data.tier ?? null };
};

const judged = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const verdicts = events.filter(({ type }) => verdictTypes.includes(type)) as unknown as Recorded<VerdictEvent>[];
  if (verdicts.length === 0) return;
  await tx.query(
    `update application_v1 a set status = r.status, codes = r.codes, superseded_by = r.by, hpr = r.hpr, tier = r.tier,
            total = null, lottery_number = null
       from jsonb_to_recordset($1::jsonb) as r (id text, status text, codes jsonb, by text, hpr text, tier smallint)
      where a.id = r.id`,
    [JSON.stringify(lastOfEach(verdicts, idInStream).map(verdictRow))],
  );
};

const ranked = async (events: readonly Recorded<ApplicationRanked>[], tx: Tx): Promise<void> => {
  if (events.length === 0) return;
  const rows = lastOfEach(events, idInStream);
  await tx.query(
    `update application_v1 a set total = r.total, lottery_number = r.lottery_number
       from unnest($1::text[], $2::integer[], $3::text[]) as r (id, total, lottery_number) where a.id = r.id`,
    [rows.map(idInStream), rows.map(({ data }) => data.score.total), rows.map(({ data }) => data.lotteryNumber)],
  );
};

const answerTypes = ['OfferAccepted', 'OfferDeclined', 'OfferLapsed'];

const limited = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const answers = lastOfEach(
    events.filter(({ type }) => answerTypes.includes(type)),
    idInStream,
  );
  if (answers.length === 0) return;
  await tx.query(
    `update application_v1 a set limit_no = r.limit_no from unnest($1::text[], $2::integer[]) as r (id, limit_no)
      where a.id = r.id`,
    [answers.map(idInStream), answers.map(({ data }) => (data as OfferAccepted['data']).limit)],
  );
};

const held = async (events: readonly Recorded<OfferAccepted | PlaceGivenOnAppeal>[], tx: Tx): Promise<void> => {
  if (events.length === 0) return;
  const rows = lastOfEach(events, idInStream);
  await tx.query(
    `update application_v1 a set held_class = r.class, held_quota = r.quota, held_wish = r.wish
       from unnest($1::text[], $2::text[], $3::text[], $4::integer[]) as r (id, class, quota, wish) where a.id = r.id`,
    [
      rows.map(idInStream),
      rows.map(({ data }) => data.class),
      rows.map(({ data }) => data.quota),
      rows.map(({ data }) => data.wishNo),
    ],
  );
};

const decided = async (events: readonly Recorded<ApplicationDecided>[], tx: Tx): Promise<void> => {
  if (events.length === 0) return;
  await tx.query(
    `update application_v1 a set decision = r.decision from unnest($1::text[], $2::jsonb[]) as r (id, decision)
      where a.id = r.id`,
    [events.map(idInStream), events.map(({ data }) => JSON.stringify(data))],
  );
};

/** Verdicts empty the rank, so what was ranked before a later verdict of the same page must not be written after it. */
const ranksAfterVerdicts = (events: readonly Recorded[]): readonly Recorded<ApplicationRanked>[] => {
  const lastVerdict = new Map(
    events.filter(({ type }) => verdictTypes.includes(type)).map((event) => [event.stream, event.position]),
  );
  return ofType<ApplicationRanked>(events, 'ApplicationRanked').filter(
    ({ stream, position }) => position > (lastVerdict.get(stream) ?? 0),
  );
};

const apply = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  await submitted(ofType<ApplicationSubmitted>(events, 'ApplicationSubmitted'), tx);
  await scored(ofType<ApplicationScored>(events, 'ApplicationScored'), tx);
  await judged(events, tx);
  await ranked(ranksAfterVerdicts(events), tx);
  await limited(events, tx);
  await held(ofType<OfferAccepted>(events, 'OfferAccepted'), tx);
  await held(ofType<PlaceGivenOnAppeal>(events, 'PlaceGivenOnAppeal'), tx);
  await decided(ofType<ApplicationDecided>(events, 'ApplicationDecided'), tx);
};

const handles: readonly ApplicationEvent['type'][] = [
  'ApplicationSubmitted',
  'ApplicationScored',
  'ApplicationSuperseded',
  'ApplicantNotQualified',
  'ApplicantNeedsMore',
  'ApplicantQualified',
  'ApplicationRanked',
  'OfferAccepted',
  'OfferDeclined',
  'OfferLapsed',
  'ApplicationDecided',
  'PlaceGivenOnAppeal',
];

/** Every application as it stands, and its assessments. `limit_no`, `held_…`: as selection.md 5 uses the words. */
export const applicationReadModel: ReadModel = {
  name: 'application',
  version: 1,
  mode: 'inline',
  handles,
  tables: ['application_v1', 'assessment_v1'],
  whose: {
    application_v1: { person: 'person' },
    assessment_v1: { staff: 'who scored is not for the applicant to know' },
  },
  create: `create table application_v1 (
    id text primary key,
    intake text not null,
    application_no text not null,
    person text not null,
    submission integer not null,
    fingerprint text not null,
    facts jsonb not null,
    details jsonb not null,
    status text,
    codes jsonb not null default '[]',
    superseded_by text not null default '',
    hpr text not null default '',
    tier smallint,
    total integer,
    lottery_number text,
    limit_no integer not null,
    held_class text,
    held_quota text,
    held_wish integer,
    decision jsonb,
    unique (intake, application_no)
  );
  create table assessment_v1 (
    application text not null,
    intake text not null,
    assessor text not null,
    score integer not null,
    primary key (application, assessor)
  );
  create index assessment_v1_intake on assessment_v1 (intake)`,
  apply,
};
