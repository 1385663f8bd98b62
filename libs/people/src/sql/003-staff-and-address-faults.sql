-- Staff are named in events by their code; the rest is sealed under a key of their own, kept under the row's id.
create table people.staff (
  code text primary key,
  id text not null unique,
  profile bytea not null
);

-- The address that a person has now does not work. Says nothing of the address itself, and goes when it is changed.
create table people.address_fault (
  person_id text primary key references people.person (id) on delete cascade,
  kind text not null check (kind in ('REFUSED', 'BOUNCED')),
  code text not null,
  at timestamptz not null
);
