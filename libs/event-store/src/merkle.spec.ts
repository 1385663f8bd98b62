import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { MerkleTree } from './index';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 6962 2.1, word for word: split at the largest power of two below n. */
const rootOf = (leaves: readonly Uint8Array[]): Buffer => {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.from([0]), leaves[0]!);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.from([1]), rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
};

describe('the Merkle tree over the log', () => {
  it('has the root that RFC 6962 defines, at every size', () =>
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 8 }), { maxLength: 70 }), (leaves) => {
        const tree = new MerkleTree();
        for (const [size, leaf] of leaves.entries()) {
          expect(tree.root()).toBe(rootOf(leaves.slice(0, size)).toString('hex'));
          tree.add(leaf);
        }
        expect(tree.root()).toBe(rootOf(leaves).toString('hex'));
        expect(tree.size).toBe(leaves.length);
      }),
      { numRuns: 30 },
    ));
});
