import type { AttendanceOfStudent, OwnAbsence } from '@kull/attendance';
import { localDateInOslo } from '@kull/kernel';
import { clockText, type Language, weekdayText } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import { gravestOf, leftText } from '../attendance-words';
import { EvidenceField, Faults } from './absence-form';
import { type AbsenceFault, absenceTexts } from './absence-texts';
import { STATUS_COLORS } from './absences-page';

export interface AbsenceParts {
  readonly absence: OwnAbsence;
  /** Of the report, in order of time. */
  readonly sessions: readonly { readonly code: string; readonly startsAt: string; readonly endsAt: string }[];
  /** When all that is reported comes true. */
  readonly after?: AttendanceOfStudent;
  readonly faults: readonly AbsenceFault[];
}

const decisionText = (language: Language, { status, decision }: OwnAbsence): string | undefined => {
  const { decided, isWithdrawn, sent } = absenceTexts[language];
  switch (status) {
    case 'REPORTED':
      return sent;
    case 'EXCUSED':
      return decided.EXCUSED;
    case 'NOT_EXCUSED':
      return decided[decision?.reason ?? 'REASON_NOT_VALID'];
    case 'WITHDRAWN':
      return isWithdrawn;
  }
};

const After = ({ language, after }: { language: Language; after: AttendanceOfStudent }) => {
  const { afterwards, noLower } = absenceTexts[language];
  const gravest = gravestOf(after.standings);
  if (!gravest) return null;
  return (
    <p class="ds-paragraph">
      {afterwards} <strong>{leftText(language, gravest, after.countedIn === 'HALF_DAYS')}</strong> {noLower}
    </p>
  );
};

const Evidence = ({ language, absence }: { language: Language; absence: OwnAbsence }) => {
  const texts = absenceTexts[language];
  return (
    <form class="stack" method="post" action={`/fravaer/${absence.id}/dokumentasjon`} encType="multipart/form-data">
      <p class="ds-paragraph">
        {absence.evidence ? texts.evidenceIsIn : texts.evidenceNone}{' '}
        {texts.evidenceBy(weekdayText(language, absence.evidenceDueOn))}
      </p>
      <EvidenceField language={language} />
      <button class="ds-button" data-variant="secondary" type="submit">
        {absence.evidence ? texts.replaceEvidence : texts.sendEvidence}
      </button>
    </form>
  );
};

/** One report: receipt, status, evidence, and taking it back. */
export const absencePage = (language: Language, viewer: Viewer, parts: AbsenceParts): string => {
  const { absence, sessions, after, faults } = parts;
  const texts = absenceTexts[language];
  const { status, id, reason } = absence;
  const isOpen = status === 'REPORTED';
  return pageText({
    language,
    title: texts.title,
    path: `/fravaer/${id}`,
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {texts.title}: {texts.reasons[reason]}
        </h1>
        <Faults language={language} faults={faults} />
        <div class="ds-card" data-color={STATUS_COLORS[status]}>
          <div class="ds-card__block stack" role="status">
            <p class="answer">{decisionText(language, absence)}</p>
            <p class="ds-paragraph">
              <span class="ds-tag" data-color={STATUS_COLORS[status]}>
                {texts.status[status]}
              </span>{' '}
              {isOpen && texts.answerBy(weekdayText(language, absence.answerDueOn))}
            </p>
            {isOpen && after && <After language={language} after={after} />}
          </div>
        </div>
        <ul class="plain">
          {sessions.map(({ code, startsAt, endsAt }) => (
            <li key={code}>
              {weekdayText(language, localDateInOslo(startsAt))} {texts.clock(clockText(startsAt), clockText(endsAt))}
            </li>
          ))}
        </ul>
        {isOpen && (
          <>
            <Evidence language={language} absence={absence} />
            <form method="post" action={`/fravaer/${id}/tilbake`}>
              <button class="ds-button" data-variant="tertiary" type="submit">
                {texts.withdraw}
              </button>
            </form>
          </>
        )}
        <p>
          <a class="ds-link" href="/fravaer">
            {texts.back}
          </a>
        </p>
      </>
    ),
  });
};
