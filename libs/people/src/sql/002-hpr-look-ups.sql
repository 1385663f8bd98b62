-- Scopes that a register was read for, also an empty one: there its lines count, and nobody else is asked.
create table people.hpr_register (
  scope text primary key,
  loaded_at timestamptz not null default now()
);
insert into people.hpr_register (scope) select distinct scope from people.hpr_register_entry;

-- The last answer about a number in a scope, sealed, and when it was given.
create table people.hpr_look_up (
  scope text not null,
  number_index bytea not null,
  source text not null check (source in ('API', 'MANUAL')),
  answer bytea not null,
  looked_up_at timestamptz not null,
  primary key (scope, number_index, source)
);
