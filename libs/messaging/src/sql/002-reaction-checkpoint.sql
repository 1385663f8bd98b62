-- How far each reaction has come in the log. Moved in the transaction that stores what it asked for.
create table messaging.reaction_checkpoint (
  reaction   text primary key,
  position   bigint not null,
  owner      text,
  moved_at   timestamptz not null default now(),
  stopped_at timestamptz,
  last_error text
);
comment on column messaging.reaction_checkpoint.owner is 'The process that moved it last.';
comment on column messaging.reaction_checkpoint.stopped_at is 'An event that the reaction cannot take stopped it; it goes on when the process is started anew.';
