import type { Measure } from '../../../../api/src/reports/indicators';
import type { Report } from '../../../../api/src/reports/report';
import type { ShownIndicators } from '../../../../api/src/reports/small-cells';
import { number, percent } from '../../kit/dates';
import { type Column, Table } from '../../kit/table';
import { groupName } from './group-name';
import { t } from './report-texts';

const measures = Object.keys(t.measures) as Measure[];

const shown = (count: number | null) => (count === null ? <span title={t.hiddenWhy}>{t.hidden}</span> : number(count));

const columnsOf = (by: Report['by']): readonly Column<ShownIndicators>[] => [
  {
    key: 'group',
    header: t.dimensions[by],
    isName: true,
    sortBy: ({ group }) => groupName(group),
    cell: ({ group }) => groupName(group),
  },
  ...measures.map(
    (measure): Column<ShownIndicators> => ({
      key: measure,
      header: t.measures[measure],
      isNumber: true,
      // Hidden ones are small: they stand below all that are shown.
      sortBy: ({ counts }) => counts[measure] ?? 0.5,
      cell: ({ counts }) => shown(counts[measure]),
    }),
  ),
  {
    key: 'attendance',
    header: t.attendance,
    isNumber: true,
    sortBy: ({ attendanceRate }) => attendanceRate ?? -1,
    cell: ({ attendanceRate }) => (attendanceRate === null ? '–' : percent(attendanceRate)),
  },
];

/** The whole report, group by group, and all together below. */
export const IndicatorsTable = ({ report: { by, rows, total } }: { readonly report: Report }) => (
  <>
    <Table
      caption={`${t.title}: ${t.dimensions[by]}`}
      rows={rows}
      columns={columnsOf(by)}
      rowKey={({ group }) => group}
      empty={t.empty}
    />
    <dl class="report-total">
      <dt>{t.all}</dt>
      {measures.map((measure) => (
        <dd key={measure}>
          {t.measures[measure]} <b>{shown(total.counts[measure])}</b>
        </dd>
      ))}
    </dl>
  </>
);
