import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { encodedList, LIST_LENGTH, listOf, statusIndexes } from './status-list';

const key = new Uint8Array(32).fill(7);

/** Reads a list as a stranger would, with another library. */
const isSet = (list: string) => {
  expect(list[0]).toBe('u');
  const bits = gunzipSync(Buffer.from(list.slice(1), 'base64url'));
  expect(bits).toHaveLength(LIST_LENGTH / 8);
  return (index: number): boolean => ((bits[Math.floor(index / 8)]! >> (7 - (index % 8))) & 1) === 1;
};

describe('the place of a certificate in a status list', () => {
  const indexOf = statusIndexes(key, 1);
  const indexes = Array.from({ length: LIST_LENGTH }, (_, place) => indexOf(place));

  it('is no other certificate’s', () => {
    expect(new Set(indexes).size).toBe(LIST_LENGTH);
    expect(Math.min(...indexes.slice(0, 1_000), ...indexes.slice(-1_000))).toBeGreaterThanOrEqual(0);
    expect(indexes.every((index) => index >= 0 && index < LIST_LENGTH)).toBe(true);
  });

  it('is the same every time, and another one with another key or in another list', () => {
    const again = statusIndexes(key, 1);
    const [second, other] = [statusIndexes(key, 2), statusIndexes(new Uint8Array(32).fill(8), 1)];
    const places = Array.from({ length: 1_000 }, (_, place) => place);
    expect(places.every((place) => again(place) === indexes[place])).toBe(true);
    expect(places.filter((place) => second(place) === indexes[place]).length).toBeLessThan(5);
    expect(places.filter((place) => other(place) === indexes[place]).length).toBeLessThan(5);
  });

  // The bounds are met by 999 of 1,000 random permutations: chi-square of 63 degrees of freedom, |r| of 4,096 pairs.
  it('says nothing about its neighbours: the first 4,096 lie evenly, and the next is no nearer than any', () => {
    const first = indexes.slice(0, 4_096);
    const counts = Array.from({ length: 64 }, () => 0);
    for (const index of first) counts[Math.floor(index / (LIST_LENGTH / 64))]! += 1;
    const expected = first.length / 64;
    expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(103.4);
    const mean = (LIST_LENGTH - 1) / 2;
    const pairs = first.slice(1).map((index, i) => (index - mean) * (first[i]! - mean));
    const correlation = pairs.reduce((sum, one) => sum + one, 0) / pairs.length / (LIST_LENGTH ** 2 / 12);
    expect(Math.abs(correlation)).toBeLessThan(0.052);
  });

  it('goes on in a next list when one is full', () => {
    expect([1, LIST_LENGTH, LIST_LENGTH + 1].map(listOf)).toEqual([
      { list: 1, place: 0 },
      { list: 1, place: LIST_LENGTH - 1 },
      { list: 2, place: 0 },
    ]);
  });
});

describe('an encoded list', () => {
  it('has exactly the bits that were set, the first one first', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(LIST_LENGTH - 1), { maxLength: 200 }), (set) => {
        const found = isSet(encodedList(set));
        expect(set.every(found)).toBe(true);
        const others = [0, 7, 8, LIST_LENGTH - 1, ...set.map((index) => index ^ 1)].filter((one) => !set.includes(one));
        expect(others.some(found)).toBe(false);
      }),
      { numRuns: 30 },
    ));

  it('is the same text for the same bits', () => expect(encodedList([5, 9])).toBe(encodedList([9, 5])));
});
