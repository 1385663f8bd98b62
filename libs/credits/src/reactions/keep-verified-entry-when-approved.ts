import type { Recorded } from '@kull/event-store';
import type { Reaction } from '@kull/messaging';
import type { HprVerificationFailed, HprVerified } from '../domain/hpr.events';
import { studentCourse } from '../domain/student-course';

/** What two people verified is what the register says of that number from then on, also to the deliveries. */
export const keepVerifiedEntryWhenApproved: Reaction = {
  name: 'keep-verified-entry-when-approved',
  startsAt: 'beginning',
  handles: ['HprVerified', 'HprVerificationFailed'],
  jobs: ['keep-verified-entry'],
  react: (event) => {
    const { data, stream, eventId } = event as Recorded<HprVerified | HprVerificationFailed>;
    if (!data.verification) return [];
    const studentCourseId = stream.slice(studentCourse.category.length + 1);
    return [{ key: `keep-verified-entry.${eventId}`, job: 'keep-verified-entry', payload: { studentCourseId } }];
  },
};
