-- Work that is owed (design.md 6). PostgreSQL owns it; the queue only carries `id`.
create schema messaging;

create table messaging.outbox (
  id             uuid primary key default gen_random_uuid(),
  key            text collate "C" not null unique,
  reaction       text not null,
  position       bigint not null,
  job            text not null,
  payload        jsonb not null,
  due_at         timestamptz not null,
  created_at     timestamptz not null default now(),
  enqueued_at    timestamptz,
  claim          integer not null default 0,
  alone          boolean not null default false,
  lease_until    timestamptz,
  done_at        timestamptz,
  cancelled_at   timestamptz,
  quarantined_at timestamptz,
  errors         integer not null default 0,
  crashes        integer not null default 0,
  last_error     text
) with (fillfactor = 70);

comment on column messaging.outbox.key is 'Made from the event: the same thing is owed once, for ever.';
comment on column messaging.outbox.payload is 'Ids only.';
comment on column messaging.outbox.enqueued_at is 'Given to the queue, which may have lost it since.';
comment on column messaging.outbox.claim is 'The fence: whoever holds this number may write; it is raised by every claim.';
comment on column messaging.outbox.alone is 'Nothing else ran in the process of this claim, so a crash is this row''s.';
comment on column messaging.outbox.lease_until is 'Passed, and not done: the worker crashed or froze.';
comment on column messaging.outbox.last_error is 'Class and code of the error, never its text.';

create index outbox_to_enqueue on messaging.outbox (due_at)
  where enqueued_at is null and done_at is null and cancelled_at is null and quarantined_at is null;
create index outbox_enqueued on messaging.outbox (enqueued_at)
  where enqueued_at is not null and done_at is null and cancelled_at is null and quarantined_at is null;
create index outbox_not_done on messaging.outbox using gin (payload jsonb_path_ops) where done_at is null;
