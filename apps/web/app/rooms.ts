import type { InLanguages } from './kit/texts';

/** One entry of the main menu. */
export interface Room {
  readonly href: string;
  readonly name: InLanguages<string>;
  /** Pressed after `g`, it goes there. */
  readonly key: string;
  /** An application of its own: gone to as any other page. */
  readonly isApart?: true;
}

/** The main menu, in its order. The first part of each address is in src/shell/app-paths.ts. */
export const rooms: readonly Room[] = [
  { href: '/', key: 'o', name: { nb: 'Oversikt', nn: 'Oversikt', en: 'Overview' } },
  { href: '/klasser', key: 'k', name: { nb: 'Klasser', nn: 'Klassar', en: 'Classes' } },
  { href: '/oppmote', key: 'm', name: { nb: 'Oppmøte', nn: 'Oppmøte', en: 'Attendance' }, isApart: true },
];
