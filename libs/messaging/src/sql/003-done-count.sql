-- How many jobs of each kind were done, so that nobody has to count the outbox.
create table messaging.done_count (
  job  text primary key,
  done bigint not null
);
