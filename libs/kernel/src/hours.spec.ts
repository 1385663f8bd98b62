import fc from 'fast-check';
import { hoursText, parseHours, parseShare, reaches, shareText } from './index';

describe('half hours', () => {
  it.each([
    ['0', 0],
    ['0.0', 0],
    ['7.5', 15],
    ['7.50', 15],
    [' 60 ', 120],
  ])('reads %p', (text, halfHours) => expect(parseHours(text)).toBe(halfHours));

  it.each(['', '-1', '7,5', '7.25', '0.1', '1e1', 'x', '7.', '.5', 'NaN'])('refuses %p', (text) =>
    expect(parseHours(text)).toBeUndefined(),
  );

  it('reads back what it writes', () =>
    fc.assert(fc.property(fc.nat(10_000), (halfHours) => parseHours(hoursText(halfHours)) === halfHours)));
});

describe('shares', () => {
  it('meets 0.80 with 48.0 of 60 hours, and not with 47.5', () => {
    const share = parseShare(0.8)!;
    expect(reaches(96, 120, share)).toBe(true);
    expect(reaches(95, 120, share)).toBe(false);
  });

  it('is exact where floating point is not', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 500 }), (percent, whole) => {
        const share = parseShare((percent / 100).toFixed(2))!;
        for (let part = 0; part <= whole; part++)
          if (reaches(part, whole, share) !== BigInt(part) * 100n >= BigInt(percent) * BigInt(whole)) return false;
        return true;
      }),
    ));

  it.each(['', '1.1', '-0.5', '2', '.5', '80 %'])('refuses %p', (text) => expect(parseShare(text)).toBeUndefined());
  it('writes the decimal it read', () => expect(shareText(parseShare('0.75')!)).toBe('0.75'));
});
