-- The log: one append-only table and the few rows that guard it (design.md 4).
create schema log;

create table log.event (
  position       bigint primary key,
  stream         text collate "C" not null,
  version        integer not null,
  event_id       uuid not null unique,
  type           text not null,
  schema_version smallint not null,
  data           json not null,
  metadata       json not null,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  hash           bytea not null,
  unique (stream, version)
);
comment on table log.event is 'Every event, once. position: 1, 2, 3 … in commit order, no hole. hash: SHA-256 over the previous hash and this event (log.leaf).';
comment on column log.event.occurred_at is 'When it was true in the domain; may lie in the past.';
comment on column log.event.recorded_at is 'When the database stored it.';
comment on column log.event.data is 'json, not jsonb: the text is kept as it was hashed.';

-- One row: the end of the log. Its row lock is the append lock: position order = commit order.
create table log.head (
  one      boolean primary key default true check (one),
  position bigint not null,
  hash     bytea not null
);
insert into log.head (position, hash) values (0, sha256(''));

-- Set rules that no single stream can see (design.md 3).
create table log.claim (
  key    text collate "C" primary key,
  holder text not null
);
create table log.counter (
  key   text collate "C" primary key,
  value integer not null
);

-- How far each follower of the log has come. Moved in the transaction of its rows.
create table log.subscription (
  name     text primary key,
  position bigint not null
);
