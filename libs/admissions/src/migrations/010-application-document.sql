create schema if not exists admissions;

-- Documents that applicants send in with an application, sealed under each person's own key. Rows are deleted.
create table admissions.application_document (
  draft_id      text not null,
  document_hash text not null,
  sealed        bytea not null,
  stored_at     timestamptz not null default now(),
  primary key (draft_id, document_hash)
);
comment on column admissions.application_document.document_hash is 'Keyed fingerprint of the document, as the event has it.';
