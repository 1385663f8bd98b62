create schema clock;

-- One row, from the first start: how far the clock of the service is moved from the machine's. Not read in production.
create table clock.setting (
  one       boolean primary key default true check (one),
  offset_ms bigint not null,
  moves     integer not null default 0
);
comment on column clock.setting.moves is 'How often it was moved: a process keeps the newest setting that it has seen.';
