import type { Recorded } from '@kull/event-store';
import type { Reaction } from '@kull/messaging';
import { askAgainAt } from '../domain/ask-again';
import type { HprLookUpUnanswered } from '../domain/hpr.events';
import { studentCourse } from '../domain/student-course';

/** A register that did not answer is asked again later, about each student whom it left waiting. */
export const askRegisterAgainWhenUnanswered: Reaction = {
  name: 'ask-register-again-when-unanswered',
  startsAt: 'beginning',
  handles: ['HprLookUpUnanswered'],
  jobs: ['judge-waiting-student'],
  react: (event) => {
    const { data, stream, eventId } = event as Recorded<HprLookUpUnanswered>;
    const dueAt = askAgainAt(data);
    if (dueAt === undefined) return [];
    const studentCourseId = stream.slice(studentCourse.category.length + 1);
    return [
      { key: `ask-register-again.${eventId}`, job: 'judge-waiting-student', payload: { studentCourseId }, dueAt },
    ];
  },
};
