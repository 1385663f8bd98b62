import type { ClassPlan } from '@kull/teaching/contracts';
import { approval } from '../../test-model/certificates';
import { approvedCourses } from './approved-courses';

const terms = { ...approval, title: 'Nettbasert lederutdanning', deliveryMode: 'ONLINE' };
const plan = (code: string, endsOn: string, over: Partial<typeof terms> = {}) =>
  ({ code, endsOn, course: { courseApproval: { ...terms, ...over } } }) as unknown as ClassPlan;

describe('course approvals', () => {
  it('are listed once for all classes on the same terms, by number', () => {
    const found = approvedCourses([
      plan('B', '2022-06-15', { approvalId: 'LF-2' }),
      plan('A', '2022-06-15'),
      plan('C', '2023-12-31'),
      { code: 'X' } as ClassPlan,
    ]);
    expect(
      found.map(({ terms: { approvalId }, classes, faults }) => [approvalId, classes.map(({ code }) => code), faults]),
    ).toEqual([
      ['LF-2', ['B'], []],
      ['LF-TEST-0001', ['A', 'C'], []],
    ]);
  });

  it('are flagged when classes say different things of one number', () => {
    const found = approvedCourses([plan('A', '2022-06-15'), plan('B', '2022-06-15', { validTo: '2024-12-31' })]);
    expect(found.map(({ faults }) => faults)).toEqual([['TERMS_DIFFER'], ['TERMS_DIFFER']]);
  });

  it('are flagged when a class ends outside their period, the days of which are both in it', () => {
    const classes = [
      plan('A', '2022-01-01'),
      plan('B', '2023-12-31'),
      plan('C', '2021-12-31'),
      plan('D', '2024-01-01'),
    ];
    const [found] = approvedCourses(classes);
    expect(found!.faults).toEqual(['ENDS_OUTSIDE']);
    expect(found!.classes.filter(({ isOutside }) => isOutside).map(({ code }) => code)).toEqual(['C', 'D']);
  });
});
