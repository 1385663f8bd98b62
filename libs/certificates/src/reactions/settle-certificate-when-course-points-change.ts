import { studentCourseCategory } from '@kull/credits/contracts';
import type { Recorded } from '@kull/event-store';
import type { Reaction } from '@kull/messaging';

const concernsCoursePoints = ({ type, data }: Recorded): boolean =>
  type !== 'AwardReversed' || (data as { award: string }).award === 'coursePoints';

/** When course points are awarded, corrected or fall away, the student's certificate has to follow (credits.md 4). */
export const settleCertificateWhenCoursePointsChange: Reaction = {
  name: 'settle-certificate-when-course-points-change',
  startsAt: 'beginning',
  handles: ['CoursePointsAwarded', 'CoursePointsAwardCorrected', 'AwardReversed'],
  jobs: ['settle-certificate'],
  react: (event) =>
    concernsCoursePoints(event)
      ? [
          {
            key: `settle-certificate.${event.eventId}`,
            job: 'settle-certificate',
            payload: { studentCourseId: event.stream.slice(studentCourseCategory.length + 1) },
          },
        ]
      : [],
};
