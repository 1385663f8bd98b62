-- Stores a group of appends under one lock and one commit, each answered for itself.
--
-- A unit is what stands or falls together: one or more writes (stream, expected version), their events, its set rules.
-- Answers one row per unit: stored (with its first position) | conflict | repeated | refused (detail: index of the rule).
-- Units are numbered from 1; no two units of a group write to the same stream.
create function log.append(
  write_unit integer[], write_stream text[], write_expected integer[], write_first_id uuid[],
  event_write integer[], event_id uuid[], event_type text[], event_schema smallint[],
  event_data text[], event_metadata text[], event_occurred timestamptz[],
  rule_unit integer[], rule_kind text[], rule_key text[], rule_holder text[], rule_by integer[], rule_max integer[]
) returns table (unit integer, status text, detail integer, first_position bigint, recorded_at timestamptz)
language plpgsql security definer set search_path = log, pg_temp as $$
#variable_conflict use_column
declare
  head log.head;
  at timestamptz;
  statuses text[];
  details integer[];
  firsts bigint[];
  u integer;
  broken integer;
  stored integer;
begin
  select * into strict head from log.head for update;
  at := clock_timestamp();

  select array_agg(case when repeated then 'repeated' when moved then 'conflict' else 'stored' end order by w.unit)
    into statuses
    from (
      select i.unit, bool_or(e.event_id is not null) as repeated, bool_or(coalesce(s.version, 0) <> i.expected) as moved
        from unnest(write_unit, write_stream, write_expected, write_first_id) as i (unit, stream, expected, first_id)
        left join log.stream s on s.stream = i.stream
        left join log.event e on e.event_id = i.first_id
       group by i.unit
    ) w;

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

  with accepted as (
    select w.unit, w.stream, e.n, e.event_id, e.type, e.schema_version, e.data, e.metadata, e.occurred_at,
           (w.expected + row_number() over (partition by e.write order by e.n))::integer as version,
           head.position + row_number() over (order by e.n) as position
      from unnest(event_write, event_id, event_type, event_schema, event_data, event_metadata, event_occurred)
           with ordinality as e (write, event_id, type, schema_version, data, metadata, occurred_at, n)
      join unnest(write_unit, write_stream, write_expected)
           with ordinality as w (unit, stream, expected, n) on w.n = e.write
     where statuses[w.unit] = 'stored'
  ), leaves as (
    select a.*, log.leaf(a.position, a.stream, a.version, a.event_id, a.type, a.schema_version, a.data, a.metadata, a.occurred_at, at) as leaf
      from accepted a
  ), chained as (
    select l.*, log.chain(case when l.position = head.position + 1 then head.hash || l.leaf else l.leaf end)
                over (order by l.position) as hash
      from leaves l
  ), inserted as (
    insert into log.event (position, stream, version, event_id, type, schema_version, data, metadata, occurred_at, recorded_at, hash)
      select c.position, c.stream, c.version, c.event_id, c.type, c.schema_version, c.data::json, c.metadata::json, c.occurred_at, at, c.hash
        from chained c order by c.position
  ), moved as (
    insert into log.stream (stream, version)
      select c.stream, max(c.version) from chained c group by c.stream
      on conflict (stream) do update set version = excluded.version
  ), ended as (
    update log.head h set position = c.position, hash = c.hash
      from chained c where c.position = (select max(x.position) from chained x)
  )
  select count(*), (select array_agg(f.first order by f.unit) from (
           select s.unit, (select min(c.position) from chained c where c.unit = s.unit) as first
             from generate_series(1, cardinality(statuses)) as s (unit)) f)
    into stored, firsts from chained;

  if stored > 0 then
    perform pg_notify('kull_events', (head.position + stored)::text);
  end if;
  return query
    select s.unit::integer, s.status, details[s.unit], firsts[s.unit], at
      from unnest(statuses) with ordinality as s (status, unit);
end $$;
