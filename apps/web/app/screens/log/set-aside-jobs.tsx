import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import type { SetAsideJobView } from '../../../../api/src/set-aside-jobs/set-aside-jobs.controller';
import { get } from '../../api/client';
import { useIsAdministrator } from '../../frame/staff';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { ProblemNote } from '../../kit/problem';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { retryColumn, troubleColumns, useRetry } from '../../set-aside/set-aside-columns';
import { jobText } from './job-words';
import './log.css';
import { t as logTexts } from './texts';

const t = inLanguage({
  nb: {
    lead: 'Dette gikk galt gang på gang og er satt til side. Annet arbeid er ikke stoppet av det.',
    todo: 'Er feilen rettet, eller kan den ha gått over, så prøv igjen. Stopper det på nytt, meld fra til drift.',
    tell: 'Administrasjonen kan prøve igjen.',
    what: 'Hva',
    about: 'Gjelder',
    none: 'Ingenting har stoppet.',
  },
  nn: {
    lead: 'Dette gjekk gale gong på gong og er sett til side. Anna arbeid er ikkje stoppa av det.',
    todo: 'Er feilen retta, eller kan han ha gått over, så prøv igjen. Stoppar det på nytt, meld frå til drift.',
    tell: 'Administrasjonen kan prøve igjen.',
    what: 'Kva',
    about: 'Gjeld',
    none: 'Ingenting har stoppa.',
  },
  en: {
    lead: 'This failed again and again and is set aside. Other work is not stopped by it.',
    todo: 'If the fault is mended, or may have passed, try again. If it stops once more, tell operations.',
    tell: 'The administration can try again.',
    what: 'What',
    about: 'About',
    none: 'Nothing has stopped.',
  },
});

/** What somebody who reads the log has it by: `stc_…`. */
const aboutOf = ({ about }: SetAsideJobView): string => about.join(' ');

const columns: readonly Column<SetAsideJobView>[] = [
  { key: 'hva', header: t.what, isName: true, cell: ({ job }) => jobText(job), sortBy: ({ job }) => jobText(job) },
  {
    key: 'om',
    header: t.about,
    cell: (one) => <code class="event-data">{aboutOf(one)}</code>,
    file: [{ value: aboutOf }],
  },
  ...troubleColumns<SetAsideJobView>(),
];

/** `/logg/stoppet`: work of every kind that was set aside, and once more. */
const SetAsideJobs = () => {
  const isAdministrator = useIsAdministrator();
  const jobs = useQuery({
    queryKey: ['overview', 'set-aside-jobs'],
    queryFn: async () => (await get<{ readonly data: readonly SetAsideJobView[] }>('/set-aside-jobs')).data,
    // What a worker puts aside is no event.
    staleTime: 0,
  });
  const act = useRetry();
  const retry = retryColumn<SetAsideJobView>(act, (one) => ({
    id: one.id,
    name: `${jobText(one.job)}, ${aboutOf(one)}`,
  }));
  return (
    <Page
      title={logTexts.stopped}
      trail={
        <Link class="ds-link" href="/logg">
          {logTexts.title}
        </Link>
      }
    >
      <Loaded of={jobs}>
        {(rows) => (
          <>
            {rows.length > 0 && (
              <p class="ds-paragraph">
                {t.lead} {isAdministrator ? t.todo : t.tell}
              </p>
            )}
            {act.problem && <ProblemNote error={act.problem} />}
            <Table
              caption={logTexts.stopped}
              rows={rows}
              columns={isAdministrator ? [...columns, retry] : columns}
              rowKey={({ id }) => id}
              tools={{ name: logTexts.stopped }}
              empty={t.none}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
};

export default SetAsideJobs;
