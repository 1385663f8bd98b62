import './planning.css';
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { Bar } from '../../kit/bar';
import { number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { useUrlState } from '../../kit/url-state';
import { dropDraft, keepDraft, keptDraft, keptDrafts } from './draft-store';
import { NewCohort } from './new-cohort';
import { type CohortLine, cohortAddress, draftAddress, useCohorts } from './plan-data';

const t = inLanguage({
  nb: {
    title: 'Kull',
    fresh: 'Nytt kull',
    code: 'Kull',
    programme: 'Studium',
    basis: 'Grunnlag',
    bases: { INTAKE: 'Opptak', COMMISSION: 'Bestilling' },
    classes: 'Klasser',
    places: 'Plasser tatt',
    taken: (taken: string, of: string) => `${taken} av ${of}`,
    empty: 'Ingen kull ennå. Lag det første med «Nytt kull».',
    drafts: 'Utkast i denne nettleseren',
    draftsAbout: 'Ikke lagret: bare du ser dem.',
    drop: 'Forkast',
    dropped: (code: string) => `Utkastet ${code} er forkastet.`,
  },
  nn: {
    title: 'Kull',
    fresh: 'Nytt kull',
    code: 'Kull',
    programme: 'Studium',
    basis: 'Grunnlag',
    bases: { INTAKE: 'Opptak', COMMISSION: 'Bestilling' },
    classes: 'Klassar',
    places: 'Plassar tekne',
    taken: (taken: string, of: string) => `${taken} av ${of}`,
    empty: 'Ingen kull enno. Lag det første med «Nytt kull».',
    drafts: 'Utkast i denne nettlesaren',
    draftsAbout: 'Ikkje lagra: berre du ser dei.',
    drop: 'Forkast',
    dropped: (code: string) => `Utkastet ${code} er forkasta.`,
  },
  en: {
    title: 'Cohorts',
    fresh: 'New cohort',
    code: 'Cohort',
    programme: 'Programme',
    basis: 'Basis',
    bases: { INTAKE: 'Intake', COMMISSION: 'Commission' },
    classes: 'Classes',
    places: 'Places taken',
    taken: (taken: string, of: string) => `${taken} of ${of}`,
    empty: 'No cohorts yet. Make the first with “New cohort”.',
    drafts: 'Drafts in this browser',
    draftsAbout: 'Not saved: only you see them.',
    drop: 'Discard',
    dropped: (code: string) => `The draft ${code} was discarded.`,
  },
});

const Drafts = () => {
  const [codes, setCodes] = useState(keptDrafts());
  const toast = useToast();
  if (codes.length === 0) return null;
  const drop = (code: string): void => {
    const before = keptDraft(code)!;
    dropDraft(code);
    setCodes(keptDrafts());
    toast({
      text: t.dropped(code),
      undo: async () => {
        keepDraft(before);
        setCodes(keptDrafts());
      },
    });
  };
  return (
    <section class="stack" aria-labelledby="drafts">
      <h2 class="ds-heading" data-size="xs" id="drafts">
        {t.drafts}
      </h2>
      <p class="subtle">{t.draftsAbout}</p>
      <ul class="plan-findings">
        {codes.map((code) => (
          <li key={code} class="acts">
            <Link class="ds-link" href={draftAddress(code)}>
              {code}
            </Link>
            <button
              type="button"
              class="ds-button"
              data-variant="tertiary"
              aria-label={`${t.drop}: ${code}`}
              onClick={() => drop(code)}
            >
              {t.drop}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Every cohort, and the way to plan the next one from it. */
const Cohorts = () => {
  const cohorts = useCohorts();
  const [, navigate] = useLocation();
  const [fresh, setFresh] = useUrlState('ny');
  const newestFirst = (lines: readonly CohortLine[]): readonly CohortLine[] => lines.toReversed();
  return (
    <Page
      title={t.title}
      acts={
        <button type="button" class="ds-button" onClick={() => setFresh('ja')}>
          {t.fresh}
        </button>
      }
    >
      <Drafts />
      <Loaded of={cohorts}>
        {(lines) => (
          <>
            <Table<CohortLine>
              caption={t.title}
              rows={newestFirst(lines)}
              rowKey={({ code }) => code}
              onOpen={({ code }) => navigate(cohortAddress(code))}
              empty={<p>{t.empty}</p>}
              columns={[
                {
                  key: 'kull',
                  header: t.code,
                  isName: true,
                  sortBy: ({ code }) => code,
                  cell: ({ code }) => (
                    <Link class="ds-link" href={cohortAddress(code)}>
                      {code}
                    </Link>
                  ),
                },
                { key: 'studium', header: t.programme, sortBy: ({ title }) => title, cell: ({ title }) => title },
                { key: 'grunnlag', header: t.basis, cell: ({ basis }) => t.bases[basis] },
                {
                  key: 'klasser',
                  header: t.classes,
                  isNumber: true,
                  cell: ({ code, classes }) => (
                    <Link class="ds-link" href={`/klasser?kull=${encodeURIComponent(code)}`}>
                      {number(classes)}
                    </Link>
                  ),
                },
                {
                  key: 'plasser',
                  header: t.places,
                  isNumber: true,
                  sortBy: ({ placesTaken }) => placesTaken,
                  cell: ({ placesTaken, capacity }) => (
                    <>
                      {t.taken(number(placesTaken), number(capacity))} <Bar part={placesTaken} whole={capacity} />
                    </>
                  ),
                },
              ]}
            />
            {fresh && <NewCohort cohorts={newestFirst(lines)} onClose={() => setFresh(undefined)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
};

export default Cohorts;
