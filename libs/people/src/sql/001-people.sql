create schema people;

-- The number index is an HMAC under a key that the database does not have; the profile is sealed under the person's key.
create table people.person (
  id text primary key,
  national_id_index bytea not null unique,
  profile bytea not null,
  as_of timestamptz not null
);

-- Wrapped keys, alone in a table that nothing refers to, so that they can live in a database with backups of their own.
-- A destroyed key leaves its row, so that nobody gives the person a new one.
create table people.data_key (
  person_id text primary key,
  wrapping_key text not null,
  wrapped bytea,
  destroyed_at timestamptz,
  check ((wrapped is null) = (destroyed_at is not null))
);

create table people.hpr_register_entry (
  scope text not null,
  number_index bytea not null,
  entry bytea not null,
  primary key (scope, number_index)
);
