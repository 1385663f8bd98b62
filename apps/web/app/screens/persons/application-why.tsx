import '../../explanation/explanation.css';
import type { Explanation, Requirement } from '@kull/kernel';
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { PersonApplication } from '../../../../api/src/persons/person-record';
import { get } from '../../api/client';
import { ApplicationPapers } from '../../applications/application-papers';
import { plainDay } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { inLanguage } from '../../kit/texts';
import { outcomeSaid } from '../../persons/words';
import { evidenceWords, requirementWords } from '../intakes/explanation-words';
import { ApplicationAppeal } from './application-appeal';
import { ApplicationLetters } from './application-letters';

const t = inLanguage({
  nb: { title: 'Søknad', status: { met: 'Oppfylt', not_met: 'Ikke oppfylt', waiting: 'Venter' } },
  nn: { title: 'Søknad', status: { met: 'Oppfylt', not_met: 'Ikkje oppfylt', waiting: 'Ventar' } },
  en: { title: 'Application', status: { met: 'Met', not_met: 'Not met', waiting: 'Waiting' } },
});

const MARKS = { met: '✓', not_met: '✗', waiting: '○' } as const;

const evidenceOf = ({ evidence }: Requirement): string =>
  evidence
    .map(({ record, value, at }) => [evidenceWords[record] ?? record, value ?? (at && plainDay(at.slice(0, 10)))])
    .map((parts) => parts.filter((part) => part !== undefined).join(' '))
    .join(' · ');

const Requirements = ({ of }: { readonly of: PersonApplication }) => {
  const explanation = useQuery({
    queryKey: ['admissions', 'explanation', of.id],
    queryFn: () => get<Explanation>(`/applications/${of.id}/explanation`),
  });
  return (
    <Loaded of={explanation}>
      {({ requirements }) => (
        <ul class="why">
          {requirements.map((one) => (
            <li key={`${one.code}${evidenceOf(one)}`} data-status={one.status}>
              <span class="mark" aria-hidden="true">
                {MARKS[one.status]}
              </span>
              <span>
                <span class="only-read">{t.status[one.status]}: </span>
                {requirementWords[one.code] ?? one.code}
                <span class="evidence">{evidenceOf(one)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
};

/** Why an application stands where it stands; asked for when it is opened. */
export const ApplicationWhy = ({ of, personId }: { readonly of: PersonApplication; readonly personId: string }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="ds-details" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t.title} {of.applicationNo} · {of.intake}: {outcomeSaid(of).text}
      </summary>
      <div class="stack">
        {isOpen && <Requirements of={of} />}
        {isOpen && <ApplicationPapers id={of.id} />}
        {isOpen && <ApplicationLetters of={of} personId={personId} />}
        {isOpen && <ApplicationAppeal of={of} />}
      </div>
    </details>
  );
};
