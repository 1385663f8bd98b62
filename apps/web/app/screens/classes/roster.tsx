import './classes.css';
import { useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import { Link, useLocation, useParams } from 'wouter-preact';
import { classesQuery, cohortOf, type ListedClass, siteOf } from '../../classes/classes';
import { SaidDay, useListDay } from '../../kit/as-on-day';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { NotFound } from '../not-found';
import { ChosenActs } from './chosen-acts';
import { RosterActs, WholeClassFiles } from './roster-acts';
import { rosterColumns } from './roster-columns';
import { RosterFilters } from './roster-filters';
import { useRoster } from './roster-queries';
import { hasLeft, type RosterRow, rosterRows, rowsIn, viewNamed } from './roster-rows';
import { rowsFound } from './roster-search';

const t = inLanguage({
  nb: {
    classes: 'Klasser',
    counts: (active: number, left: number) => `${active} i klassen${left > 0 ? ` · ${left} sluttet eller byttet` : ''}`,
    none: 'Ingen i klassen ennå. De kommer når opptaket avsluttes, eller når en deltakerliste leses inn.',
    noneFound: 'Ingen passer til søket. Prøv færre bokstaver, eller en annen visning.',
  },
  nn: {
    classes: 'Klassar',
    counts: (active: number, left: number) => `${active} i klassen${left > 0 ? ` · ${left} slutta eller bytta` : ''}`,
    none: 'Ingen i klassen enno. Dei kjem når opptaket blir avslutta, eller når ei deltakarliste blir lesen inn.',
    noneFound: 'Ingen passar til søket. Prøv færre bokstavar, eller ei anna vising.',
  },
  en: {
    classes: 'Classes',
    counts: (active: number, left: number) => `${active} in the class${left > 0 ? ` · ${left} left or moved` : ''}`,
    none: 'Nobody in the class yet. They come when the intake is completed, or a list of participants is taken in.',
    noneFound: 'Nobody fits the search. Try fewer letters, or another view.',
  },
});

const ClassList = ({ of }: { readonly of: ListedClass }) => {
  const [view] = useUrlState('vis');
  const [typed = ''] = useUrlState('sok');
  const [, navigate] = useLocation();
  const on = useListDay();
  const { roster, parts } = useRoster(of.id, on);
  const { attendance, more, hpr } = parts;
  const all = useMemo(
    () => (roster.data ? rosterRows({ students: roster.data.students, attendance, more, hpr }) : []),
    [roster.data, attendance, more, hpr],
  );
  const shown = useMemo(() => rowsFound(rowsIn(all, viewNamed(view)), typed), [all, view, typed]);
  const left = all.filter(hasLeft).length;
  return (
    <Page
      title={`${of.code} · ${siteOf(of)}`}
      trail={
        <>
          <Link class="ds-link" href="/klasser">
            {t.classes}
          </Link>{' '}
          · {cohortOf(of)}
        </>
      }
      acts={<RosterActs of={of} />}
    >
      {roster.data && <p class="ds-paragraph">{t.counts(all.length - left, left)}</p>}
      <RosterFilters rows={roster.data && all} />
      <SaidDay {...on} />
      <Loaded of={roster}>
        {() => (
          <Table<RosterRow>
            caption={`${of.code}`}
            rows={shown}
            columns={rosterColumns(all)}
            rowKey={({ student }) => student.studentNo}
            rowName={({ name }) => name}
            onOpen={({ student }) => navigate(`/personer/${encodeURIComponent(student.studentNo)}`)}
            chosenActs={
              on.day === undefined ? (rows, clear) => <ChosenActs of={of} rows={rows} clear={clear} /> : undefined
            }
            empty={all.length === 0 ? t.none : t.noneFound}
            tools={{
              name: of.code,
              person: ({ student }) => ({ studentNo: student.studentNo, classId: of.id }),
              columnsOf: 'klasseliste',
              otherFiles: <WholeClassFiles of={of} on={on} />,
            }}
          />
        )}
      </Loaded>
    </Page>
  );
};

/** The list of a class: who is in it, and how each of them stands (ux.md E3). */
const Roster = () => {
  const { cohort, class: code } = useParams<{ readonly cohort: string; readonly class: string }>();
  const classes = useQuery(classesQuery);
  return (
    <Loaded of={classes}>
      {(all) => {
        const of = all.find((one) => one.code === code && cohortOf(one) === cohort);
        return of ? <ClassList key={of.id} of={of} /> : <NotFound />;
      }}
    </Loaded>
  );
};

export default Roster;
