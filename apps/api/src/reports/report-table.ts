import type { TableDefinition } from '@kull/tables';
import { type Dimension, type Measure, measures, NONE } from './indicators';
import type { Report } from './report';
import { type ShownIndicators, SMALLEST } from './small-cells';

const titles: Readonly<Record<Dimension, string>> = {
  intake: 'Opptak',
  class: 'Klasse',
  site: 'Sted',
  quota: 'Kvote',
  county: 'Fylke',
  serviceArea: 'Tjenesteområde',
  profession: 'Yrke',
  physician: 'Lege',
};

const measureTitles: Readonly<Record<Measure, string>> = {
  applicants: 'Søkere',
  qualified: 'Kvalifisert',
  offered: 'Fikk tilbud',
  accepted: 'Har plass',
  started: 'Begynte',
  withdrawn: 'Sluttet',
  judged: 'Vurdert',
  completed: 'Fullførte',
};

const TOTAL = 'Alle';
const NO_GROUP = 'Gjelder ikke';

/** The report as a list for files: a line per group, and one for all. A hidden number is an empty cell. */
export const reportTable = (by: Dimension): TableDefinition<ShownIndicators> => ({
  name: `Rapport etter ${titles[by].toLowerCase()}`,
  columns: [
    { key: by, title: titles[by], type: 'text', value: ({ group }) => group, width: 32 },
    ...measures.map((measure) => ({
      key: measure,
      title: measureTitles[measure],
      type: 'integer' as const,
      value: ({ counts }: ShownIndicators) => counts[measure],
    })),
    { key: 'attendance_rate', title: 'Oppmøte', type: 'share', value: ({ attendanceRate }) => attendanceRate },
  ],
});

/** The lines of the file, all together last. */
export const reportLines = ({ rows, total }: Report): readonly ShownIndicators[] => [
  ...rows.map((row) => (row.group === NONE ? { ...row, group: NO_GROUP } : row)),
  { ...total, group: TOTAL },
];

/** What the file was made from, in words. */
export const reportQuery = ({ by, intake }: Report): string =>
  `Søkere ${intake === null ? 'i alle opptak' : `i ${intake}`}, etter ${titles[by].toLowerCase()}; tall fra 1 til ${SMALLEST - 1} er skjult`;
