import './credits.css';
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import type { GradingOfAssessment } from '../../../../../libs/credits/src/domain/grading';
import type { ClassResultsView } from '../../../../../libs/credits/src/http/class-results.dto';
import { get } from '../../api/client';
import { useStaff } from '../../frame/staff';
import { number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { AttestDialog, attestable } from './attest-dialog';
import { type ClassSummary, OfClass } from './classes';
import { GradingStanding } from './grading-standing';
import { ResultFile } from './result-file';
import { ResultTable } from './result-table';

const t = inLanguage({
  nb: {
    title: (code: string) => `Resultater ${code}`,
    rooms: 'Poeng',
    awarding: 'Tildeling',
    attest: (n: string) => `Attester ${n}`,
    takeIn: 'Ta inn resultatfil',
    assessments: 'Vurdering',
    none: 'Kurset har ingen vurdering. Da trengs heller ingen resultater.',
  },
  nn: {
    title: (code: string) => `Resultat ${code}`,
    rooms: 'Poeng',
    awarding: 'Tildeling',
    attest: (n: string) => `Attester ${n}`,
    takeIn: 'Ta inn resultatfil',
    assessments: 'Vurdering',
    none: 'Kurset har inga vurdering. Då trengst det heller ingen resultat.',
  },
  en: {
    title: (code: string) => `Results ${code}`,
    rooms: 'Credits',
    awarding: 'Awarding',
    attest: (n: string) => `Attest ${n}`,
    takeIn: 'Take in a result file',
    assessments: 'Assessment',
    none: 'The course has no assessment, so no results are needed.',
  },
});

interface Grading {
  readonly classCode: string;
  readonly assessments: readonly GradingOfAssessment[];
}

const Assessments = ({ of, chosen }: { readonly of: Grading['assessments']; readonly chosen: string }) => {
  const [path] = useLocation();
  if (of.length < 2) return null;
  return (
    <nav class="groups" aria-label={t.assessments}>
      {of.map(({ assessment, title, waitingForAttestation, withoutResult }) => (
        <Link
          key={assessment}
          class="filter"
          href={`${path}?vurdering=${assessment}`}
          aria-current={assessment === chosen ? 'true' : undefined}
        >
          {title ?? assessment} <strong>{number(withoutResult + waitingForAttestation)}</strong>
        </Link>
      ))}
    </nav>
  );
};

interface OneAssessmentProps {
  readonly of: ClassSummary;
  readonly at: string;
  readonly grading: GradingOfAssessment;
}

const OneAssessment = ({ of, at, grading }: OneAssessmentProps) => {
  const { code: me, roles } = useStaff();
  const [isTaking, setTaking] = useState(false);
  const [isAttesting, setAttesting] = useState(false);
  const results = useQuery({
    queryKey: ['credits', 'results', of.id],
    queryFn: () => get<ClassResultsView>(`/classes/${of.id}/results`),
  });
  const count = attestable(grading, me);
  return (
    <>
      <div class="acts">
        <button type="button" class="ds-button" aria-expanded={isTaking} onClick={() => setTaking(!isTaking)}>
          {t.takeIn}
        </button>
        {count > 0 && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => setAttesting(true)}>
            {t.attest(number(count))}
          </button>
        )}
        {roles.includes('administrator') && (
          <Link class="ds-link" href={`/poeng/${at}`}>
            {t.awarding}
          </Link>
        )}
      </div>
      {isTaking && <ResultFile of={of} grading={grading} onDone={() => setTaking(false)} />}
      <GradingStanding of={grading} />
      <Loaded of={results}>{({ data }) => <ResultTable of={of} rows={data} assessment={grading.assessment} />}</Loaded>
      {isAttesting && <AttestDialog classId={of.id} grading={grading} onClose={() => setAttesting(false)} />}
    </>
  );
};

const Results = ({ of, at }: { readonly of: ClassSummary; readonly at: string }) => {
  const [wanted] = useUrlState('vurdering');
  const grading = useQuery({
    queryKey: ['credits', 'grading', of.id],
    queryFn: () => get<Grading>(`/classes/${of.id}/grading`),
  });
  return (
    <Page
      title={t.title(of.code)}
      trail={
        <>
          <Link class="ds-link" href="/poeng">
            {t.rooms}
          </Link>{' '}
          ›{' '}
          <Link class="ds-link" href={`/poeng/${at}`}>
            {of.code}
          </Link>
        </>
      }
    >
      <Loaded of={grading}>
        {({ assessments }) => {
          const chosen = assessments.find(({ assessment }) => assessment === wanted) ?? assessments[0];
          if (!chosen) return <div class="empty">{t.none}</div>;
          return (
            <>
              <Assessments of={assessments} chosen={chosen.assessment} />
              <OneAssessment key={chosen.assessment} of={of} at={at} grading={chosen} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};

/** `/poeng/:class/resultater`: results taken in and attested, and the grading deadline (ux.md A9). */
const ClassResults = () => <OfClass>{(one, at) => <Results key={one.id} of={one} at={at} />}</OfClass>;

export default ClassResults;
