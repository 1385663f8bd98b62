import fc from 'fast-check';
import { anyCourseFolder } from './course-arbitrary';
import type { CourseFolder, Row } from './course-folder';
import { CourseInMemory } from './course-in-memory';
import { expectedOf } from './course-model';

const linesOf = (file: string): string[] => file.replace('\ufeff', '').split('\r\n').slice(1, -1);

const workedThrough = (folder: CourseFolder): CourseInMemory => {
  const course = new CourseInMemory(folder);
  course.award();
  course.correct();
  return course;
};

const shuffled = (rows: readonly Row[], seed: number): Row[] =>
  fc.sample(fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }), {
    numRuns: 1,
    seed,
  })[0]!;

/** The rows without those that the order of the file decides about. */
const withoutRepeats = (rows: readonly Row[], key: (row: Row) => string): Row[] => [
  ...new Map(rows.map((row) => [key(row), row])).values(),
];

const reasonsIn = (line: string): string[][] => {
  const cells = line.split(';');
  return [cells[3]!, cells[6]!, cells[7]!].map((cell) => cell.split(','));
};

describe('any course', () => {
  it('comes out as a plain reading of the rules says', () =>
    fc.assert(
      fc.property(anyCourseFolder, (folder) => {
        const expected = expectedOf(folder);
        const course = workedThrough(folder);
        expect(linesOf(course.awards())).toEqual(expected.awards);
        expect(linesOf(course.awardsFinal())).toEqual(expected.awardsFinal);
        expect(course.rejectedRows()).toEqual(expected.rejected);
      }),
      { numRuns: 400 },
    ));

  it('changes nothing when it is worked through again', () =>
    fc.assert(
      fc.property(anyCourseFolder, (folder) => {
        const course = workedThrough(folder);
        const before = [course.events(), course.awards(), course.awardsFinal(), course.rejectedRows()];
        course.forgetRejections();
        course.award();
        course.correct();
        expect([course.events(), course.awards(), course.awardsFinal(), course.rejectedRows()]).toEqual(before);
      }),
      { numRuns: 100 },
    ));

  it('comes out the same whatever order the rows stand in', () =>
    fc.assert(
      fc.property(anyCourseFolder, fc.integer(), (folder, seed) => {
        const attendance = withoutRepeats(folder.attendance, (row) => `${row.session_code};${row.student_no}`);
        const results = withoutRepeats(folder.results, (row) => row.student_no!);
        const ordered = workedThrough({ ...folder, attendance, results });
        const mixed = workedThrough({
          ...folder,
          participants: shuffled(folder.participants, seed),
          register: shuffled(folder.register, seed),
          attendance: shuffled(attendance, seed),
          results: shuffled(results, seed),
        });
        expect(mixed.awards()).toBe(ordered.awards());
        expect(mixed.awardsFinal()).toBe(ordered.awardsFinal());
      }),
      { numRuns: 100 },
    ));

  it('gives all or nothing in each ledger, and every reason once, sorted', () =>
    fc.assert(
      fc.property(anyCourseFolder, (folder) => {
        const course = workedThrough(folder);
        for (const line of [...linesOf(course.awards()), ...linesOf(course.awardsFinal())]) {
          const [, , ects, ectsReasons, status, points, pointsReasons] = line.split(';');
          expect(ects).toBe(ectsReasons === '' ? '5' : '0');
          expect(status === 'AWARDED').toBe(pointsReasons === '');
          expect(points === '0').toBe(status !== 'AWARDED');
          for (const reasons of reasonsIn(line)) expect(reasons).toEqual([...new Set(reasons)].sort());
        }
      }),
      { numRuns: 100 },
    ));

  it('holds in each ledger what its events add up to', () =>
    fc.assert(
      fc.property(anyCourseFolder, (folder) => {
        const course = workedThrough(folder);
        for (const { student_no: studentNo } of folder.participants) {
          let ects = 0;
          let points = 0;
          for (const { type, data } of course.eventsOf(studentNo!)) {
            const given = data as { ectsCredits: number; coursePoints: number; award: string };
            if (type === 'EctsCreditsAwarded') ects += given.ectsCredits;
            if (type === 'CoursePointsAwarded') points += given.coursePoints;
            if (type === 'AwardReversed' && given.award === 'ectsCredits') ects = 0;
            if (type === 'AwardReversed' && given.award === 'coursePoints') points = 0;
          }
          const { ectsCredits, coursePoints } = course.course(studentNo!);
          expect(ects).toBe(ectsCredits.status === 'AWARDED' ? ectsCredits.ectsCredits : 0);
          expect(points).toBe(coursePoints.status === 'AWARDED' ? coursePoints.coursePoints : 0);
        }
      }),
      { numRuns: 100 },
    ));

  it('is never lowered by one person alone', () =>
    fc.assert(
      fc.property(anyCourseFolder, (folder) => {
        const course = workedThrough(folder);
        for (const { student_no: studentNo } of folder.participants) {
          const events = course.eventsOf(studentNo!);
          for (const { type, data } of events) {
            if (type !== 'AwardReversed') continue;
            const { correctionId } = data as { correctionId: string };
            const correction = events.find(
              (event) =>
                event.type === 'CorrectionApplied' &&
                (event.data as { correctionId: string }).correctionId === correctionId,
            );
            expect(correction?.data).toMatchObject({ recordedBy: 'admin-1', approvedBy: 'admin-2' });
          }
        }
      }),
      { numRuns: 100 },
    ));
});
