import type { Recorded } from '@kull/event-store';
import type { Reaction } from '@kull/messaging';
import { studentCourse } from '../domain/student-course';
import type { CorrectionApplied } from '../domain/student-course.events';

/** A corrected name or HPR number becomes what is known of the person everywhere (I-58). */
export const rectifyPersonWhenCorrected: Reaction = {
  name: 'rectify-person-when-corrected',
  startsAt: 'beginning',
  handles: ['CorrectionApplied'],
  jobs: ['rectify-person'],
  react: (event) => {
    const { data, stream, eventId } = event as Recorded<CorrectionApplied>;
    if (!data.holder) return [];
    const studentCourseId = stream.slice(studentCourse.category.length + 1);
    return [{ key: `rectify-person.${eventId}`, job: 'rectify-person', payload: { studentCourseId } }];
  },
};
