import { fold, inOslo } from '@kull/kernel';
import { classPlan, cohortPlan, course } from '../../test-model/a-year';
import { clashesOf, classClashesOf } from './clashes';
import { programmeClass } from './class';
import type { ClassEvent } from './class.events';
import { type PlannedClass, scheduledOf } from './class.state';
import { type CohortToCopy, classesLike, draftFromCohort, draftFromCommission, draftFromIntake } from './cohort-draft';
import { plannedEntriesOf } from './cohort-plan';
import { periodOf } from './gathering';

const { course: _course, classes: years, ...said } = cohortPlan();
const handInBy = '2027-06-04T12:00:00.000Z';
const requirements = [
  { ...course.requirements![0]!, handInBy },
  { kind: 'PART', code: 'REFLECTION', title: 'Refleksjon', fulfilledBy: 'STUDENT_DECLARATION', dueOn: '2027-03-30' },
] as const;
const lastYear: CohortToCopy = {
  cohort: {
    status: 'planned',
    planned: { ...said, classes: years.map(({ code }) => ({ classId: `cls_${code}`, code })) },
    commissionedPlaces: 220,
  },
  classes: years.map(({ code, site, gatherings }) => {
    const events: readonly ClassEvent[] = [
      { type: 'ClassPlanned', data: classPlan(code, site) },
      { type: 'CoursePlanned', data: { course: { ...course, requirements } as never } },
      ...gatherings.map(
        (one): ClassEvent => ({ type: 'GatheringScheduled', data: { classId: `cls_${code}`, ...one } }),
      ),
    ];
    return fold(programmeClass, events) as PlannedClass;
  }),
};
const weekdayAndTime = (instant: string): string => {
  const { date, time } = inOslo(instant);
  return `${new Date(`${date}T00:00:00Z`).getUTCDay()} ${time}`;
};

describe("a draft from last year's cohort", () => {
  const draft = draftFromCohort(lastYear, { code: 'NLP-2027', weeks: 52 });

  it('keeps weekdays, times of day, titles, rooms and teachers', () => {
    for (const [i, { gatherings }] of draft.classes.entries()) {
      const before = years[i]!.gatherings;
      expect(gatherings.map(({ title, venue }) => [title, venue])).toEqual(before.map((one) => [one.title, one.venue]));
      const [was, is] = [before, gatherings].map((all) => all.flatMap(({ sessions }) => sessions));
      expect(is!.map(({ startsAt }) => weekdayAndTime(startsAt))).toEqual(
        was!.map(({ startsAt }) => weekdayAndTime(startsAt)),
      );
      expect(is!.map(({ room, teachers }) => [room, teachers])).toEqual(was!.map((one) => [one.room, one.teachers]));
    }
    expect(periodOf(draft.classes[0]!.gatherings[0]!).startsOn).toBe('2027-09-13');
  });

  it('has no clash', () => {
    expect(draft.classes.flatMap((one) => classClashesOf(one, draft.course.gatherings))).toEqual([]);
    expect(clashesOf(plannedEntriesOf(draft), plannedEntriesOf(cohortPlan()))).toEqual([]);
  });

  it('moves periods and dates of what is handed in along', () => {
    expect(draft.classes[0]).toMatchObject({ startsOn: '2027-09-06', endsOn: '2028-06-09' });
    expect(draft.course.requirements).toMatchObject([
      { handInBy: '2028-06-02T12:00:00.000Z' },
      { dueOn: '2028-03-28' },
    ]);
    expect(draft).toMatchObject({ copiedFrom: 'NLP-2026', commissionedPlaces: 220, basis: { kind: 'INTAKE' } });
  });

  it('leaves out a gathering that was cancelled', () => {
    const [first, ...others] = lastYear.classes;
    const cancelled = { classId: 'cls_OSLO-1', number: 2, sessions: years[0]!.gatherings[1]!.sessions };
    const shortened = fold(programmeClass, [{ type: 'GatheringCancelled', data: cancelled }], first) as PlannedClass;
    const copied = draftFromCohort({ ...lastYear, classes: [shortened, ...others] }, { code: 'NLP-2027', weeks: 52 });
    expect(copied.classes[0]!.gatherings.map(({ number }) => number)).toEqual([1, 3, 4, 5, 6]);
  });

  it('has the places and periods of the new intake where it has the class', () => {
    const there = { ...classPlan('OSLO-1'), capacity: 40, startsOn: '2027-08-30', endsOn: '2028-06-16' };
    const state = fold(programmeClass, [{ type: 'ClassPlanned', data: there }]) as PlannedClass;
    const intake = { code: 'NLP-2027', ectsCredits: 30, commissionedPlaces: 94, classes: [state] };
    const copied = draftFromCohort(lastYear, { code: 'NLP-2027', weeks: 52, intake });
    expect(copied.classes[0]).toMatchObject({ capacity: 40, startsOn: '2027-08-30', endsOn: '2028-06-16' });
    expect(copied.commissionedPlaces).toBe(94);
  });
});

describe('a draft from an intake', () => {
  it('has its classes as they are, and a calendar to begin with', () => {
    const { classes } = lastYear;
    const draft = draftFromIntake({ code: 'NLP-2026', ectsCredits: 30, commissionedPlaces: 216, classes });
    expect(draft).toMatchObject({ code: 'NLP-2026', basis: { kind: 'INTAKE' }, course: { ectsCredits: 30 } });
    expect(draft.classes.map(({ code, capacity, gatherings }) => [code, capacity, gatherings.length])).toEqual([
      ['OSLO-1', 54, 6],
      ['TRONDHEIM-1', 54, 6],
    ]);
    expect(draft.programme).toEqual(classPlan().programme);
  });
});

describe('a draft of a commission', () => {
  const commission = {
    code: 'BERGEN-2027',
    basis: {
      kind: 'COMMISSION',
      municipalityCode: '4601',
      commissionedBy: { name: 'Bergen kommune', orgNumber: '964338531' },
    },
    programme: { code: 'NLP-BERGEN', title: 'Lederutdanning for Bergen kommune' },
    ectsCredits: 15,
    classes: [{ code: 'BERGEN-1', site: 'Bergen', capacity: 30, startsOn: '2027-01-11', endsOn: '2027-12-17' }],
  } as const;

  it('is one closed class with credits of its own', () => {
    const draft = draftFromCommission(commission);
    expect(draft).toMatchObject({ basis: commission.basis, commissionedPlaces: 30, course: { ectsCredits: 15 } });
    expect(draft.classes).toHaveLength(1);
    expect(draft.classes[0]!.gatherings).toHaveLength(6);
    expect(classClashesOf(draft.classes[0]!, draft.course.gatherings)).toEqual([]);
  });

  it('is several classes, each in weeks of its own, for as many as all of them have places for (I-22)', () => {
    const draft = draftFromCommission({ ...commission, classes: classesLike(commission.classes[0], 3) });
    expect(draft.classes.map(({ code }) => code)).toEqual(['BERGEN-1', 'BERGEN-2', 'BERGEN-3']);
    expect(draft.commissionedPlaces).toBe(90);
    const firsts = draft.classes.map(({ gatherings }) => periodOf(gatherings[0]!).startsOn);
    expect(new Set(firsts).size).toBe(3);
  });

  it('like another cohort has its titles and lengths, from the first week of its own, without rooms and teachers', () => {
    const draft = draftFromCommission(commission, lastYear);
    const [model] = lastYear.classes;
    const { gatherings } = draft.classes[0]!;
    expect(gatherings.map(({ title }) => title)).toEqual(scheduledOf(model!).map(({ title }) => title));
    expect(periodOf(gatherings[0]!).startsOn).toBe('2027-01-11');
    expect(gatherings.flatMap(({ sessions }) => sessions).filter((one) => one.room || one.teachers)).toEqual([]);
    expect(gatherings.every(({ venue }) => venue === 'Bergen')).toBe(true);
    expect(draft.copiedFrom).toBe('NLP-2026');
  });
});
