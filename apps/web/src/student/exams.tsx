import { type LocalDate, localDateInOslo } from '@kull/kernel';
import { clockText, type Language, weekdayText } from '../kit/language';
import type { Reader } from '../points/credits';
import { examTexts } from './exam-texts';
import type { ToldAssessment } from './told-assessments';

const gradeText = (language: Language, grade: string): string => {
  const { grades } = examTexts[language];
  return grade === 'PASSED' || grade === 'FAILED' ? grades[grade] : grade;
};

const linesOf = ({ language, today }: Reader, one: ToldAssessment): readonly string[] => {
  const texts = examTexts[language];
  const day = (on: LocalDate) => weekdayText(language, on);
  const until = (on: LocalDate, text: string) => (on < today ? texts.over(text) : text);
  const { handInBy, gradingDeadline, result, reasonsDeadline, reasonsGivenAt, appealDeadline } = one;
  if (!result) {
    return [
      ...(handInBy === undefined ? [] : [texts.handIn(texts.at(day(localDateInOslo(handInBy)), clockText(handInBy)))]),
      ...(gradingDeadline === undefined ? [] : [texts.graded(day(gradingDeadline))]),
    ];
  }
  return [
    ...(reasonsGivenAt !== undefined
      ? [texts.reasonsGiven(day(localDateInOslo(reasonsGivenAt)))]
      : reasonsDeadline === undefined
        ? []
        : [until(reasonsDeadline, texts.reasonsBy(day(reasonsDeadline)))]),
    ...(appealDeadline === undefined ? [] : [until(appealDeadline, texts.appealBy(day(appealDeadline)))]),
  ];
};

/** S6: when an exam is, what came of it, and until when one may ask and appeal. Deadlines end on working days. */
export const Exams = ({ reader, assessments }: { reader: Reader; assessments: readonly ToldAssessment[] }) => {
  const { language } = reader;
  const texts = examTexts[language];
  if (assessments.length === 0) return null;
  return (
    <div class="ds-card">
      <div class="ds-card__block stack">
        <h3 class="ds-heading" data-size="xs">
          {texts.title}
        </h3>
        {assessments.map((one) => (
          <div key={one.code} class="stack">
            <p class="ds-paragraph">
              <strong>{one.title}</strong>
              {one.result && (
                <>
                  {'. '}
                  {texts.result(
                    gradeText(language, one.result.grade),
                    weekdayText(language, localDateInOslo(one.result.at)),
                  )}
                </>
              )}
            </p>
            <ul class="plain">
              {linesOf(reader, one).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
        {assessments.some(({ result }) => result) && <p class="ds-paragraph hint">{texts.how}</p>}
      </div>
    </div>
  );
};
