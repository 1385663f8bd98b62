-- The bytes that stand for one stored event in the hash chain and in the tree:
--   hash = SHA-256(hash of the event before || log.leaf(event)).
-- log.append (004) and libs/event-store/src/audit.ts compute the same; this function is for whoever checks by SQL.
create function log.leaf(e log.event) returns bytea language sql immutable parallel safe as $$
  select sha256(convert_to(concat_ws(E'\x1f', e.position, e.stream, e.version, e.event_id, e.type, e.schema_version,
    (extract(epoch from e.occurred_at) * 1000000)::bigint, (extract(epoch from e.recorded_at) * 1000000)::bigint,
    octet_length(e.data::text), e.data::text, e.metadata::text), 'UTF8'))
$$;
