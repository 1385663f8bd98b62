import { given } from '@kull/kernel/given';
import { programmeClass } from './class';
import type { ClassEvent } from './class.events';
import { intakeOf } from './class-plan';

const plan = {
  code: 'OSLO-1',
  site: 'OSLO',
  capacity: 54,
  programme: { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten' },
  intake: 'NLP-2026',
};
const planned: ClassEvent = { type: 'ClassPlanned', data: plan };
const opened: ClassEvent = { type: 'ClassOpened', data: {} };
const raised: ClassEvent = { type: 'ClassCapacityChanged', data: { capacity: 60, ceiling: 60 } };
const changeTo = (capacity: number) => ({ type: 'ChangeCapacity', data: { classId: 'cls_1', capacity } }) as const;
const course = {
  ectsCredits: 5,
  sessions: [{ code: 'M1', title: 'M1', startsAt: '2026-01-12T08:00:00.000Z', halfHours: 15 }],
  ectsRule: { minAttendance: { numerator: 75, denominator: 100 }, assessment: 'EXAM' },
  organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
};
const withCourse: ClassEvent = { type: 'ClassPlanned', data: { ...plan, course } };

describe('a class', () => {
  it('is planned once', () => {
    given(programmeClass)().when({ type: 'PlanClass', data: plan }).then(planned);
    given(programmeClass)(planned)
      .when({ type: 'PlanClass', data: { ...plan } })
      .thenNothing();
  });

  it('is not planned anew under the same code', () =>
    given(programmeClass)(planned)
      .when({ type: 'PlanClass', data: { ...plan, site: 'TRONDHEIM' } })
      .rejectedAs({ code: 'CLASS_DIFFERS' }));

  it('is the same class after its capacity was raised', () =>
    given(programmeClass)(planned, raised).when({ type: 'PlanClass', data: plan }).thenNothing());

  it('opens once, when planned', () => {
    given(programmeClass)(withCourse).when({ type: 'OpenClass', data: {} }).then(opened);
    given(programmeClass)(planned).when({ type: 'OpenClass', data: {} }).rejectedAs({ code: 'COURSE_NOT_PLANNED' });
    given(programmeClass)(planned, opened).when({ type: 'OpenClass', data: {} }).thenNothing();
    given(programmeClass)().when({ type: 'OpenClass', data: {} }).rejectedAs({ code: 'CLASS_NOT_PLANNED' });
  });

  it('gets more places by an explicit act, and counts those that are closed as taken', () => {
    given(programmeClass)(planned).when(changeTo(60)).then(raised);
    given(programmeClass)(planned, raised).when(changeTo(60)).thenNothing();
    given(programmeClass)(planned, raised)
      .when(changeTo(50))
      .then({
        type: 'ClassCapacityChanged',
        data: { capacity: 50, ceiling: 60, closed: { classId: 'cls_1', places: 10 } },
      });
  });

  it('is an intake of its own when no intake fills it', () => {
    expect(intakeOf(plan)).toBe('NLP-2026');
    expect(intakeOf({ ...plan, intake: undefined })).toBe('OSLO-1');
  });
});
