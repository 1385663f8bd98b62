import './explanation.css';
import type { ExplainedCredits, ExplainedRequirement } from '../../../api/src/persons/explained';
import { longDay } from '../kit/dates';
import { inLanguage } from '../kit/texts';
import { actionTexts } from './action-words';
import { evidenceInWords } from './evidence-words';

const t = inLanguage({
  nb: {
    status: { met: 'Oppfylt', not_met: 'Ikke oppfylt', waiting: 'Venter' },
    by: (day: string) => `innen ${day}`,
    allMet: 'Alt er på plass.',
    missing: 'Det som mangler nå:',
    asStudent: 'Krav for krav, slik studenten leser det',
  },
  nn: {
    status: { met: 'Oppfylt', not_met: 'Ikkje oppfylt', waiting: 'Ventar' },
    by: (day: string) => `innan ${day}`,
    allMet: 'Alt er på plass.',
    missing: 'Det som manglar no:',
    asStudent: 'Krav for krav, slik studenten les det',
  },
  en: {
    status: { met: 'Met', not_met: 'Not met', waiting: 'Waiting' },
    by: (day: string) => `by ${day}`,
    allMet: 'Everything is in place.',
    missing: 'What is missing now:',
    asStudent: 'Requirement by requirement, as the student reads it',
  },
});

const MARKS = { met: '✓', not_met: '✗', waiting: '○' } as const;

/** Who has to do what, by when; nothing where nobody has to act. */
const nextStep = ({ action, dueAt }: ExplainedRequirement, who: string): string | undefined => {
  const act = action === undefined ? undefined : actionTexts[action]?.(who);
  if (act === undefined) return undefined;
  return dueAt === undefined ? act : `${act} ${t.by(longDay(dueAt.slice(0, 10)))}`;
};

const Line = ({ of, who }: { readonly of: ExplainedRequirement; readonly who: string }) => {
  const next = of.status === 'met' ? undefined : nextStep(of, who);
  const evidence = evidenceInWords(of.evidence);
  return (
    <li data-status={of.status}>
      <span class="mark" aria-hidden="true">
        {MARKS[of.status]}
      </span>
      <span>
        <span class="only-read">{t.status[of.status]}: </span>
        {inLanguage(of.text)}
        {evidence.length > 0 && <span class="evidence">{evidence.join(' · ')}</span>}
        {next && <strong class="next">{next}</strong>}
      </span>
    </li>
  );
};

interface ExplanationProps {
  readonly of: ExplainedCredits;
  readonly title: string;
  /** `0 av 60 kurspoeng`. */
  readonly amount: string;
  /** What the one who has to act is called: the student's name. */
  readonly who: string;
  readonly isOpen?: boolean;
}

/** Why somebody has credits, or not (ux.md 0.1): what is met, what is not, on what evidence, and who acts by when. */
export const Explanation = ({ of, title, amount, who, isOpen = false }: ExplanationProps) => {
  const { blocking, requirements, text } = of;
  const next = blocking && nextStep(blocking, who);
  return (
    <section class="ds-card explanation" aria-label={title}>
      <div class="ds-card__block stack">
        <h3 class="ds-heading" data-size="2xs">
          {title}: {amount}
        </h3>
        {text && <p class="ds-paragraph">{inLanguage(text)}</p>}
        <p class="ds-paragraph">
          {blocking ? (
            <>
              {t.missing} {inLanguage(blocking.text)}. {next && <strong>{next}.</strong>}
            </>
          ) : (
            t.allMet
          )}
        </p>
        {requirements.length > 0 && (
          <details class="ds-details" open={isOpen}>
            <summary>{t.asStudent}</summary>
            <div>
              <ul class="why">
                {requirements.map((one) => (
                  <Line key={`${one.code}${one.evidence[0]?.value ?? ''}`} of={one} who={who} />
                ))}
              </ul>
            </div>
          </details>
        )}
      </div>
    </section>
  );
};
