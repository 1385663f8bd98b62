import { createHash } from 'node:crypto';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** The Merkle tree of RFC 6962 over a growing list; it keeps one hash per full subtree, so it takes log n memory. */
export class MerkleTree {
  private readonly subtrees: { size: number; hash: Buffer }[] = [];
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(leaf: Uint8Array): void {
    let node = { size: 1, hash: sha256(LEAF, leaf) };
    for (let last = this.subtrees.at(-1); last?.size === node.size; last = this.subtrees.at(-1)) {
      this.subtrees.pop();
      node = { size: node.size * 2, hash: sha256(NODE, last.hash, node.hash) };
    }
    this.subtrees.push(node);
    this.count++;
  }

  /** The root over all leaves so far, lower-case hex; of no leaves, the hash of nothing (RFC 6962 2.1). */
  root(): string {
    if (this.subtrees.length === 0) return sha256().toString('hex');
    return this.subtrees
      .slice(0, -1)
      .reduceRight((right, { hash }) => sha256(NODE, hash, right), this.subtrees.at(-1)!.hash)
      .toString('hex');
  }
}
