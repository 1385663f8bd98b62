import { type Language, numberText } from '../kit/language';
import { pageText, type Viewer } from '../kit/page';
import { Credits, type Reader } from '../points/credits';
import { pointsPageTexts } from '../points/points-texts';
import type { ToldCredits } from '../points/told-points';
import { Attendance, AttendanceWarning } from './attendance-card';
import { isAtRisk } from './attendance-words';
import { examTexts } from './exam-texts';
import { Exams, type RequestAnswer } from './exams';
import { homeTexts } from './home/home-texts';
import { isNumberAction } from './number-action';
import type { ToldCourse } from './student-points';

const NumberAct = ({ language }: { language: Language }) => (
  <a class="ds-button" href="/min-profil#hpr">
    {homeTexts[language].correctNumber}
  </a>
);

interface CourseProps {
  readonly reader: Reader;
  readonly course: ToldCourse;
  /** Whoever only looks sends nothing. */
  readonly mayAct: boolean;
  readonly answer?: RequestAnswer;
}

const Course = ({ reader, course, mayAct, answer }: CourseProps) => {
  const { language } = reader;
  const texts = pointsPageTexts[language];
  const { attendance, coursePoints, ectsCredits } = course;
  const isFirst = attendance !== undefined && isAtRisk(attendance);
  const amounts = ({ has, of }: ToldCredits): [string, string] => [numberText(language, has), numberText(language, of)];
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="xs">
        {course.title} · {course.classCode}
      </h2>
      {isFirst && <AttendanceWarning language={language} attendance={attendance} />}
      {coursePoints && (
        <Credits
          reader={reader}
          credits={coursePoints}
          amount={texts.coursePoints(...amounts(coursePoints))}
          done={coursePoints.outcome ? `${coursePoints.outcome[language]}. ${texts.done}` : texts.done}
          act={coursePoints.blocking && isNumberAction(coursePoints.blocking) && <NumberAct language={language} />}
        />
      )}
      <Credits
        reader={reader}
        credits={ectsCredits}
        amount={texts.ectsCredits(...amounts(ectsCredits))}
        done={texts.ectsDone}
      />
      {attendance && <Attendance language={language} attendance={attendance} />}
      <Exams reader={reader} course={course} mayAct={mayAct} {...(answer && { answer })} />
    </section>
  );
};

const Answer = ({ language, answer }: { language: Language; answer: RequestAnswer }) => {
  const { sent, refused } = examTexts[language];
  const isSent = 'sent' in answer;
  return (
    <div class="ds-alert" data-color={isSent ? 'success' : 'warning'} role={isSent ? 'status' : 'alert'}>
      <p class="ds-paragraph">{isSent ? sent[answer.sent] : refused[answer.refused]}</p>
    </div>
  );
};

/** E5: what a student has, and why not more. */
export const pointsPage = (
  reader: Reader,
  viewer: Viewer,
  courses: readonly ToldCourse[],
  answer?: RequestAnswer,
): string => {
  const { language } = reader;
  const texts = pointsPageTexts[language];
  return pageText({
    language,
    title: texts.title,
    path: '/mine-poeng',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="sm">
          {texts.title}
        </h1>
        {answer && <Answer language={language} answer={answer} />}
        {courses.length === 0 && <p class="ds-paragraph">{texts.none}</p>}
        {courses.map((course) => (
          <Course
            key={course.studentCourseId}
            reader={reader}
            course={course}
            mayAct={viewer.seeingAs === undefined}
            {...(answer && { answer })}
          />
        ))}
      </>
    ),
  });
};
