import { cohortPlan, course, gathering, sixGatherings } from '../../test-model/a-year';
import { warningsOf, warningsOfDays } from './plan-warnings';
import { isWinterHoliday, mondayOf } from './winter-holidays';

const trondheim = { code: 'TRONDHEIM-1', site: 'Trondheim' };
const bergen = { code: 'BERGEN-1', site: 'Bergen' };

describe('what is said of the days of a gathering', () => {
  it('name both holidays of one day', () => {
    const on17May = warningsOfDays({ code: 'OSLO-1', site: 'Oslo' }, gathering(6, '2027-05-17'));
    expect(on17May.map((one) => ('holiday' in one ? one.holiday : one.code))).toEqual([
      'CONSTITUTION_DAY',
      'WHIT_MONDAY',
    ]);
  });

  it('is a public holiday (I-25)', () =>
    expect(warningsOfDays(trondheim, gathering(6, '2027-05-03', { days: 4 }))).toEqual([
      { code: 'PUBLIC_HOLIDAY', classCode: 'TRONDHEIM-1', gathering: 6, on: '2027-05-06', holiday: 'ASCENSION_DAY' },
    ]));

  it('is the winter holidays of the site: week 8 in Trondheim, week 9 in Bergen', () => {
    const week8 = gathering(4, '2027-02-22', { days: 4 });
    const days = (warnings: ReturnType<typeof warningsOfDays>) =>
      warnings.map((one) => 'on' in one && [one.code, one.on]);
    expect(days(warningsOfDays(trondheim, week8))).toEqual(
      ['22', '23', '24', '25'].map((day) => ['WINTER_HOLIDAY', `2027-02-${day}`]),
    );
    expect(warningsOfDays(bergen, week8)).toEqual([]);
    expect(warningsOfDays(bergen, gathering(4, '2027-03-01'))).toHaveLength(3);
    expect(warningsOfDays(trondheim, gathering(4, '2027-03-01'))).toEqual([]);
    expect(warningsOfDays(bergen, week8, { bySite: { BERGEN: 8 }, elsewhere: 9 })).toHaveLength(4);
  });

  it('is the weekend', () =>
    expect(warningsOfDays(bergen, gathering(1, '2026-09-11')).map(({ code }) => code)).toEqual(['WEEKEND', 'WEEKEND']));
});

describe('what is said of a cohort', () => {
  const { classes } = cohortPlan();
  const [oslo, other] = classes as [(typeof classes)[0], (typeof classes)[0]];

  it('is nothing of a plan in order', () => expect(warningsOf(classes, course.gatherings)).toEqual([]));

  it('is that a gathering cannot be made up elsewhere (W16)', () => {
    const shorter = sixGatherings().map((one) => (one.number === 2 ? gathering(2, '2026-10-19') : one));
    expect(warningsOf([oslo, { ...other, gatherings: shorter }], course.gatherings)).toEqual([
      { code: 'GATHERING_NOT_EQUIVALENT', classCode: 'TRONDHEIM-1', gathering: 2, otherClassCode: 'OSLO-1' },
    ]);
  });

  it('is that a class lacks gatherings', () =>
    expect(warningsOf([{ ...oslo, gatherings: oslo.gatherings.slice(0, 4) }], course.gatherings)).toEqual([
      { code: 'GATHERINGS_MISSING', classCode: 'OSLO-1', missing: 2 },
    ]));
});

describe('the winter holidays', () => {
  it('begin on the Monday of their week by ISO 8601', () => {
    expect([mondayOf(2026, 1), mondayOf(2027, 1), mondayOf(2027, 8), mondayOf(2028, 1)]).toEqual([
      '2025-12-29',
      '2027-01-04',
      '2027-02-22',
      '2028-01-03',
    ]);
  });

  it('last from Monday to Friday', () =>
    expect(['2027-02-21', '2027-02-22', '2027-02-26', '2027-02-27'].map((day) => isWinterHoliday(day, 'Oslo'))).toEqual(
      [false, true, true, false],
    ));
});
