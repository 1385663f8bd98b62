create schema access;

-- An assertion is good once. Rows are kept until the assertion would be refused for its age anyway.
create table access.used_assertion (
  client_id  text not null,
  jti        text collate "C" not null,
  expires_at timestamptz not null,
  primary key (client_id, jti)
);

create index used_assertion_by_age on access.used_assertion (expires_at);
