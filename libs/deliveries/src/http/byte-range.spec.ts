import fc from 'fast-check';
import { wantedBytes } from './byte-range';

const etag = '"abc"';
const of = (range?: string, size = 10, ifRange?: string) => wantedBytes({ range, ifRange }, size, etag);
const part = (first: number, last: number) => ({ kind: 'part', first, last });

describe('the bytes that a request wants', () => {
  it.each([
    ['bytes=0-3', part(0, 3)],
    ['bytes=4-', part(4, 9)],
    ['bytes=4-400', part(4, 9)],
    ['bytes=-3', part(7, 9)],
    ['bytes=-300', part(0, 9)],
    ['BYTES=9-9', part(9, 9)],
    ['bytes=10-', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=3-1', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
    ['bytes=0-1,4-5', { kind: 'whole' }],
    ['lines=0-1', { kind: 'whole' }],
    ['bytes=0x1-2', { kind: 'whole' }],
    [undefined, { kind: 'whole' }],
  ])('are for %s', (range, wanted) => expect(of(range)).toEqual(wanted));

  it('are the whole when the file is another than the part came from', () => {
    expect(of('bytes=4-', 10, '"abc"')).toEqual(part(4, 9));
    expect(of('bytes=4-', 10, '"other"')).toEqual({ kind: 'whole' });
    expect(of('bytes=4-', 10, 'W/"abc"')).toEqual({ kind: 'whole' });
  });

  it('are none of an empty file', () => expect(of('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' }));

  it('make the whole again wherever it was cut (F38)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.array(fc.nat(200)), (file, cuts) => {
        const got: number[] = [];
        for (const cut of [...cuts, 200]) {
          const wanted = of(`bytes=${got.length}-`, file.length);
          if (wanted.kind !== 'part') break;
          got.push(...file.subarray(wanted.first, wanted.last + 1).subarray(0, cut));
        }
        return Buffer.from(got).equals(Buffer.from(file));
      }),
    );
  });

  it('never lie outside the file', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.option(fc.nat(99)), fc.option(fc.nat(99)), (size, from, to) => {
        const wanted = of(`bytes=${from ?? ''}-${to ?? ''}`, size);
        return wanted.kind !== 'part' || (wanted.first <= wanted.last && wanted.first >= 0 && wanted.last < size);
      }),
    );
  });
});
