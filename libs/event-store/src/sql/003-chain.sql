-- The bytes that stand for one event in the hash chain and in the tree. libs/event-store/src/audit.ts computes the same.
create function log.leaf(
  at bigint, stream text, version integer, event_id uuid, type text, schema_version smallint,
  data text, metadata text, occurred_at timestamptz, recorded_at timestamptz
) returns bytea language sql immutable parallel safe as $$
  select sha256(convert_to(concat_ws(E'\x1f', at, stream, version, event_id, type, schema_version,
    (extract(epoch from occurred_at) * 1000000)::bigint, (extract(epoch from recorded_at) * 1000000)::bigint,
    octet_length(data), data, metadata), 'UTF8'))
$$;

create function log.chain_step(hash bytea, leaf bytea) returns bytea language sql immutable parallel safe as $$
  select sha256(coalesce(hash, ''::bytea) || leaf)
$$;

-- Running hash: chain(leaf) over (order by position). The first leaf is given with the hash before it in front.
create aggregate log.chain(bytea) (sfunc = log.chain_step, stype = bytea);
