import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { useAct } from '../../kit/act';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { AddAssessment } from './add-assessment';
import type { IntakeView } from './intake-data';

const t = inLanguage({
  nb: {
    run: 'Kjør rangeringen',
    again: 'Kjør rangeringen på nytt',
    running: 'Rangerer …',
    stale: 'Noe er kommet inn siden forrige kjøring. Kjør på nytt før tilbudene sendes.',
    stopped: 'Ingen er rangert før disse søknadene er vurdert:',
    add: 'Registrer vurdering',
    first: 'Ta inn søknader først.',
  },
  nn: {
    run: 'Køyr rangeringa',
    again: 'Køyr rangeringa på nytt',
    running: 'Rangerer …',
    stale: 'Noko er kome inn sidan førre køyring. Køyr på nytt før tilboda blir sende.',
    stopped: 'Ingen er rangerte før desse søknadene er vurderte:',
    add: 'Registrer vurdering',
    first: 'Ta inn søknader først.',
  },
  en: {
    run: 'Run the ranking',
    again: 'Run the ranking again',
    running: 'Ranking …',
    stale: 'Something has come in since the last run. Run again before the offers are sent.',
    stopped: 'Nobody is ranked before these applications are assessed:',
    add: 'Register an assessment',
    first: 'Take in applications first.',
  },
});

const missingOf = (error: Error | undefined) =>
  error instanceof ApiProblem && error.code === 'TOO_FEW_ASSESSMENTS' ? (error.body.errors ?? []) : undefined;

/** Judges and ranks everybody. Too few assessments stop it, with a list of which (ux.md E2). */
export const RunRanking = ({ intake }: { readonly intake: IntakeView }) => {
  const [assessing, setAssessing] = useState<string | undefined>(undefined);
  const act = useAct((id: string, key) => send(`/intakes/${id}/ranking-runs`, { json: {}, key }));
  if (intake.status !== 'open') return null;
  if (intake.applications.takenIn === 0) return <p>{t.first}</p>;
  const missing = missingOf(act.problem);
  return (
    <>
      {intake.ranking && !intake.isRanked && (
        <p class="ds-alert" data-color="warning">
          {t.stale}
        </p>
      )}
      {act.problem && !missing && <ProblemNote error={act.problem} />}
      {missing && (
        <div class="ds-alert" data-color="warning" role="alert">
          <p>
            <strong>{t.stopped}</strong> {missing.length}
          </p>
          <ul class="missing">
            {missing.map(({ pointer = '', detail }) => {
              const applicationNo = pointer.replace('/applications/', '');
              return (
                <li key={pointer}>
                  {detail}.{' '}
                  <button
                    type="button"
                    class="ds-button"
                    data-variant="tertiary"
                    data-size="sm"
                    aria-label={`${t.add}: ${applicationNo}`}
                    onClick={() => setAssessing(applicationNo)}
                  >
                    {t.add}
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {!intake.isRanked && (
        <button
          type="button"
          class="ds-button"
          disabled={act.isSending}
          aria-busy={act.isSending}
          onClick={() => void act.run(intake.id)}
        >
          {act.isSending ? t.running : intake.ranking ? t.again : t.run}
        </button>
      )}
      {assessing && (
        <AddAssessment
          key={assessing}
          intake={intake.id}
          applicationNo={assessing}
          onClose={() => setAssessing(undefined)}
        />
      )}
    </>
  );
};
