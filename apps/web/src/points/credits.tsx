import { type LocalDate, localDateInOslo } from '@kull/kernel';
import type { ComponentChildren } from 'preact';
import { type Language, weekdayText } from '../kit/language';
import { pointsPageTexts } from './points-texts';
import type { ToldCredits, ToldRequirement } from './told-points';

const MARKS = { met: '✓', not_met: '✗', waiting: '○' } as const;
const COLORS = { met: 'success', not_met: 'danger', waiting: 'info' } as const;

const dayOf = (at: string): LocalDate => (at.length > 10 ? localDateInOslo(at) : at);

/** Who reads it, and when: the student, or the association about a physician. */
export interface Reader {
  readonly language: Language;
  readonly today: LocalDate;
  readonly isStudent: boolean;
}

/** `BI sender poengene innen onsdag 24. juni 2026`; nothing where nobody has to act. */
export const nextStep = (
  { language, today, isStudent }: Reader,
  { action, dueAt }: ToldRequirement,
): string | undefined => {
  const { actions, by, wasDue, you, they } = pointsPageTexts[language];
  const act = action === undefined ? undefined : actions[action]?.(isStudent ? you : they);
  if (act === undefined || dueAt === undefined) return act;
  const day = dayOf(dueAt);
  return day < today ? `${act}; ${wasDue(weekdayText(language, day))}` : `${act} ${by(weekdayText(language, day))}`;
};

const RequirementLine = ({ reader, requirement }: { reader: Reader; requirement: ToldRequirement }) => {
  const { language } = reader;
  const { status } = requirement;
  const next = status === 'met' ? undefined : nextStep(reader, requirement);
  return (
    <li>
      <span aria-hidden="true">{MARKS[status]}</span>
      <span>
        <span class="ds-sr-only">{pointsPageTexts[language].status[status]}: </span>
        {requirement.text[language]}
      </span>
      {next && <span class="who">{next}</span>}
    </li>
  );
};

interface CreditsProps {
  readonly reader: Reader;
  readonly credits: ToldCredits;
  readonly amount: string;
  readonly done: string;
  /** Where the reader does what is missing. */
  readonly act?: ComponentChildren;
}

/** The answer first: how many, what is missing, who acts, by when. The rest is below, closed. */
export const Credits = ({ reader, credits, amount, done, act }: CreditsProps) => {
  const { language } = reader;
  const texts = pointsPageTexts[language];
  const { blocking, requirements } = credits;
  const next = blocking && nextStep(reader, blocking);
  return (
    <div class="ds-card" data-color={blocking ? COLORS[blocking.status] : 'success'}>
      <div class="ds-card__block stack">
        <p class="answer">{amount}</p>
        {blocking ? (
          <>
            <p class="ds-paragraph">
              {texts.because} {blocking.text[language]}.
            </p>
            {next && (
              <p class="ds-paragraph">
                <strong>{next}.</strong>
              </p>
            )}
            {act && <p class="acts">{act}</p>}
          </>
        ) : (
          <p class="ds-paragraph">{done}</p>
        )}
      </div>
      {requirements.length > 0 && (
        <details class="ds-details">
          <summary>{texts.requirements}</summary>
          <div>
            <ul class="requirements">
              {requirements.map((requirement) => (
                <RequirementLine key={requirement.code} reader={reader} requirement={requirement} />
              ))}
            </ul>
          </div>
        </details>
      )}
    </div>
  );
};
