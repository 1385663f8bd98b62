import './credits.css';
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { AwardPreview } from '../../../../../libs/credits/src/http/award-view';
import { address, get } from '../../api/client';
import { useIsAdministrator, useStaff } from '../../frame/staff';
import { number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { AwardDialog } from './award-dialog';
import { AwardProgress } from './award-progress';
import { AwardTable } from './award-table';
import { type ClassSummary, OfClass } from './classes';
import { Groups, groupIn } from './groups';
import { HeldReasons } from './held';
import { Why } from './why';

const t = inLanguage({
  nb: {
    title: (code: string) => `Tildeling ${code}`,
    rooms: 'Poeng',
    selectAll: (n: string) => `Velg alle klare (${n})`,
    results: 'Resultater',
    certificates: 'Kursbevis',
    file: 'Hent poengene (CSV)',
    corrections: 'Rettelser',
  },
  nn: {
    title: (code: string) => `Tildeling ${code}`,
    rooms: 'Poeng',
    selectAll: (n: string) => `Vel alle klare (${n})`,
    results: 'Resultat',
    certificates: 'Kursbevis',
    file: 'Hent poenga (CSV)',
    corrections: 'Rettingar',
  },
  en: {
    title: (code: string) => `Awarding ${code}`,
    rooms: 'Credits',
    selectAll: (n: string) => `Choose all who are ready (${n})`,
    results: 'Results',
    certificates: 'Certificates',
    file: 'Get the credits (CSV)',
    corrections: 'Corrections',
  },
});

const Credits = ({ of, at }: { readonly of: ClassSummary; readonly at: string }) => {
  const [shown] = useUrlState('vis');
  const [reason] = useUrlState('grunn');
  const [asked, ask] = useUrlState('hvorfor');
  const [isAwarding, setAwarding] = useState(false);
  const { roles } = useStaff();
  const isAdministrator = useIsAdministrator();
  const preview = useQuery({
    queryKey: ['credits', 'award-preview', of.id],
    queryFn: () => get<AwardPreview>(`/classes/${of.id}/award-preview`),
  });
  const rows = preview.data?.data ?? [];
  const ready = rows.filter(({ group }) => group === 'READY');
  const group = groupIn(shown);
  const isShown = (row: (typeof rows)[number]): boolean =>
    (group === undefined || row.group === group) &&
    (reason === undefined || row.after.coursePoints.reasons.includes(reason));
  const why = rows.find(({ studentNo }) => studentNo === asked);
  return (
    <Page
      title={t.title(of.code)}
      trail={
        <>
          <Link class="ds-link" href="/poeng">
            {t.rooms}
          </Link>{' '}
          › {of.title}
        </>
      }
      acts={
        <>
          {isAdministrator && ready.length > 0 && (
            <button type="button" class="ds-button" onClick={() => setAwarding(true)}>
              {t.selectAll(number(ready.length))}
            </button>
          )}
          {(isAdministrator || roles.includes('grader')) && (
            <Link class="ds-button" data-variant="secondary" href={`/poeng/${at}/resultater`}>
              {t.results}
            </Link>
          )}
          <Link class="ds-button" data-variant="secondary" href={`/poeng/${at}/rettelser`}>
            {t.corrections}
          </Link>
          {isAdministrator && (
            <Link class="ds-button" data-variant="secondary" href={`/bevis?klasse=${at}`}>
              {t.certificates}
            </Link>
          )}
          <a class="ds-link" href={address(`/classes/${of.id}/files/awards-final.csv`)}>
            {t.file}
          </a>
        </>
      }
    >
      <AwardProgress of={of} />
      <Loaded of={preview}>
        {({ data }) => (
          <>
            <Groups rows={data} />
            {group === 'HELD' && <HeldReasons of={of} at={at} rows={data.filter((row) => row.group === 'HELD')} />}
            <AwardTable of={of} rows={data.filter(isShown)} onWhy={({ studentNo }) => ask(studentNo)} />
          </>
        )}
      </Loaded>
      {isAwarding && <AwardDialog of={of} onClose={() => setAwarding(false)} />}
      {why && preview.data && <Why row={why} gives={preview.data.gives} onClose={() => ask(undefined)} />}
    </Page>
  );
};

/** `/poeng/:class`: who gets credits, who is held back and why, and the awarding itself (ux.md A10). */
const ClassCredits = () => <OfClass>{(one, at) => <Credits key={one.id} of={one} at={at} />}</OfClass>;

export default ClassCredits;
