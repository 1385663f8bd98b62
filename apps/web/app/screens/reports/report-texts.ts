import type { Dimension, Measure } from '../../../../api/src/reports/indicators';
import { inLanguage } from '../../kit/texts';

interface Texts {
  readonly title: string;
  readonly by: string;
  readonly intake: string;
  readonly allIntakes: string;
  readonly dimensions: Readonly<Record<Dimension, string>>;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly attendance: string;
  readonly groups: Readonly<Record<string, string>>;
  readonly none: string;
  readonly all: string;
  readonly hidden: string;
  readonly hiddenWhy: string;
  readonly empty: string;
  readonly show: string;
  readonly excel: string;
  readonly csv: string;
  readonly print: string;
  readonly madeFrom: (position: string, when: string) => string;
}

export const t = inLanguage<Texts>({
  nb: {
    title: 'Rapporter',
    by: 'Etter',
    intake: 'Opptak',
    allIntakes: 'Alle opptak',
    dimensions: {
      intake: 'opptak',
      class: 'klasse',
      site: 'sted',
      quota: 'kvote',
      county: 'fylke',
      serviceArea: 'tjenesteområde',
      profession: 'yrke',
      physician: 'lege eller ikke',
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
    attendance: 'Oppmøte så langt',
    groups: {
      EARMARKED_PHYSICIAN: 'Øremerket lege',
      GENERAL: 'Generell',
      Y: 'Lege',
      N: 'Ikke lege',
      ONLINE: 'På nett',
    },
    none: 'Gjelder ikke',
    all: 'Alle',
    hidden: 'skjult',
    hiddenWhy: 'Tall fra 1 til 4 er skjult, og så mange andre at de ikke kan regnes ut.',
    empty: 'Ingen søknader ennå. Rapporten kommer når et opptak er tatt inn.',
    show: 'Søyler for',
    excel: 'Last ned Excel',
    csv: 'Last ned CSV',
    print: 'Skriv ut',
    madeFrom: (position, when) => `Laget av loggen til og med hendelse ${position}, ${when}.`,
  },
  nn: {
    title: 'Rapportar',
    by: 'Etter',
    intake: 'Opptak',
    allIntakes: 'Alle opptak',
    dimensions: {
      intake: 'opptak',
      class: 'klasse',
      site: 'stad',
      quota: 'kvote',
      county: 'fylke',
      serviceArea: 'tenesteområde',
      profession: 'yrke',
      physician: 'lege eller ikkje',
    },
    measures: {
      applicants: 'Søkjarar',
      qualified: 'Kvalifisert',
      offered: 'Fekk tilbod',
      accepted: 'Har plass',
      started: 'Byrja',
      withdrawn: 'Slutta',
      judged: 'Vurdert',
      completed: 'Fullførte',
    },
    attendance: 'Oppmøte så langt',
    groups: {
      EARMARKED_PHYSICIAN: 'Øyremerkt lege',
      GENERAL: 'Generell',
      Y: 'Lege',
      N: 'Ikkje lege',
      ONLINE: 'På nett',
    },
    none: 'Gjeld ikkje',
    all: 'Alle',
    hidden: 'skjult',
    hiddenWhy: 'Tal frå 1 til 4 er skjulte, og så mange andre at dei ikkje kan reknast ut.',
    empty: 'Ingen søknader enno. Rapporten kjem når eit opptak er teke inn.',
    show: 'Søyler for',
    excel: 'Last ned Excel',
    csv: 'Last ned CSV',
    print: 'Skriv ut',
    madeFrom: (position, when) => `Laga av loggen til og med hending ${position}, ${when}.`,
  },
  en: {
    title: 'Reports',
    by: 'By',
    intake: 'Intake',
    allIntakes: 'All intakes',
    dimensions: {
      intake: 'intake',
      class: 'class',
      site: 'site',
      quota: 'quota',
      county: 'county',
      serviceArea: 'service area',
      profession: 'profession',
      physician: 'physician or not',
    },
    measures: {
      applicants: 'Applicants',
      qualified: 'Qualified',
      offered: 'Got an offer',
      accepted: 'Have a place',
      started: 'Started',
      withdrawn: 'Withdrew',
      judged: 'Judged',
      completed: 'Completed',
    },
    attendance: 'Attendance so far',
    groups: {
      EARMARKED_PHYSICIAN: 'Earmarked for physicians',
      GENERAL: 'General',
      Y: 'Physician',
      N: 'Not a physician',
      ONLINE: 'Online',
    },
    none: 'Does not apply',
    all: 'All',
    hidden: 'hidden',
    hiddenWhy: 'Counts from 1 to 4 are hidden, and so many others that they cannot be worked out.',
    empty: 'No applications yet. The report comes when an intake has been taken in.',
    show: 'Bars of',
    excel: 'Download Excel',
    csv: 'Download CSV',
    print: 'Print',
    madeFrom: (position, when) => `Made from the log up to event ${position}, ${when}.`,
  },
});
