import './credits.css';
import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import type { Overview } from '../../../../api/src/overview/overview';
import { get } from '../../api/client';
import { useIsAdministrator, useStaff } from '../../frame/staff';
import { number, plainDay } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { type ClassSummary, classAddress, useClasses } from './classes';
import { GradingRequestList } from './grading-requests';
import { groupAddress } from './groups';

const t = inLanguage({
  nb: {
    title: 'Poeng',
    caption: 'Klasser som kan få poeng',
    code: 'Klasse',
    course: 'Kurs',
    ends: 'Slutter',
    students: 'Studenter',
    awarded: 'Kurspoeng tildelt',
    held: 'Holdt igjen',
    notMet: 'Ikke oppfylt',
    results: 'Resultater',
    none: 'Ingen klasser ennå. Planlegg en klasse først.',
  },
  nn: {
    title: 'Poeng',
    caption: 'Klassar som kan få poeng',
    code: 'Klasse',
    course: 'Kurs',
    ends: 'Sluttar',
    students: 'Studentar',
    awarded: 'Kurspoeng tildelte',
    held: 'Haldne igjen',
    notMet: 'Ikkje oppfylt',
    results: 'Resultat',
    none: 'Ingen klassar enno. Planlegg ein klasse først.',
  },
  en: {
    title: 'Credits',
    caption: 'Classes that can be given credits',
    code: 'Class',
    course: 'Course',
    ends: 'Ends',
    students: 'Students',
    awarded: 'Course points awarded',
    held: 'Held back',
    notMet: 'Not met',
    results: 'Results',
    none: 'No classes yet. Plan a class first.',
  },
});

type Count = NonNullable<Overview['courses']>[number];

interface Row extends ClassSummary {
  readonly at: string;
  readonly count: Count | undefined;
}

const linked = ({ at }: Row, value: number | undefined, group: Parameters<typeof groupAddress>[0]) =>
  value === undefined ? (
    '–'
  ) : (
    <Link class="ds-link" href={`/poeng/${at}?vis=${groupAddress(group)}`}>
      {number(value)}
    </Link>
  );

const counted: readonly string[] = ['awarded', 'held', 'notMet'];

const columns: readonly Column<Row>[] = [
  {
    key: 'code',
    header: t.code,
    cell: ({ at, code }) => (
      <Link class="ds-link" href={`/poeng/${at}`}>
        {code}
      </Link>
    ),
    sortBy: ({ code }) => code,
    isName: true,
  },
  { key: 'course', header: t.course, cell: ({ title }) => title, sortBy: ({ title }) => title },
  {
    key: 'ends',
    header: t.ends,
    cell: ({ endsOn }) => (endsOn ? plainDay(endsOn) : '–'),
    sortBy: ({ endsOn }) => endsOn ?? '',
  },
  {
    key: 'students',
    header: t.students,
    cell: ({ placesTaken }) => number(placesTaken),
    sortBy: ({ placesTaken }) => placesTaken,
    isNumber: true,
  },
  {
    key: 'awarded',
    header: t.awarded,
    cell: (row) => linked(row, row.count?.awarded, 'AWARDED'),
    sortBy: ({ count }) => count?.awarded ?? -1,
    isNumber: true,
  },
  {
    key: 'held',
    header: t.held,
    cell: (row) => linked(row, row.count?.held, 'HELD'),
    sortBy: ({ count }) => count?.held ?? -1,
    isNumber: true,
  },
  {
    key: 'notMet',
    header: t.notMet,
    cell: (row) => linked(row, row.count?.notMet, 'NOT_MET'),
    sortBy: ({ count }) => count?.notMet ?? -1,
    isNumber: true,
  },
  {
    key: 'results',
    header: t.results,
    cell: ({ at, code }) => (
      <Link class="ds-link" href={`/poeng/${at}/resultater`} aria-label={`${t.results} ${code}`}>
        {t.results}
      </Link>
    ),
  },
];

/** Whoever only grades goes to the results; how many points were awarded is counted for administrators. */
const columnsOf = (roles: readonly string[]): readonly Column<Row>[] => {
  if (roles.includes('administrator')) return columns;
  const followed = columns.filter(({ key }) => !counted.includes(key));
  if (roles.includes('coordinator')) return followed.filter(({ key }) => key !== 'results' || roles.includes('grader'));
  return followed.map((column) => (column.key === 'code' ? { ...column, cell: ({ code }) => code } : column));
};

/** `/poeng`: every class, and how its course points stand. */
const Credits = () => {
  const classes = useClasses();
  const { roles } = useStaff();
  const enabled = useIsAdministrator();
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => get<Overview>('/overview'), enabled });
  return (
    <Page title={t.title}>
      <GradingRequestList />
      <Loaded of={classes}>
        {(all) => (
          <Table
            caption={t.caption}
            rows={all.map((one) => ({
              ...one,
              at: classAddress(one, all),
              count: overview.data?.courses?.find(({ code }) => code === one.code),
            }))}
            columns={columnsOf(roles)}
            rowKey={({ id }) => id}
            rowName={({ code }) => code}
            empty={t.none}
          />
        )}
      </Loaded>
    </Page>
  );
};

export default Credits;
