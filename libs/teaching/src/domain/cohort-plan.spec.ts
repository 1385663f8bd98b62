import { fold } from '@kull/kernel';
import { classPlan, cohortPlan } from '../../test-model/a-year';
import { programmeClass } from './class';
import type { ClassEvent } from './class.events';
import type { PlannedClass } from './class.state';
import { cohortOrders } from './cohort-plan';
import { classIdOf } from './ids';

const plan = cohortPlan();
const planned = (code: string, site: string, ...more: readonly ClassEvent[]): PlannedClass =>
  fold(programmeClass, [{ type: 'ClassPlanned', data: classPlan(code, site) }, ...more]) as PlannedClass;
const intake = new Map([
  ['OSLO-1', planned('OSLO-1', 'Oslo')],
  ['TRONDHEIM-1', planned('TRONDHEIM-1', 'Trondheim')],
]);
const commission = {
  ...plan,
  code: 'BERGEN-2027',
  basis: {
    kind: 'COMMISSION',
    municipalityCode: '4601',
    commissionedBy: { name: 'Bergen kommune', orgNumber: '964338531' },
  },
} as const;

describe('the plan of a cohort that an intake fills', () => {
  it('orders the year of each class as the intake planned it, level and mode kept', () => {
    const { level: _level, mode: _mode, ...programme } = plan.programme;
    const orders = cohortOrders({ ...plan, programme }, intake);
    if ('rejected' in orders) throw new Error(orders.rejected.code);
    expect(orders.cohort.classes).toEqual(
      ['OSLO-1', 'TRONDHEIM-1'].map((code) => ({ classId: classIdOf({ code, intake: 'NLP-2026' }), code })),
    );
    expect(orders.years.map((year) => year.plan)).toEqual([...intake.values()].map((one) => one.planned));
  });

  it('names a class by its places as they are now, or as they were planned', () => {
    const smaller = planned('OSLO-1', 'Oslo', { type: 'ClassCapacityChanged', data: { capacity: 50, ceiling: 54 } });
    const there = new Map([...intake, ['OSLO-1', smaller]]);
    const capacityOf = (capacity: number) => {
      const [first, ...others] = plan.classes;
      const orders = cohortOrders({ ...plan, classes: [{ ...first!, capacity }, ...others] }, there);
      return 'rejected' in orders ? orders.rejected.code : orders.years[0]!.plan.capacity;
    };
    expect([capacityOf(50), capacityOf(54), capacityOf(40)]).toEqual([54, 54, 40]);
  });

  it('has all classes of the intake and no others', () => {
    expect(cohortOrders({ ...plan, classes: plan.classes.slice(1) }, intake)).toEqual({
      rejected: { code: 'CLASSES_MISSING', classes: ['OSLO-1'] },
    });
    const one = new Map([...intake].slice(1));
    expect(cohortOrders(plan, one)).toEqual({ rejected: { code: 'CLASS_NOT_PLANNED', classCode: 'OSLO-1' } });
  });

  it('may be planned before the intake opens: then its classes are as the document has them', () => {
    const orders = cohortOrders(plan, new Map());
    if ('rejected' in orders) throw new Error(orders.rejected.code);
    expect(orders.years.map((year) => year.plan)).toEqual([...intake.values()].map((one) => one.planned));
  });

  it('has the places that the intake was opened for', () =>
    expect(cohortOrders({ ...plan, commissionedPlaces: 300 }, intake)).toEqual({
      rejected: { code: 'COMMISSIONED_PLACES_DIFFER' },
    }));
});

describe('the plan of a cohort that a municipality commissioned', () => {
  it('makes its classes', () => {
    const orders = cohortOrders(commission, new Map());
    if ('rejected' in orders) throw new Error(orders.rejected.code);
    expect(orders.years[0]).toMatchObject({
      classId: classIdOf({ code: 'OSLO-1', intake: 'BERGEN-2027' }),
      plan: { code: 'OSLO-1', intake: 'BERGEN-2027', commissionedPlaces: 216 },
    });
  });

  it('has no more places than were commissioned (I-22)', () =>
    expect(cohortOrders({ ...commission, commissionedPlaces: 107 }, new Map())).toEqual({
      rejected: { code: 'COMMISSIONED_PLACES_EXCEEDED' },
    }));
});
