-- When the row was last found to have lost its worker: tells a job that kills its worker from a day on which workers die.
alter table messaging.outbox add column crashed_at timestamptz;
create index outbox_crashed on messaging.outbox (crashed_at) where crashed_at is not null;
