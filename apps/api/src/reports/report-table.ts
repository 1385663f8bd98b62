import type { InLanguages, Language } from '@kull/kernel';
import type { TableDefinition } from '@kull/tables';
import { type Dimension, type Measure, measures, NONE } from './indicators';
import type { Report } from './report';
import { type ShownIndicators, SMALLEST } from './small-cells';

interface Words {
  readonly dimensions: Readonly<Record<Dimension, string>>;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly attendance: string;
  readonly total: string;
  readonly noGroup: string;
  readonly name: (dimension: string) => string;
  readonly allIntakes: string;
  readonly inIntake: (intake: string) => string;
  readonly query: (where: string, dimension: string, mostHidden: number) => string;
}

const words: InLanguages<Words> = {
  nb: {
    dimensions: {
      intake: 'Opptak',
      class: 'Klasse',
      site: 'Sted',
      quota: 'Kvote',
      county: 'Fylke',
      serviceArea: 'Tjenesteområde',
      profession: 'Yrke',
      physician: 'Lege',
    },
    measures: {
      applicants: 'Søkere',
      qualified: 'Kvalifisert',
      offered: 'Fikk tilbud',
      accepted: 'Har plass',
      started: 'Begynte',
      withdrawn: 'Sluttet',
      judged: 'Vurdert',
      completed: 'Fullførte',
    },
    attendance: 'Oppmøte',
    total: 'Alle',
    noGroup: 'Gjelder ikke',
    name: (dimension) => `Rapport etter ${dimension}`,
    allIntakes: 'i alle opptak',
    inIntake: (intake) => `i ${intake}`,
    query: (where, dimension, most) => `Søkere ${where}, etter ${dimension}; tall fra 1 til ${most} er skjult`,
  },
  nn: {
    dimensions: {
      intake: 'Opptak',
      class: 'Klasse',
      site: 'Stad',
      quota: 'Kvote',
      county: 'Fylke',
      serviceArea: 'Tenesteområde',
      profession: 'Yrke',
      physician: 'Lege',
    },
    measures: {
      applicants: 'Søkjarar',
      qualified: 'Kvalifiserte',
      offered: 'Fekk tilbod',
      accepted: 'Har plass',
      started: 'Byrja',
      withdrawn: 'Slutta',
      judged: 'Vurderte',
      completed: 'Fullførte',
    },
    attendance: 'Oppmøte',
    total: 'Alle',
    noGroup: 'Gjeld ikkje',
    name: (dimension) => `Rapport etter ${dimension}`,
    allIntakes: 'i alle opptak',
    inIntake: (intake) => `i ${intake}`,
    query: (where, dimension, most) => `Søkjarar ${where}, etter ${dimension}; tal frå 1 til ${most} er skjulte`,
  },
  en: {
    dimensions: {
      intake: 'Intake',
      class: 'Class',
      site: 'Site',
      quota: 'Quota',
      county: 'County',
      serviceArea: 'Service area',
      profession: 'Profession',
      physician: 'Physician',
    },
    measures: {
      applicants: 'Applicants',
      qualified: 'Qualified',
      offered: 'Had an offer',
      accepted: 'Have a place',
      started: 'Started',
      withdrawn: 'Left',
      judged: 'Judged',
      completed: 'Completed',
    },
    attendance: 'Attendance',
    total: 'All',
    noGroup: 'Not applicable',
    name: (dimension) => `Report by ${dimension}`,
    allIntakes: 'of all intakes',
    inIntake: (intake) => `of ${intake}`,
    query: (where, dimension, most) => `Applicants ${where}, by ${dimension}; numbers from 1 to ${most} are hidden`,
  },
};

const dimensionIn = (by: Dimension, language: Language): string => words[language].dimensions[by].toLowerCase();

/** The report as a list for files: a line per group, and one for all. A hidden number is an empty cell. */
export const reportTable = (by: Dimension, language: Language): TableDefinition<ShownIndicators> => {
  const say = words[language];
  return {
    name: say.name(dimensionIn(by, language)),
    columns: [
      { key: by, title: say.dimensions[by], type: 'text', value: ({ group }) => group, width: 32 },
      ...measures.map((measure) => ({
        key: measure,
        title: say.measures[measure],
        type: 'integer' as const,
        value: ({ counts }: ShownIndicators) => counts[measure],
      })),
      { key: 'attendance_rate', title: say.attendance, type: 'share', value: ({ attendanceRate }) => attendanceRate },
    ],
  };
};

/** The lines of the file, all together last. */
export const reportLines = ({ rows, total }: Report, language: Language): readonly ShownIndicators[] => [
  ...rows.map((row) => (row.group === NONE ? { ...row, group: words[language].noGroup } : row)),
  { ...total, group: words[language].total },
];

/** What the file was made from, in words. */
export const reportQuery = ({ by, intake }: Report, language: Language): string => {
  const { query, allIntakes, inIntake } = words[language];
  return query(intake === null ? allIntakes : inIntake(intake), dimensionIn(by, language), SMALLEST - 1);
};
