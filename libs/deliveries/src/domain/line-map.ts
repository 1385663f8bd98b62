/** What one credit line of one certificate is known by. */
export interface LineName {
  readonly number: string;
  readonly lineNo: number;
}

export const lineKey = ({ number, lineNo }: LineName): string => `${number}/${lineNo}`;

const BUCKETS = 256;

const bucketOf = (key: string): number => {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (hash * 31 + key.charCodeAt(i)) | 0;
  return hash & (BUCKETS - 1);
};

/**
 * A map by text that never changes: `with` answers another one and copies one bucket of 256, so that folding 10,000
 * receipts into a feed does not copy all its lines 10,000 times.
 */
export class LineMap<Value> implements Iterable<readonly [string, Value]> {
  constructor(private readonly buckets: readonly (ReadonlyMap<string, Value> | undefined)[] = []) {}

  get(key: string): Value | undefined {
    return this.buckets[bucketOf(key)]?.get(key);
  }

  with(key: string, value: Value): LineMap<Value> {
    const buckets = Array.from({ length: BUCKETS }, (_, i) => this.buckets[i]);
    const at = bucketOf(key);
    buckets[at] = new Map(buckets[at]).set(key, value);
    return new LineMap(buckets);
  }

  *[Symbol.iterator](): Generator<readonly [string, Value]> {
    for (const bucket of this.buckets) if (bucket) yield* bucket;
  }
}
