import { readCourseFolder } from './course-folder';
import { CourseInMemory } from './course-in-memory';
import { expectedOf } from './course-model';

const linesOf = (file: string): string[] => file.replace('\ufeff', '').split('\r\n').slice(1, -1);

describe('the course of spring 2026', () => {
  const folder = readCourseFolder('nla-2026-spring');
  const expected = expectedOf(folder);
  const course = new CourseInMemory(folder);
  course.award();
  const awards = course.awards();
  course.correct();

  it('awards and refuses what the rules say', () => expect(linesOf(awards)).toEqual(expected.awards));

  it('judges again after each correction', () => expect(linesOf(course.awardsFinal())).toEqual(expected.awardsFinal));

  it('reports every row that was not taken in', () => expect(course.rejectedRows()).toEqual(expected.rejected));

  it('changes nothing when it is all done again', () => {
    const before = { events: course.events(), rejected: course.rejectedRows(), final: course.awardsFinal() };
    course.forgetRejections();
    course.award();
    course.correct();
    expect({ events: course.events(), rejected: course.rejectedRows(), final: course.awardsFinal() }).toEqual(before);
    expect(course.awards()).toBe(awards);
  });
});
