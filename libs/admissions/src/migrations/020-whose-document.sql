-- Whose a document is, beside the draft that it was sent in with: a draft that has documents and no answers yet is in no
-- read model, and PostgreSQL has to know whose rows are (docs/adr/0011).
alter table admissions.application_document add column person text;
update admissions.application_document d set person =
  (select e.data->>'personId' from log.event e where e.stream = 'application-draft-' || d.draft_id and e.version = 1);
alter table admissions.application_document alter column person set not null;
