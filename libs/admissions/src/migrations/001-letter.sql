create schema if not exists admissions;

-- Letters as they were written, each sealed under its applicant's own key: with the key gone, nobody reads them.
create table admissions.letter (
  sha256    text primary key,
  person    text not null,
  sealed    bytea not null,
  stored_at timestamptz not null default now()
);
comment on column admissions.letter.sha256 is 'Of the file itself, as the event has it: what is handed out is checked against it.';

create function admissions.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'admissions.letter does not change' using errcode = 'KU002';
end $$;

create trigger no_update before update on admissions.letter for each row execute function admissions.refuse_change();
