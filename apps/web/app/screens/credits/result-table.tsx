import type { StandingResult } from '../../../../../libs/credits/src/class-results';
import type { ClassResultsView } from '../../../../../libs/credits/src/http/class-results.dto';
import { dayAndTime } from '../../kit/dates';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import type { ClassSummary } from './classes';
import { gradeText } from './grades';
import { resultFilters, standingName } from './result-filters';

type ListedResults = ClassResultsView['data'][number];

const t = inLanguage({
  nb: {
    caption: 'Resultatene',
    name: 'Navn',
    studentNo: 'Studentnr.',
    result: 'Resultat',
    state: 'Står som',
    graded: 'Sensurert av',
    attested: 'Attestert av',
    corrected: 'rettet',
    none: 'Ingen studenter her. Velg en annen gruppe over, eller ta inn en resultatfil.',
  },
  nn: {
    caption: 'Resultata',
    name: 'Namn',
    studentNo: 'Studentnr.',
    result: 'Resultat',
    state: 'Står som',
    graded: 'Sensurert av',
    attested: 'Attestert av',
    corrected: 'retta',
    none: 'Ingen studentar her. Vel ei anna gruppe over, eller ta inn ei resultatfil.',
  },
  en: {
    caption: 'The results',
    name: 'Name',
    studentNo: 'Student no.',
    result: 'Result',
    state: 'Stands as',
    graded: 'Graded by',
    attested: 'Attested by',
    corrected: 'corrected',
    none: 'No students here. Choose another group above, or take in a result file.',
  },
});

interface Row {
  readonly student: ListedResults;
  readonly result: StandingResult;
}

const nameOf = ({ student: { familyName, givenNames } }: Row): string => `${familyName}, ${givenNames}`;

const columns: readonly Column<Row>[] = [
  { key: 'name', header: t.name, cell: nameOf, sortBy: nameOf, isName: true },
  {
    key: 'studentNo',
    header: t.studentNo,
    cell: ({ student }) => student.studentNo,
    sortBy: ({ student }) => student.studentNo,
  },
  {
    key: 'result',
    header: t.result,
    cell: ({ result: { result, isCorrected } }) =>
      result ? `${gradeText(result)}${isCorrected ? ` (${t.corrected})` : ''}` : '–',
    sortBy: ({ result }) => result.result ?? '',
  },
  {
    key: 'state',
    header: t.state,
    cell: ({ result }) => standingName(result.state),
    sortBy: ({ result }) => result.state,
  },
  {
    key: 'graded',
    header: t.graded,
    cell: ({ result }) => result.gradedBy ?? '–',
    sortBy: ({ result }) => result.gradedBy ?? '',
  },
  {
    key: 'attested',
    header: t.attested,
    cell: ({ result: { attestedBy, attestedAt } }) =>
      attestedBy && attestedAt ? `${attestedBy} · ${dayAndTime(attestedAt)}` : '–',
  },
];

/** Who has which result, and who stands by it. */
export const ResultTable = ({
  of,
  rows,
  assessment,
}: {
  readonly of: ClassSummary;
  readonly rows: readonly ListedResults[];
  readonly assessment: string;
}) => {
  const [shown] = useUrlState('vis');
  const filter = resultFilters.find(({ inAddress }) => inAddress === shown)?.key ?? 'all';
  const all = rows.flatMap((student): Row[] => {
    const result = student.results.find((one) => one.assessment === assessment);
    return result && (filter === 'all' || result.state === filter) ? [{ student, result }] : [];
  });
  return (
    <Table
      caption={t.caption}
      rows={all}
      columns={columns}
      rowKey={({ student }) => student.studentNo}
      rowName={nameOf}
      empty={t.none}
      tools={{
        name: `${t.caption} ${of.code}`,
        person: ({ student: { studentNo } }) => ({ studentNo, classId: of.id }),
        columnsOf: 'resultater',
      }}
    />
  );
};
