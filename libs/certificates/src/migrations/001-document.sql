-- What was handed out, by content: bytes under their own SHA-256 (reliability.md 2, "never change").
create schema documents;

create table documents.document (
  sha256       text primary key check (sha256 = encode(sha256(bytes), 'hex')),
  bytes        bytea not null,
  content_type text not null
);
comment on table documents.document is 'Certificates and deliveries as issued. Insert only: what is there under a hash is what belongs there.';

create function documents.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'documents.document is insert-only' using errcode = 'KU002';
end $$;

create trigger no_update before update on documents.document for each row execute function documents.refuse_change();
create trigger no_delete before delete on documents.document for each row execute function documents.refuse_change();
create trigger no_truncate before truncate on documents.document for each statement execute function documents.refuse_change();
