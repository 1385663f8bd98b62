import fc from 'fast-check';
import { watchPlaces } from './cell-places';

const bytes = (text: string) => Buffer.from(text, 'utf8');

/** What is said of a text that comes in pieces cut at these places. */
const watched = (text: string, cuts: readonly number[]): boolean => {
  const watch = watchPlaces();
  const ends = [...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b);
  return ends.every((end, index) => watch(bytes(text.slice(ends[index - 1] ?? 0, end)), index === ends.length - 1));
};

describe('the places of rows and cells', () => {
  it.each([
    ['<row r="1"><c r="A1"/><c s="2" r=\'ZZ99999\'/></row>', true],
    ['<t>bar="x" and ir="y"</t>', true],
    ['<worksheet xmlns:r="http://example.org/r" xmlns:x="x"><row r="1"/>', true],
    ['<worksheet a:xmlns:r="AAA1">', false],
    ['<worksheet xmlns:a:r="AAA1">', false],
    ['<c r="AAA1"/>', false],
    ['<row r="100000"/>', false],
    ['<c x:r="A0"/>', false],
    ['<c r="a1"/>', false],
    ['<c r="A1', false],
    ['<c r="', false],
  ])('in %j are in order: %p, however it is cut', (text, inOrder) => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 6 }), (cuts) => {
        expect(watched(text, cuts)).toBe(inOrder);
      }),
    );
  });

  it('are at most 500,000', () => {
    const watch = watchPlaces();
    const piece = bytes('<c r="A1"/>     '.repeat(100_000));
    expect([1, 2, 3, 4, 5].map(() => watch(piece, false))).toEqual([true, true, true, true, true]);
    expect(watch(bytes('<c r="A1"/>'), true)).toBe(false);
  });
});
