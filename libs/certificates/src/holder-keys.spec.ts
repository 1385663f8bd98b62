import { HolderKeys } from './holder-keys';

const keys = new HolderKeys(new Uint8Array(32).fill(7));
const number = '7Q4K-9M2X-T';

describe('the key of a holder', () => {
  it('is the same each time, another for each version, number and installation', () => {
    const all = [
      keys.of(number, 1),
      keys.of(number, 2),
      keys.of('7Q4K-9M2X-Z', 1),
      new HolderKeys(new Uint8Array(32).fill(8)).of(number, 1),
    ];
    expect(keys.of(number, 1)).toBe(all[0]);
    expect(new Set(all).size).toBe(4);
    for (const key of all) expect(key).toMatch(/^[\w-]{12}$/);
  });

  it('tells which version was scanned', () => {
    expect(keys.versionOf(number, [1, 2, 3], keys.of(number, 2))).toBe(2);
    expect(keys.versionOf(number, [1], keys.of(number, 2))).toBeUndefined();
  });

  it('is no other text, however near', () => {
    const right = keys.of(number, 1);
    const swapped = [...right].map((sign) => (sign === sign.toUpperCase() ? sign.toLowerCase() : sign.toUpperCase()));
    for (const wrong of ['', right.slice(1), `${right}A`, ` ${right}`, `${right}=`, swapped.join(''), 'x'.repeat(500)])
      expect(keys.versionOf(number, [1], wrong)).toBeUndefined();
  });
});
