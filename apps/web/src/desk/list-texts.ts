import type { InLanguages } from '../kit/language';

interface ListTexts {
  readonly title: string;
  readonly all: string;
  readonly year: string;
  readonly everyYear: string;
  readonly find: string;
  readonly findHint: string;
  readonly search: string;
  readonly shown: (count: number, more: boolean) => string;
  readonly none: string;
  readonly more: string;
  readonly newest: string;
  readonly exportCsv: string;
  readonly exportXlsx: string;
  readonly course: string;
}

/** All deliveries, for whoever looks an old one up (ux.md L9). */
export const listTexts: InLanguages<ListTexts> = {
  nb: {
    title: 'Alle leveringer',
    all: 'Alle leveringer',
    year: 'År',
    everyYear: 'Alle år',
    find: 'Finn',
    findHint: 'Leveringsnummer, kurskode eller bevisnummer',
    search: 'Vis',
    shown: (count, more) => (more ? `De ${count} nyeste av dem` : count === 1 ? '1 levering' : `${count} leveringer`),
    none: 'Ingen levering passer. Prøv et annet år, eller ta bort det du søkte etter.',
    more: 'Eldre leveringer',
    newest: 'Til de nyeste',
    exportCsv: 'Eksporter lista (CSV)',
    exportXlsx: 'Eksporter lista (Excel)',
    course: 'Kurs',
  },
  nn: {
    title: 'Alle leveringar',
    all: 'Alle leveringar',
    year: 'År',
    everyYear: 'Alle år',
    find: 'Finn',
    findHint: 'Leveringsnummer, kurskode eller bevisnummer',
    search: 'Vis',
    shown: (count, more) => (more ? `Dei ${count} nyaste av dei` : count === 1 ? '1 levering' : `${count} leveringar`),
    none: 'Inga levering passar. Prøv eit anna år, eller ta bort det du søkte etter.',
    more: 'Eldre leveringar',
    newest: 'Til dei nyaste',
    exportCsv: 'Eksporter lista (CSV)',
    exportXlsx: 'Eksporter lista (Excel)',
    course: 'Kurs',
  },
  en: {
    title: 'All deliveries',
    all: 'All deliveries',
    year: 'Year',
    everyYear: 'All years',
    find: 'Find',
    findHint: 'Delivery number, course code or certificate number',
    search: 'Show',
    shown: (count, more) => (more ? `The ${count} newest of them` : count === 1 ? '1 delivery' : `${count} deliveries`),
    none: 'No delivery matches. Try another year, or remove what you searched for.',
    more: 'Older deliveries',
    newest: 'To the newest',
    exportCsv: 'Export the list (CSV)',
    exportXlsx: 'Export the list (Excel)',
    course: 'Course',
  },
};
