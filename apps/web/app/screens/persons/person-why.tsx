import type { PersonCourse, PersonRecord } from '../../../../api/src/persons/person-record';
import { Explanation } from '../../explanation/explanation';
import { number } from '../../kit/dates';
import { ApplicationWhy } from './application-why';
import { t } from './person-texts';

interface WhyProps {
  readonly person: PersonRecord;
  readonly isOpen: boolean;
}

const ofCourse = ({ credits, classCode }: PersonCourse, who: string, isOpen: boolean) => {
  if (!credits) return null;
  const { ectsCredits, coursePoints } = credits;
  return (
    <div key={classCode} class="stack">
      {coursePoints && (
        <Explanation
          of={coursePoints}
          title={`${t.points} ${classCode}`}
          amount={t.ofPoints(number(coursePoints.has), number(coursePoints.of))}
          who={who}
          isOpen={isOpen}
        />
      )}
      <Explanation
        of={ectsCredits}
        title={`${t.ects} ${classCode}`}
        amount={t.ofEcts(number(ectsCredits.has), number(ectsCredits.of))}
        who={who}
        isOpen={isOpen}
      />
    </div>
  );
};

/** Why the person has what they have, one entitlement after the other. */
export const PersonWhy = ({ person: { personId, courses, applications, name }, isOpen }: WhyProps) => {
  const who = name ? name.givenNames : (courses[0]?.studentNo ?? '');
  // A course that went along to another class is one course.
  const own = courses.filter(
    ({ credits }, at) =>
      credits && courses.findIndex((one) => one.credits?.studentCourseId === credits.studentCourseId) === at,
  );
  return (
    <section class="stack" aria-labelledby="hvorfor">
      <h2 class="ds-heading" data-size="xs" id="hvorfor">
        {t.why}
      </h2>
      {own.map((course) => ofCourse(course, who, isOpen))}
      {own.length === 0 && courses.length > 0 && <p class="empty">{t.noWhy}</p>}
      {applications.map((one) => (
        <ApplicationWhy key={one.id} of={one} personId={personId} />
      ))}
    </section>
  );
};
