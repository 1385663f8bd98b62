-- Stores a group of appends under one lock and one commit, each answered for itself.
--
-- A unit is what stands or falls together: one or more writes (stream, expected version), their events, its set rules.
-- Answers one row per unit: stored (with its first position) | conflict | repeated | refused (detail: index of the rule).
-- Units are numbered from 1; no two units of a group write to the same stream.
create function log.append(
  write_unit integer[], write_stream text[], write_expected integer[], write_first_id uuid[],
  event_unit integer[], event_stream text[], event_version integer[], event_id uuid[], event_type text[], event_schema smallint[],
  event_data text[], event_metadata text[], event_occurred timestamptz[],
  rule_unit integer[], rule_kind text[], rule_key text[], rule_holder text[], rule_by integer[], rule_max integer[]
) returns table (unit integer, status text, detail integer, first_position bigint, recorded_at timestamptz)
language plpgsql security definer
-- Plans are made once, and must stay by index while the tables grow from nothing.
set search_path = log, pg_temp set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
as $$
#variable_conflict use_column
declare
  head log.head;
  at timestamptz;
  at_text text;
  statuses text[];
  details integer[];
  firsts bigint[];
  moved integer[];
  repeated uuid[];
  w integer;
  e record;
  r record;
  undone record;
  broken boolean;
  counted integer;
  applied boolean[] := array_fill(false, array[cardinality(rule_unit)]);
  next_position bigint;
  next_hash bytea;
  positions bigint[] := array_fill(null::bigint, array[cardinality(event_unit)]);
  hashes bytea[] := array_fill(null::bytea, array[cardinality(event_unit)]);
begin
  select * into strict head from log.head for update;
  at := clock_timestamp();
  at_text := ((extract(epoch from at) * 1000000)::bigint)::text;
  statuses := array_fill('stored'::text, array[write_unit[cardinality(write_unit)]]);
  firsts := array_fill(null::bigint, array[cardinality(statuses)]);
  details := array_fill(null::integer, array[cardinality(statuses)]);

  select array_agg(i.n::integer) into moved
    from unnest(write_stream, write_expected) with ordinality as i (stream, expected, n)
   where coalesce((select e.version from log.event e where e.stream = i.stream order by e.version desc limit 1), 0) <> i.expected;
  if moved is not null then
    foreach w in array moved loop
      statuses[write_unit[w]] := 'conflict';
    end loop;
  end if;
  select array_agg(e.event_id) into repeated from log.event e where e.event_id = any (write_first_id);
  if repeated is not null then
    for w in 1 .. cardinality(write_unit) loop
      if write_first_id[w] = any (repeated) then
        statuses[write_unit[w]] := 'repeated';
      end if;
    end loop;
  end if;

  -- Nobody else can change claims or counters while the head is locked. Rules are applied one after the other; at a
  -- unit's first broken rule what it had applied is taken back, and its neighbours are not touched.
  for r in
    select * from unnest(rule_unit, rule_kind, rule_key, rule_holder, rule_by, rule_max)
      with ordinality as x (unit, kind, key, holder, step, ceiling, n)
  loop
    continue when statuses[r.unit] <> 'stored';
    case r.kind
      when 'claim' then
        insert into log.claim (key, holder) values (r.key, r.holder) on conflict do nothing;
        applied[r.n] := found;
        broken := not found and (select c.holder from log.claim c where c.key = r.key) <> r.holder;
      when 'free' then
        delete from log.claim c where c.key = r.key and c.holder = r.holder;
        applied[r.n] := found;
        broken := false;
      when 'count' then
        insert into log.counter as k (key, value) values (r.key, r.step)
          on conflict (key) do update set value = k.value + excluded.value returning value into counted;
        applied[r.n] := true;
        broken := r.step > 0 and counted > r.ceiling;
    end case;
    if broken then
      statuses[r.unit] := 'refused';
      details[r.unit] := r.n;
      for undone in
        select * from unnest(rule_unit, rule_kind, rule_key, rule_holder, rule_by)
          with ordinality as x (unit, kind, key, holder, step, n) where x.unit = r.unit and x.n <= r.n order by x.n desc
      loop
        continue when not applied[undone.n];
        case undone.kind
          when 'claim' then delete from log.claim c where c.key = undone.key;
          when 'free' then insert into log.claim (key, holder) values (undone.key, undone.holder);
          when 'count' then update log.counter k set value = k.value - undone.step where k.key = undone.key;
        end case;
      end loop;
    end if;
  end loop;

  next_position := head.position;
  next_hash := head.hash;
  for e in
    select n.n, n.unit, convert_to(
             E'\x1f' || n.stream || E'\x1f' || n.version::text || E'\x1f' || n.id::text || E'\x1f' || n.type || E'\x1f' || n.schema::text || E'\x1f'
             || ((extract(epoch from n.occurred) * 1000000)::bigint)::text || E'\x1f' || at_text || E'\x1f'
             || octet_length(n.data)::text || E'\x1f' || n.data || E'\x1f' || n.metadata, 'UTF8') as content
      from unnest(event_unit, event_stream, event_version, event_id, event_type, event_schema, event_data, event_metadata, event_occurred)
           with ordinality as n (unit, stream, version, id, type, schema, data, metadata, occurred, n)
  loop
    continue when statuses[e.unit] <> 'stored';
    next_position := next_position + 1;
    -- The leaf of the event: log.leaf says the same of a stored one.
    next_hash := sha256(next_hash || sha256(convert_to(next_position::text, 'UTF8') || e.content));
    positions[e.n] := next_position;
    hashes[e.n] := next_hash;
    if firsts[e.unit] is null then
      firsts[e.unit] := next_position;
    end if;
  end loop;

  if next_position > head.position then
    insert into log.event (position, stream, version, event_id, type, schema_version, data, metadata, occurred_at, recorded_at, hash)
      select e.position, e.stream, e.version, e.id, e.type, e.schema, e.data::json, e.metadata::json, e.occurred, at, e.hash
        from unnest(positions, event_stream, event_version, event_id, event_type, event_schema, event_data, event_metadata, event_occurred, hashes)
             as e (position, stream, version, id, type, schema, data, metadata, occurred, hash)
       where e.position is not null;
    update log.head set position = next_position, hash = next_hash;
    perform pg_notify('kull_events', next_position::text);
  end if;
  return query
    select s.unit::integer, s.status, details[s.unit], firsts[s.unit], at
      from unnest(statuses) with ordinality as s (status, unit);
end $$;
