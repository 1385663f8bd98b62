import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { birthDateIn } from './birth-date';

describe('a birth date as it is typed', () => {
  it.each([
    ['15.07.1975', '1975-07-15'],
    ['15071975', '1975-07-15'],
    [' 15/07 1975 ', '1975-07-15'],
    ['1975-07-15', '1975-07-15'],
    ['29.02.2000', '2000-02-29'],
  ])('%s is %s', (typed, date) => expect(birthDateIn(typed)).toBe(date));

  it.each(['', '150775', '31.02.1975', '29.02.1999', '15.07.19755', 'x', undefined, 7])('%s is none', (typed) =>
    expect(birthDateIn(typed)).toBeUndefined(),
  );

  it('is read whatever stands between the numbers', () => {
    const between = fc.constantFrom('.', '', ' ', '-', '/', ' . ');
    const days = fc.date({ min: new Date('1940-01-01'), max: new Date('2010-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, between, (day, sign) => {
        const [year, month, date] = day.toISOString().slice(0, 10).split('-');
        expect(birthDateIn([date, month, year].join(sign))).toBe(`${year}-${month}-${date}`);
      }),
    );
  });
});
