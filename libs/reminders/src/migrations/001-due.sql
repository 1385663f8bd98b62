-- What has fallen due, and how far each plan has been asked. Like the outbox: work that PostgreSQL owns. What became of
-- each is in the log.
create schema reminders;

create table reminders.cursor (
  programme_code text collate "C" not null,
  subject        text collate "C" not null,
  position       timestamptz not null,
  wake_at        timestamptz not null,
  plan_version   integer not null,
  primary key (programme_code, subject)
);
comment on column reminders.cursor.position is 'Everything that fell due until then is in reminders.due.';
comment on column reminders.cursor.wake_at is 'Nothing can fall due before.';
comment on column reminders.cursor.plan_version is 'The plan that wake_at was computed by.';

create table reminders.due (
  id             text collate "C" primary key,
  programme_code text collate "C" not null,
  subject        text collate "C" not null,
  about          text not null,
  step           text not null,
  version        text not null,
  recipient      text collate "C" not null,
  channel        text not null,
  due_at         timestamptz not null,
  valid_until    timestamptz not null,
  send_after     timestamptz not null,
  batch          uuid,
  handovers      integer not null default 0,
  settled_at     timestamptz
) with (fillfactor = 80);
comment on column reminders.due.id is 'Made from the occasion and the channel: the same is due once, for ever.';
comment on column reminders.due.batch is 'Handed to the outbox, with others for the same recipient.';
comment on column reminders.due.settled_at is 'Sent, failed, unknown or cancelled: the log says which.';

create index due_waiting on reminders.due (send_after) where batch is null and settled_at is null;
create index due_handed on reminders.due (batch) where batch is not null and settled_at is null;
