-- A log-in that has begun: what comes back must answer it. Used once, and gone after ten minutes.
create table access.login_attempt (
  id_hash       bytea primary key,
  login         text not null,
  state         text not null,
  nonce         text not null,
  code_verifier text not null,
  return_to     text not null,
  begun_at      timestamptz not null default now()
);

create index login_attempt_by_age on access.login_attempt (begun_at);

-- Somebody who is logged in. What the browser holds is stored as its hash only. `subject_hash` and `provider_session`
-- say which sessions a logout at the provider ends.
create table access.session (
  id_hash          bytea primary key,
  login            text not null,
  subject_hash     bytea not null,
  provider_session text,
  knows            text not null check (knows in ('person', 'account')),
  holder           text not null,
  started_at       timestamptz not null default now(),
  seen_at          timestamptz not null default now()
);

create index session_by_subject on access.session (login, subject_hash);
create index session_by_age on access.session (started_at);
