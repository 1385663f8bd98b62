import { addDays, publicHolidays } from '@kull/kernel';
import fc from 'fast-check';
import { course } from '../../test-model/a-year';
import { classClashesOf } from './clashes';
import { daysOf, isEquivalent, periodOf } from './gathering';
import { warningsOf } from './plan-warnings';
import { withSuggestedCalendar } from './suggested-calendar';

const classOf = (code: string, site: string, startsOn = '2026-09-07', endsOn = '2027-06-11') => ({
  code,
  site,
  capacity: 54,
  startsOn,
  endsOn,
});
const four = [
  classOf('OSLO-1', 'Oslo'),
  classOf('OSLO-2', 'Oslo'),
  classOf('OSLO-3', 'Oslo'),
  classOf('TRONDHEIM-1', 'Trondheim'),
];

describe('a suggested calendar', () => {
  const planned = withSuggestedCalendar(four);

  it('has six gatherings of 22 days, 44 half days, the same in every class', () => {
    for (const { gatherings } of planned) {
      expect(gatherings.map((one) => daysOf(one).length)).toEqual([4, 4, 3, 4, 3, 4]);
      expect(gatherings.flatMap(({ sessions }) => sessions)).toHaveLength(44);
      expect(gatherings.flatMap(({ sessions }) => sessions).every(({ halfHours }) => halfHours === 8)).toBe(true);
    }
    expect(planned[0]!.gatherings[0]!.sessions.map(({ code }) => code).slice(0, 3)).toEqual(['1-1F', '1-1E', '1-2F']);
    expect(planned[0]!.gatherings[0]!.sessions.slice(0, 2).map(({ startsAt }) => startsAt)).toEqual([
      '2026-09-07T07:00:00.000Z',
      '2026-09-07T11:00:00.000Z',
    ]);
  });

  it('begins on Mondays, from September to June, around the holidays', () => {
    expect(planned.map(({ code, gatherings }) => [code, ...gatherings.map((one) => periodOf(one).startsOn)])).toEqual([
      ['OSLO-1', '2026-09-07', '2026-10-12', '2026-11-16', '2027-02-15', '2027-03-15', '2027-05-10'],
      ['OSLO-2', '2026-09-14', '2026-10-19', '2026-11-23', '2027-03-01', '2027-04-05', '2027-05-24'],
      ['OSLO-3', '2026-09-21', '2026-10-26', '2026-11-30', '2027-03-08', '2027-04-12', '2027-05-31'],
      ['TRONDHEIM-1', '2026-09-07', '2026-10-12', '2026-11-16', '2027-02-15', '2027-03-15', '2027-05-10'],
    ]);
  });

  it('has nothing to be warned of', () => expect(warningsOf(planned, course.gatherings)).toEqual([]));

  it('stands by itself in any period, classes of one site in different weeks', () => {
    const anyClasses = fc.record({
      startsOn: fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2026-01-01', days)),
      weeks: fc.integer({ min: 4, max: 50 }),
      sites: fc.array(fc.constantFrom('Oslo', 'Trondheim', 'Bergen'), { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(anyClasses, ({ startsOn, weeks, sites }) => {
        const endsOn = addDays(startsOn, 7 * weeks);
        const classes = withSuggestedCalendar(sites.map((site, i) => classOf(`K-${i}`, site, startsOn, endsOn)));
        const weeksOf = classes.flatMap(({ site, gatherings }) =>
          gatherings.map((one) => `${site}:${periodOf(one).startsOn}`),
        );
        expect(new Set(weeksOf).size).toBe(weeksOf.length);
        for (const one of classes) expect(classClashesOf(one, course.gatherings)).toEqual([]);
        const warned = warningsOf(classes, course.gatherings).map(({ code }) => code);
        expect(warned.filter((code) => code !== 'GATHERINGS_MISSING' && code !== 'GATHERING_NOT_EQUIVALENT')).toEqual(
          [],
        );
      }),
      { numRuns: 60 },
    );
  });

  it('avoids weeks with a public holiday altogether', () => {
    const days = planned.flatMap(({ gatherings }) => gatherings.flatMap(daysOf));
    expect(days.filter((day) => publicHolidays(Number(day.slice(0, 4))).has(day))).toEqual([]);
    expect(isEquivalent(planned[0]!.gatherings[3]!.sessions, planned[3]!.gatherings[3]!.sessions)).toBe(true);
  });
});
