import { excuseCodes } from '@kull/attendance';
import { localDateInOslo } from '@kull/kernel';
import { clockText, type Language, shortDayText } from '../../kit/language';
import type { ChoiceGroup, SessionChoice } from './absence-choice';
import { type AbsenceFault, absenceTexts } from './absence-texts';

/** What was filled in, and what was wrong with it. */
export interface FilledIn {
  readonly sessions: readonly string[];
  readonly reason: string;
  readonly faults: readonly AbsenceFault[];
}

/** Where the fault is mended. */
const FIELDS: Readonly<Partial<Record<AbsenceFault, string>>> = {
  NO_REASON_CHOSEN: 'arsak-ILLNESS',
  UNKNOWN_TYPE: 'dokument',
  NONE_CHOSEN: 'dokument',
};

export const Faults = ({ language, faults }: { language: Language; faults: readonly AbsenceFault[] }) => {
  const texts = absenceTexts[language];
  if (faults.length === 0) return null;
  return (
    <div class="ds-alert" data-color="danger" role="alert" tabIndex={-1}>
      <h2 class="ds-heading" data-size="2xs">
        {texts.errorTitle}
      </h2>
      <ul class="plain">
        {faults.map((fault) => (
          <li key={fault}>
            <a class="ds-link" href={`#${FIELDS[fault] ?? 'okter'}`}>
              {texts.faults[fault]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};

const sessionText = (language: Language, { startsAt, endsAt }: SessionChoice): string => {
  const { clock } = absenceTexts[language];
  return `${shortDayText(language, localDateInOslo(startsAt))} ${clock(clockText(startsAt), clockText(endsAt))}`;
};

const Session = ({ language, session, isOn }: { language: Language; session: SessionChoice; isOn: boolean }) => {
  const id = `okt-${session.code}`;
  if (session.isTold)
    return (
      <p class="ds-paragraph choice">
        {sessionText(language, session)} <span class="ds-tag">{absenceTexts[language].alreadyTold}</span>
      </p>
    );
  return (
    <label class="ds-label choice" data-weight="regular" for={id}>
      <input class="ds-input" type="checkbox" id={id} name={id} value="ja" checked={isOn} />
      {sessionText(language, session)}
    </label>
  );
};

export const EvidenceField = ({ language }: { language: Language }) => {
  const { evidence, evidenceHint } = absenceTexts[language];
  return (
    <div class="look-up">
      <label class="ds-label" for="dokument">
        {evidence}
      </label>
      <p class="ds-paragraph hint" id="dokument-hint">
        {evidenceHint}
      </p>
      <input
        class="file"
        type="file"
        id="dokument"
        name="dokument"
        accept="application/pdf,image/jpeg,image/png"
        aria-describedby="dokument-hint"
      />
    </div>
  );
};

interface FormProps {
  readonly language: Language;
  readonly group: ChoiceGroup;
  readonly filledIn: FilledIn;
  /** Names this form: sent twice, it is one report. */
  readonly formId: string;
}

/** One report: when, why, and evidence if it is at hand. */
export const AbsenceForm = ({ language, group, filledIn, formId }: FormProps) => {
  const texts = absenceTexts[language];
  return (
    <form class="stack" method="post" action="/fravaer" encType="multipart/form-data">
      <input type="hidden" name="skjema" value={formId} />
      <input type="hidden" name="samling" value={group.key} />
      <fieldset class="ds-fieldset" id="okter">
        <legend class="ds-label">{texts.sessions}</legend>
        {group.sessions.map((session) => (
          <Session
            key={session.code}
            language={language}
            session={session}
            isOn={filledIn.sessions.includes(session.code)}
          />
        ))}
      </fieldset>
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{texts.reason}</legend>
        {excuseCodes.map((code) => (
          <label key={code} class="ds-label choice" data-weight="regular" for={`arsak-${code}`}>
            <input
              class="ds-input"
              type="radio"
              id={`arsak-${code}`}
              name="arsak"
              value={code}
              checked={filledIn.reason === code}
              required
            />
            {texts.reasons[code]}
          </label>
        ))}
      </fieldset>
      <EvidenceField language={language} />
      <button class="ds-button" type="submit">
        {texts.send}
      </button>
    </form>
  );
};
