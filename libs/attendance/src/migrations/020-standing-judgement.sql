create schema if not exists attendance;

-- Which worker judges a cohort now, and how far everything has been judged. Losing it costs one more judgement.
create table attendance.standing_judgement (
  cohort text collate "C" primary key,
  claim  integer not null,
  judged bigint not null
);
comment on column attendance.standing_judgement.claim is 'Raised by whoever begins to judge; only the newest may write what it found.';
comment on column attendance.standing_judgement.judged is 'Every event up to this position has been judged.';
