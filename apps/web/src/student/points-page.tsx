import { numberText } from '../kit/language';
import { pageText, type Viewer } from '../kit/page';
import { Credits, type Reader } from '../points/credits';
import { pointsPageTexts } from '../points/points-texts';
import type { ToldCredits } from '../points/told-points';
import { Attendance } from './attendance-card';
import type { ToldCourse } from './student-points';

const Course = ({ reader, course }: { reader: Reader; course: ToldCourse }) => {
  const { language } = reader;
  const texts = pointsPageTexts[language];
  const { attendance, coursePoints, ectsCredits } = course;
  const amounts = ({ has, of }: ToldCredits): [string, string] => [numberText(language, has), numberText(language, of)];
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="sm">
        {course.title} · {course.classCode}
      </h2>
      {coursePoints && (
        <Credits
          reader={reader}
          credits={coursePoints}
          amount={texts.coursePoints(...amounts(coursePoints))}
          done={coursePoints.outcome ? `${coursePoints.outcome[language]}. ${texts.done}` : texts.done}
        />
      )}
      <Credits
        reader={reader}
        credits={ectsCredits}
        amount={texts.ectsCredits(...amounts(ectsCredits))}
        done={texts.ectsDone}
      />
      {attendance && <Attendance language={language} attendance={attendance} />}
    </section>
  );
};

/** E5: what a student has, and why not more. */
export const pointsPage = (reader: Reader, viewer: Viewer, courses: readonly ToldCourse[]): string => {
  const { language } = reader;
  const texts = pointsPageTexts[language];
  return pageText({
    language,
    title: texts.title,
    path: '/mine-poeng',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {texts.title}
        </h1>
        {courses.length === 0 && <p class="ds-paragraph">{texts.none}</p>}
        {courses.map((course) => (
          <Course key={course.classCode} reader={reader} course={course} />
        ))}
      </>
    ),
  });
};
