import type { OwnResult } from '@kull/credits';
import { type Instant, type LocalDate, localDateInOslo } from '@kull/kernel';
import { type Language, weekdayText } from '../kit/language';
import type { Reader } from '../points/credits';
import { examTexts } from './exam-texts';
import type { RequestAnswer } from './exams';
import type { ToldAssessment } from './told-assessments';

interface RequestProps {
  readonly reader: Reader;
  readonly about: OwnResult;
  readonly one: ToldAssessment;
  /** Whoever only looks sends nothing. */
  readonly mayAct: boolean;
  readonly answer?: RequestAnswer;
}

const dayOf = (language: Language, at: Instant): string => weekdayText(language, localDateInOslo(at));

const isOpen = (until: LocalDate, { today }: Reader): boolean => until >= today;

const About = ({ about: { studentCourseId, assessment } }: Pick<RequestProps, 'about'>) => (
  <>
    <input type="hidden" name="kurs" value={studentCourseId} />
    <input type="hidden" name="eksamen" value={assessment} />
  </>
);

const Reasons = ({ reader, about, one, mayAct }: RequestProps) => {
  const { language } = reader;
  const texts = examTexts[language];
  const { reasonsDeadline, reasonsAskedAt, reasonsGivenAt } = one;
  if (reasonsGivenAt !== undefined) return <li>{texts.reasonsGiven(dayOf(language, reasonsGivenAt))}</li>;
  if (reasonsAskedAt !== undefined) return <li>{texts.asked(dayOf(language, reasonsAskedAt))}</li>;
  if (reasonsDeadline === undefined) return null;
  const until = texts.reasonsBy(weekdayText(language, reasonsDeadline));
  if (!isOpen(reasonsDeadline, reader)) return <li>{texts.over(until)}</li>;
  return (
    <li class="stack">
      <span>{until}</span>
      {mayAct && (
        <form method="post" action="/mine-poeng/begrunnelse">
          <About about={about} />
          <button class="ds-button" data-variant="secondary" type="submit">
            {texts.ask}
          </button>
        </form>
      )}
    </li>
  );
};

const AppealForm = ({ reader: { language }, about, answer }: RequestProps) => {
  const texts = examTexts[language];
  const refused =
    answer &&
    'refused' in answer &&
    answer.about.studentCourseId === about.studentCourseId &&
    answer.about.assessment === about.assessment
      ? answer
      : undefined;
  const id = `grunn-${about.studentCourseId}-${about.assessment}`;
  const isWrong = refused?.refused === 'GROUNDS_MISSING' || refused?.refused === 'GROUNDS_TOO_LONG';
  return (
    <details class="ds-details" open={isWrong}>
      <summary>{texts.appeal}</summary>
      <form class="stack" method="post" action="/mine-poeng/klage">
        <About about={about} />
        <div class="ds-field">
          <label class="ds-label" for={id}>
            {texts.grounds}
          </label>
          <textarea
            class="ds-input"
            id={id}
            name="grunn"
            rows={4}
            maxlength={3_000}
            required
            aria-invalid={isWrong ? 'true' : undefined}
          >
            {refused?.grounds ?? ''}
          </textarea>
        </div>
        <button class="ds-button" type="submit">
          {texts.sendAppeal}
        </button>
      </form>
    </details>
  );
};

const Appeal = (props: RequestProps) => {
  const { reader, one, mayAct } = props;
  const { language } = reader;
  const texts = examTexts[language];
  const { appealDeadline, appealedAt, appealHandledAt } = one;
  if (appealedAt !== undefined)
    return (
      <li>
        {texts.appealed(dayOf(language, appealedAt))}
        {appealHandledAt !== undefined && ` ${texts.handled(dayOf(language, appealHandledAt))}`}
      </li>
    );
  if (appealDeadline === undefined) return null;
  const until = texts.appealBy(weekdayText(language, appealDeadline));
  if (!isOpen(appealDeadline, reader)) return <li>{texts.over(until)}</li>;
  return (
    <li class="stack">
      <span>{until}</span>
      {mayAct && <AppealForm {...props} />}
    </li>
  );
};

/** What a student may ask about a result and until when, and where it stands once it was sent (ux.md S6). */
export const ResultRequests = (props: RequestProps) => (
  <ul class="plain stack">
    <Reasons {...props} />
    <Appeal {...props} />
  </ul>
);
