import type { ReadModel, Recorded } from '@kull/event-store';
import type { CertificateShared, CertificateShareOpened, CertificateShareRevoked } from '../domain/share';

type ShareFact = Recorded<CertificateShared> | Recorded<CertificateShareOpened> | Recorded<CertificateShareRevoked>;

const factsOf = <T extends ShareFact['type']>(events: readonly ShareFact[], type: T) =>
  events.filter((event): event is Extract<ShareFact, { readonly type: T }> => event.type === type);

const shareOf = ({ stream }: ShareFact): string => stream.slice('share-link-'.length);

/** Every link to a certificate: found by the hash of its token, listed for its certificate. */
export const certificateShareReadModel: ReadModel = {
  name: 'certificate_share',
  version: 1,
  mode: 'inline',
  handles: ['CertificateShared', 'CertificateShareOpened', 'CertificateShareRevoked'],
  tables: ['certificate_share_v1'],
  whose: { certificate_share_v1: { of: 'certificate', by: ['number'] } },
  create: `
    create table certificate_share_v1 (
      share_id       text primary key,
      token_hash     text not null unique,
      number         text not null,
      shared_at      timestamptz not null,
      expires_at     timestamptz not null,
      max_opens      integer,
      recipient      jsonb,
      opens          integer not null default 0,
      last_opened_at timestamptz,
      revoked_at     timestamptz
    );
    create index certificate_share_v1_number on certificate_share_v1 (number, shared_at, share_id);
  `,
  apply: async (events, tx) => {
    const facts = events as readonly ShareFact[];
    const rows = factsOf(facts, 'CertificateShared').map((fact) => ({
      share_id: shareOf(fact),
      shared_at: fact.occurredAt,
      token_hash: fact.data.tokenHash,
      number: fact.data.number,
      expires_at: fact.data.expiresAt,
      max_opens: fact.data.maxOpens ?? null,
      recipient: fact.data.recipient ?? null,
    }));
    await tx.query(
      `insert into certificate_share_v1 (share_id, token_hash, number, shared_at, expires_at, max_opens, recipient)
       select share_id, token_hash, number, shared_at, expires_at, max_opens, nullif(recipient, 'null'::jsonb)
         from jsonb_to_recordset($1::jsonb) as r
           (share_id text, token_hash text, number text, shared_at timestamptz, expires_at timestamptz,
            max_opens integer, recipient jsonb)
       on conflict (share_id) do nothing`,
      [JSON.stringify(rows)],
    );
    const opened = factsOf(facts, 'CertificateShareOpened');
    await tx.query(
      `update certificate_share_v1 s set opens = n.opens, last_opened_at = n.at
         from (select share_id, max(open) as opens, max(at) as at
                 from unnest($1::text[], $2::integer[], $3::timestamptz[]) as o (share_id, open, at) group by share_id) n
        where s.share_id = n.share_id`,
      [opened.map(shareOf), opened.map(({ data }) => data.open), opened.map(({ occurredAt }) => occurredAt)],
    );
    const revoked = factsOf(facts, 'CertificateShareRevoked');
    await tx.query(
      `update certificate_share_v1 s set revoked_at = n.revoked_at
         from unnest($1::text[], $2::timestamptz[]) as n (share_id, revoked_at) where s.share_id = n.share_id`,
      [revoked.map(shareOf), revoked.map(({ occurredAt }) => occurredAt)],
    );
  },
};
