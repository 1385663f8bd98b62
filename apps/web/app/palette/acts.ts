import { fileAddress } from '../api/client';
import type { ListedClass } from '../classes/classes';
import { classAddress } from '../classes/classes';
import { inLanguage } from '../kit/texts';
import { roomsOf } from '../rooms';
import { type FindableAct, findableAct } from './hits';

/** Something to do, by its words; `href` outside of the application is opened by the browser. */
export interface PaletteAct extends FindableAct {
  readonly href: string;
  readonly isFile?: true;
}

const t = inLanguage({
  nb: {
    go: 'Gå til',
    newCohort: 'Nytt kull',
    gatherings: (cohort: string) => `Samlingene i ${cohort}`,
    list: (code: string) => `Klasseliste ${code}`,
    attendance: (code: string) => `Ta oppmøte i ${code}`,
    download: (code: string) => `Eksporter klasseliste ${code} som regneark`,
  },
  nn: {
    go: 'Gå til',
    newCohort: 'Nytt kull',
    gatherings: (cohort: string) => `Samlingane i ${cohort}`,
    list: (code: string) => `Klasseliste ${code}`,
    attendance: (code: string) => `Ta oppmøte i ${code}`,
    download: (code: string) => `Eksporter klasseliste ${code} som rekneark`,
  },
  en: {
    go: 'Go to',
    newCohort: 'New cohort',
    gatherings: (cohort: string) => `Gatherings of ${cohort}`,
    list: (code: string) => `Class list ${code}`,
    attendance: (code: string) => `Take attendance in ${code}`,
    download: (code: string) => `Export class list ${code} as a workbook`,
  },
});

const inClass = (one: ListedClass): readonly PaletteAct[] => [
  { ...findableAct(t.list(one.code)), href: classAddress(one) },
  { ...findableAct(t.attendance(one.code)), href: `${classAddress(one)}/oppmote` },
  { ...findableAct(t.download(one.code)), href: fileAddress(`/classes/${one.id}/files/roster.xlsx`), isFile: true },
];

/** Whose search has persons and classes in it. */
export const followsClasses = (roles: readonly string[]): boolean =>
  roles.includes('administrator') || roles.includes('coordinator');

const inPlanning = (classes: readonly ListedClass[]): readonly PaletteAct[] => [
  { ...findableAct(t.newCohort), href: '/kull?ny=ja' },
  ...[...new Set(classes.flatMap(({ intake }) => intake ?? []))].map((cohort) => ({
    ...findableAct(t.gatherings(cohort)),
    href: `/kull/${encodeURIComponent(cohort)}`,
  })),
];

/** What somebody with these roles can do from anywhere. */
export const actsOf = (roles: readonly string[], classes: readonly ListedClass[]): readonly PaletteAct[] => [
  ...roomsOf(roles).map(({ name, href }): PaletteAct => ({ ...findableAct(`${t.go} ${inLanguage(name)}`), href })),
  ...(roles.includes('administrator') ? inPlanning(classes) : []),
  ...(followsClasses(roles) ? classes.flatMap(inClass) : []),
];
