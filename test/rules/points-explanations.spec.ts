import { explainAwards } from '@kull/credits/domain/explain';
import type { JudgedCourse } from '@kull/credits/domain/student-course.state';
import { feed } from '@kull/deliveries/domain/feed';
import { explainPoints } from '@kull/deliveries/domain/points-explanation';
import { type Entitlement, reconcile } from '@kull/deliveries/domain/reconciliation';
import fc from 'fast-check';
import { anyCourseFolder } from './course-arbitrary';
import { CourseInMemory } from './course-in-memory';

const now = '2026-07-10T08:00:00.000Z';

/** What the award has to lead to; nothing while nothing is awarded. */
const entitlementOf = ({ studentNo, coursePoints }: JudgedCourse): Entitlement[] =>
  coursePoints.status === 'AWARDED'
    ? [
        {
          studentCourseId: studentNo,
          classId: 'cls',
          studentNo,
          completionDate: '2026-06-19',
          lines: coursePoints.lines,
          stands: true,
        },
      ]
    : [];

describe('any course, awarded and corrected (W19)', () => {
  it('has for every student exactly one first requirement that points wait for', () =>
    fc.assert(
      fc.property(anyCourseFolder, (folder) => {
        const course = new CourseInMemory(folder);
        course.award();
        const check = () => {
          for (const { student_no: studentNo } of folder.participants) {
            const judged = course.course(studentNo!);
            const award = explainAwards(judged).coursePoints;
            const { lines } = reconcile(entitlementOf(judged), [], feed.initial, now);
            const { outcome, blocking, requirements } = explainPoints(award, lines, '2026-07-19');
            const isAwarded = judged.coursePoints.status === 'AWARDED';
            expect(award.requirements.every(({ status }) => status === 'met')).toBe(isAwarded);
            expect(outcome).toBe(isAwarded ? 'NOT_DUE' : 'NOT_AWARDED');
            expect(requirements.find(({ status }) => status !== 'met')).toBe(blocking);
            expect(blocking!.code === 'CERTIFICATE_NOT_ISSUED').toBe(isAwarded);
            expect(blocking).toMatchObject({ actor: expect.any(String), action: expect.any(String) });
          }
        };
        check();
        course.correct();
        check();
      }),
      { numRuns: 200 },
    ));
});
