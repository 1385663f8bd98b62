-- What time it is for the service, by this database's clock: for everything that is due (reliability.md D8). A machine
-- whose own clock is wrong does nothing early or late. In production nothing is moved, whatever the table says.
create function clock.service_now(movable boolean) returns timestamptz
  language sql stable
  as $$ select now() + case when movable then coalesce((select offset_ms from clock.setting), 0) else 0 end * interval '1 millisecond' $$;
