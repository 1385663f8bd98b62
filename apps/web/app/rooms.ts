import type { InLanguages } from './kit/texts';

/** One entry of the main menu. */
export interface Room {
  readonly href: string;
  readonly name: InLanguages<string>;
  /** Pressed after `g`, it goes there. */
  readonly key: string;
}

/** The main menu, in its order. The first part of each address is in src/shell/app-paths.ts. */
export const rooms: readonly Room[] = [
  { href: '/', key: 'o', name: { nb: 'Oversikt', nn: 'Oversikt', en: 'Overview' } },
  { href: '/klasser', key: 'k', name: { nb: 'Klasser', nn: 'Klassar', en: 'Classes' } },
  { href: '/poeng', key: 'p', name: { nb: 'Poeng', nn: 'Poeng', en: 'Credits' } },
  { href: '/bevis', key: 'b', name: { nb: 'Bevis', nn: 'Bevis', en: 'Certificates' } },
  { href: '/leveringer', key: 'l', name: { nb: 'Leveringer', nn: 'Leveringar', en: 'Deliveries' } },
  { href: '/rapporter', key: 'r', name: { nb: 'Rapporter', nn: 'Rapportar', en: 'Reports' } },
  { href: '/paminnelser', key: 'm', name: { nb: 'Påminnelser', nn: 'Påminningar', en: 'Reminders' } },
];
