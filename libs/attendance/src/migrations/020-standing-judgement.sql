create schema if not exists attendance;

-- Which worker judges a cohort now, and how far everything has been judged. Losing it costs one more judgement.
create table attendance.standing_judgement (
  cohort text collate "C" primary key,
  claim  integer not null,
  judged bigint not null
);
comment on column attendance.standing_judgement.claim is 'Raised by whoever begins to judge; only the newest may write what it found.';
comment on column attendance.standing_judgement.judged is 'Every event up to this position has been judged.';

-- Where everybody stood at the last judgement of their cohort. Made from the registers, and made again by each judgement.
create table attendance.judged_student (
  cohort     text collate "C" not null,
  class_id   text not null,
  student_no text collate "C" not null,
  stands     jsonb not null,
  primary key (cohort, class_id, student_no)
);
comment on column attendance.judged_student.stands is 'StudentStandings: ids, codes and half hours.';
