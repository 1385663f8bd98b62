create schema http;

-- The first answer to each POST, by caller and Idempotency-Key. No status yet: somebody is at work on it.
create table http.idempotency (
  principal text not null,
  key text not null,
  request_hash text not null,
  attempt uuid not null,
  claimed_until timestamptz not null,
  status smallint,
  headers jsonb,
  body text,
  created_at timestamptz not null default now(),
  primary key (principal, key)
);

create index idempotency_by_age on http.idempotency (created_at);
