import type { ClassPlan } from '@kull/teaching/contracts';
import { nationalTerms } from '../test-model/sample-course';
import { courseTermsOf } from './course-terms-of';

const { requirements, ectsRule } = nationalTerms;
const course: NonNullable<ClassPlan['course']> = {
  ectsCredits: 30,
  sessions: [
    { code: 'M1', title: 'Økt 1', startsAt: '2026-09-08T07:00:00.000Z', halfHours: 10 },
    { code: 'M2', title: 'Økt 2', startsAt: '2026-09-08T11:00:00.000Z', halfHours: 10 },
  ],
  ectsRule,
  organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
};
const plan = (changes: Partial<NonNullable<ClassPlan['course']>> = {}): ClassPlan => ({
  code: 'NLP-OSLO-1',
  site: 'OSLO',
  capacity: 54,
  endsOn: '2027-06-18',
  programme: { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten' },
  course: { ...course, ...changes },
});

describe('the terms of a class', () => {
  it('need no approval', () =>
    expect(courseTermsOf(plan({ courseCode: 'LEDELSE-30', requirements: requirements! }))).toEqual(nationalTerms));

  it('take the programme for the course where the requirements are listed and no course is named', () => {
    expect(courseTermsOf(plan({ requirements: [] }))?.courseCode).toBe('NLP');
    expect(courseTermsOf(plan())).not.toHaveProperty('courseCode');
  });

  it('are not there before a course has sessions and a last day', () => {
    expect(courseTermsOf(plan({ sessions: [] }))).toBeUndefined();
    const { course: _course, ...withoutCourse } = plan();
    const { endsOn: _endsOn, ...withoutEnd } = plan();
    expect([courseTermsOf(withoutCourse), courseTermsOf(withoutEnd)]).toEqual([undefined, undefined]);
  });
});
