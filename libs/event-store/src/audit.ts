import { createHash } from 'node:crypto';
import type { Tx } from './contracts';
import { MerkleTree } from './merkle';

/** The state of the log at a size: kept outside the database, it shows that nothing before it was rewritten. */
export interface LogCheckpoint {
  readonly size: number;
  /** The last hash of the chain, hex. */
  readonly hash: string;
  /** The root of the Merkle tree over the events, hex. */
  readonly root: string;
}

export type Audit =
  | { readonly intact: true; readonly checkpoint: LogCheckpoint }
  | {
      readonly intact: false;
      /** The first wrong event, or the place where one is missing. */
      readonly position: number;
      readonly stream?: string;
      readonly type?: string;
      readonly what:
        | 'CONTENT_CHANGED'
        | 'POSITION_MISSING'
        | 'STREAM_VERSION_WRONG'
        | 'HEAD_DIFFERS'
        | 'CHECKPOINT_DIFFERS';
    };

interface Row {
  readonly position: string;
  readonly stream: string;
  readonly version: number;
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly data: string;
  readonly metadata: string;
  readonly occurred: string;
  readonly recorded: string;
  readonly hash: Buffer;
}

const PAGE = `select position, stream, version, event_id, type, schema_version, data::text as data, metadata::text as metadata,
    (extract(epoch from occurred_at) * 1000000)::bigint as occurred, (extract(epoch from recorded_at) * 1000000)::bigint as recorded, hash
  from log.event where position > $1 order by position limit 5000`;

/** The bytes that stand for one event, recomputed from what is stored: the same as log.leaf in sql/003-chain.sql. */
const leafOf = (row: Row): Buffer =>
  createHash('sha256')
    .update(
      [
        row.position,
        row.stream,
        row.version,
        row.event_id,
        row.type,
        row.schema_version,
        row.occurred,
        row.recorded,
        Buffer.byteLength(row.data),
        row.data,
        row.metadata,
      ].join('\u001f'),
    )
    .digest();

/**
 * Recomputes the hash chain and the tree from the content of every event and trusts no stored hash. Names the first
 * event that is not what was stored. Earlier checkpoints, kept elsewhere, are compared at their size.
 */
export const verifyLog = async (db: Tx, checkpoints: readonly LogCheckpoint[] = []): Promise<Audit> => {
  const tree = new MerkleTree();
  const versions = new Map<string, number>();
  const expected = new Map(checkpoints.map((checkpoint) => [checkpoint.size, checkpoint]));
  let hash = createHash('sha256').digest();
  let after = 0;
  for (;;) {
    const rows = await db.query<Row>(PAGE, [after]);
    for (const row of rows) {
      const position = Number(row.position);
      const wrong = (what: 'CONTENT_CHANGED' | 'STREAM_VERSION_WRONG' | 'CHECKPOINT_DIFFERS'): Audit => ({
        intact: false,
        position,
        stream: row.stream,
        type: row.type,
        what,
      });
      if (position !== after + 1) return { intact: false, position: after + 1, what: 'POSITION_MISSING' };
      const leaf = leafOf(row);
      hash = createHash('sha256').update(hash).update(leaf).digest();
      if (!hash.equals(row.hash)) return wrong('CONTENT_CHANGED');
      const version = (versions.get(row.stream) ?? 0) + 1;
      if (row.version !== version) return wrong('STREAM_VERSION_WRONG');
      versions.set(row.stream, version);
      tree.add(leaf);
      const checkpoint = expected.get(position);
      if (checkpoint && (checkpoint.hash !== hash.toString('hex') || checkpoint.root !== tree.root())) {
        return wrong('CHECKPOINT_DIFFERS');
      }
      after = position;
    }
    if (rows.length === 0) break;
  }
  const [head] = await db.query<{ position: string; hash: Buffer }>('select position, hash from log.head');
  if (Number(head!.position) !== after || !head!.hash.equals(hash))
    return { intact: false, position: after + 1, what: 'HEAD_DIFFERS' };
  const beyond = checkpoints.find(({ size }) => size > after);
  if (beyond) return { intact: false, position: after + 1, what: 'POSITION_MISSING' };
  return { intact: true, checkpoint: { size: after, hash: hash.toString('hex'), root: tree.root() } };
};
