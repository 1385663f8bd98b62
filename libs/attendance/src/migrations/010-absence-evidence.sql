create schema if not exists attendance;

-- Documents that students send in with a report of absence, sealed under each person's own key. Rows are deleted.
create table attendance.absence_evidence (
  absence_id    text not null,
  document_hash text not null,
  sealed        bytea not null,
  stored_at     timestamptz not null default now(),
  primary key (absence_id, document_hash)
);
comment on column attendance.absence_evidence.document_hash is 'Keyed fingerprint of the document, as the event has it.';
