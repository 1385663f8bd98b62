-- No event is ever changed or removed, whoever asks.
create function log.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'log.event is append-only' using errcode = 'KU001';
end $$;

create trigger no_update before update on log.event for each row execute function log.refuse_change();
create trigger no_delete before delete on log.event for each row execute function log.refuse_change();
create trigger no_truncate before truncate on log.event for each statement execute function log.refuse_change();
