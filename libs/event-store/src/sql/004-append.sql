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
  u integer;
  w integer;
  e record;
  broken integer;
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

  -- Nobody else can change claims or counters while the head is locked: check a unit's rules, then apply them.
  if cardinality(rule_unit) > 0 then
    for u in select distinct r.unit from unnest(rule_unit) as r (unit) order by 1 loop
      continue when statuses[u] <> 'stored';
      select min(r.n) into broken
        from (
          select r.n, r.kind, r.holder, c.holder as held_by,
                 coalesce(k.value, 0) + sum(r.by) over (partition by r.key order by r.n) as value, r.by, r.max
            from unnest(rule_unit, rule_kind, rule_key, rule_holder, rule_by, rule_max)
                 with ordinality as r (unit, kind, key, holder, by, max, n)
            left join log.claim c on c.key = r.key and r.kind = 'claim'
                  and not exists (
                    select from unnest(rule_unit, rule_kind, rule_key, rule_holder) with ordinality as f (unit, kind, key, holder, n)
                     where f.unit = u and f.kind = 'free' and f.key = r.key and f.holder = c.holder and f.n < r.n)
            left join log.counter k on k.key = r.key and r.kind = 'count'
           where r.unit = u
        ) r
       where (r.kind = 'claim' and r.held_by <> r.holder) or (r.kind = 'count' and r.by > 0 and r.value > r.max);
      if broken is not null then
        statuses[u] := 'refused';
        details[u] := broken;
        continue;
      end if;
      delete from log.claim c
       using unnest(rule_unit, rule_kind, rule_key, rule_holder) as r (unit, kind, key, holder)
       where r.unit = u and r.kind = 'free' and c.key = r.key and c.holder = r.holder;
      insert into log.claim (key, holder)
        select r.key, r.holder from unnest(rule_unit, rule_kind, rule_key, rule_holder) as r (unit, kind, key, holder)
         where r.unit = u and r.kind = 'claim'
        on conflict do nothing;
      insert into log.counter (key, value)
        select r.key, sum(r.by) from unnest(rule_unit, rule_kind, rule_key, rule_by) as r (unit, kind, key, by)
         where r.unit = u and r.kind = 'count' group by r.key
        on conflict (key) do update set value = log.counter.value + excluded.value;
    end loop;
  end if;

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
