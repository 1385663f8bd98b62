import type { OwnGradingRefusal, OwnResult } from '@kull/credits';
import { type LocalDate, localDateInOslo } from '@kull/kernel';
import { clockText, type Language, weekdayText } from '../kit/language';
import type { Reader } from '../points/credits';
import { deadlinesOf } from './deadlines';
import { examTexts } from './exam-texts';
import { ResultRequests } from './result-requests';
import type { ToldCourse } from './student-points';
import type { ToldAssessment } from './told-assessments';

/** What became of something that a student sent about a result. */
export type RequestAnswer =
  | { readonly sent: 'REASONS' | 'APPEAL' }
  | { readonly refused: OwnGradingRefusal; readonly about: OwnResult; readonly grounds: string };

const gradeText = (language: Language, grade: string): string => {
  const { grades } = examTexts[language];
  return grade === 'PASSED' || grade === 'FAILED' ? grades[grade] : grade;
};

const daysOf = (language: Language, { handInBy, gradingDeadline }: ToldAssessment): readonly string[] => {
  const texts = examTexts[language];
  const day = (on: LocalDate) => weekdayText(language, on);
  return [
    ...(handInBy === undefined ? [] : [texts.handIn(texts.at(day(localDateInOslo(handInBy)), clockText(handInBy)))]),
    ...(gradingDeadline === undefined ? [] : [texts.graded(day(gradingDeadline))]),
  ];
};

interface ExamsProps {
  readonly reader: Reader;
  readonly course: ToldCourse;
  readonly mayAct: boolean;
  readonly answer?: RequestAnswer;
}

const Exam = ({ reader, course, mayAct, answer, one }: ExamsProps & { one: ToldAssessment }) => {
  const { language } = reader;
  const texts = examTexts[language];
  const about = { studentCourseId: course.studentCourseId, assessment: one.code };
  return (
    <div class="stack">
      <p class="ds-paragraph">
        <strong>{one.title}</strong>
        {one.result && (
          <>
            {'. '}
            {texts.result(gradeText(language, one.result.grade), weekdayText(language, localDateInOslo(one.result.at)))}
          </>
        )}
      </p>
      {one.result ? (
        <ResultRequests reader={reader} about={about} one={one} mayAct={mayAct} {...(answer && { answer })} />
      ) : (
        <ul class="plain">
          {daysOf(language, one).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** S6: when an exam is, what came of it, and until when one may ask and appeal. Deadlines end on working days. */
export const Exams = (props: ExamsProps) => {
  const { reader, course, mayAct } = props;
  const { assessments } = course;
  const texts = examTexts[reader.language];
  if (assessments.length === 0) return null;
  const areComing = deadlinesOf(course).some(({ on }) => on >= reader.today);
  return (
    <div class="ds-card">
      <div class="ds-card__block stack">
        <h3 class="ds-heading" data-size="xs">
          {texts.title}
        </h3>
        {assessments.map((one) => (
          <Exam key={one.code} {...props} one={one} />
        ))}
        {assessments.some(({ result }) => result) && <p class="ds-paragraph hint">{texts.how}</p>}
        {mayAct && areComing && (
          <p>
            <a class="ds-link" href="/mine-poeng/frister.ics">
              {texts.inCalendar}
            </a>
          </p>
        )}
      </div>
    </div>
  );
};
