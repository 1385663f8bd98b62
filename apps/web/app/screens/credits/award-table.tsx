import type { AwardPreviewRow } from '../../../../../libs/credits/src/http/award-view';
import { number } from '../../kit/dates';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import type { ClassSummary } from './classes';
import { GroupName, groupTexts } from './groups';
import { reasonsText } from './reasons';

const t = inLanguage({
  nb: {
    caption: 'Studentene og poengene deres',
    title: 'Poeng',
    name: 'Navn',
    studentNo: 'Studentnr.',
    hours: 'Oppmøte, timer',
    group: 'Står som',
    coursePoints: 'Kurspoeng',
    ectsCredits: 'Studiepoeng',
    missing: 'Hva som mangler',
    acts: 'Handling',
    why: 'Hvorfor?',
    whyOf: 'Hvorfor?',
    asked: 'HPR slås opp når du tildeler',
    none: 'Ingen studenter her. Velg en annen gruppe over.',
  },
  nn: {
    caption: 'Studentane og poenga deira',
    title: 'Poeng',
    name: 'Namn',
    studentNo: 'Studentnr.',
    hours: 'Oppmøte, timar',
    group: 'Står som',
    coursePoints: 'Kurspoeng',
    ectsCredits: 'Studiepoeng',
    missing: 'Kva som manglar',
    acts: 'Handling',
    why: 'Kvifor?',
    whyOf: 'Kvifor?',
    asked: 'HPR blir slått opp når du tildeler',
    none: 'Ingen studentar her. Vel ei anna gruppe over.',
  },
  en: {
    caption: 'The students and their credits',
    title: 'Credits',
    name: 'Name',
    studentNo: 'Student no.',
    hours: 'Attendance, hours',
    group: 'Stands as',
    coursePoints: 'Course points',
    ectsCredits: 'ECTS credits',
    missing: 'What is missing',
    acts: 'Act',
    why: 'Why?',
    whyOf: 'Why?',
    asked: 'HPR is looked up when you award',
    none: 'No students here. Choose another group above.',
  },
});

const nameOf = ({ familyName, givenNames }: AwardPreviewRow): string => `${familyName}, ${givenNames}`;

/** What stands between the student and the credits, or what to look at. */
const missingOf = (row: AwardPreviewRow): string => {
  const { after, group, warnings, hprNotLookedUp } = row;
  const said = reasonsText([...new Set([...after.coursePoints.reasons, ...after.ectsCredits.reasons, ...warnings])]);
  return [hprNotLookedUp && group === 'READY' && t.asked, said].filter(Boolean).join(' · ') || '–';
};

const columns = (onWhy: (row: AwardPreviewRow) => void): readonly Column<AwardPreviewRow>[] => [
  { key: 'name', header: t.name, cell: nameOf, sortBy: nameOf, isName: true },
  { key: 'studentNo', header: t.studentNo, cell: (row) => row.studentNo, sortBy: (row) => row.studentNo },
  {
    key: 'group',
    header: t.group,
    cell: (row) => <GroupName group={row.group} />,
    file: [{ value: ({ group }) => groupTexts[group].name }],
    sortBy: (row) => row.group,
  },
  {
    key: 'hours',
    header: t.hours,
    cell: (row) => number(row.attendedHours),
    file: [{ value: ({ attendedHours }) => attendedHours }],
    sortBy: (row) => row.attendedHours,
    isNumber: true,
  },
  {
    key: 'coursePoints',
    header: t.coursePoints,
    cell: (row) => number(row.after.coursePoints.amount),
    file: [{ value: ({ after }) => after.coursePoints.amount }],
    sortBy: (row) => row.after.coursePoints.amount,
    isNumber: true,
  },
  {
    key: 'ectsCredits',
    header: t.ectsCredits,
    cell: (row) => number(row.after.ectsCredits.amount),
    file: [{ value: ({ after }) => after.ectsCredits.amount }],
    sortBy: (row) => row.after.ectsCredits.amount,
    isNumber: true,
  },
  { key: 'missing', header: t.missing, cell: missingOf },
  {
    key: 'acts',
    header: t.acts,
    file: [],
    cell: (row) => (
      <button
        type="button"
        class="ds-button"
        data-variant="tertiary"
        data-size="sm"
        aria-label={`${t.whyOf} ${nameOf(row)}`}
        onClick={() => onWhy(row)}
      >
        {t.why}
      </button>
    ),
  },
];

/** The students of the group that is chosen; Enter answers why. */
export const AwardTable = ({
  of,
  rows,
  onWhy,
}: {
  readonly of: ClassSummary;
  readonly rows: readonly AwardPreviewRow[];
  readonly onWhy: (row: AwardPreviewRow) => void;
}) => (
  <Table
    caption={t.caption}
    rows={rows}
    columns={columns(onWhy)}
    rowKey={(row) => row.studentNo}
    rowName={nameOf}
    onOpen={onWhy}
    empty={t.none}
    tools={{
      name: `${t.title} ${of.code}`,
      person: ({ studentNo }) => ({ studentNo, classId: of.id }),
      columnsOf: 'tildeling',
    }}
  />
);
