import type { InLanguages } from './kit/texts';

/** One entry of the main menu. */
export interface Room {
  readonly href: string;
  readonly name: InLanguages<string>;
  /** Pressed after `g`, it goes there. */
  readonly key: string;
  /** Who works there besides administrators; src/shell/app-paths.ts lets them in. */
  readonly roles?: readonly string[];
  /** Who works there, and administrators do not. */
  readonly only?: readonly string[];
  /** An application of its own: gone to as any other page. */
  readonly isApart?: true;
}

/** The main menu, in its order. The first part of each address is in src/shell/app-paths.ts. */
export const rooms: readonly Room[] = [
  { href: '/', key: 'o', name: { nb: 'Oversikt', nn: 'Oversikt', en: 'Overview' } },
  { href: '/opptak', key: 'i', name: { nb: 'Opptak', nn: 'Opptak', en: 'Intakes' } },
  { href: '/kull', key: 'u', name: { nb: 'Kull', nn: 'Kull', en: 'Cohorts' } },
  { href: '/vurdering', key: 'v', name: { nb: 'Vurdering', nn: 'Vurdering', en: 'Assessment' }, only: ['assessor'] },
  { href: '/klasser', key: 'k', name: { nb: 'Klasser', nn: 'Klassar', en: 'Classes' }, roles: ['coordinator'] },
  {
    href: '/oppmote',
    key: 'a',
    name: { nb: 'Oppmøte', nn: 'Oppmøte', en: 'Attendance' },
    roles: ['coordinator', 'teacher'],
    isApart: true,
  },
  { href: '/poeng', key: 'p', name: { nb: 'Poeng', nn: 'Poeng', en: 'Credits' }, roles: ['coordinator', 'grader'] },
  { href: '/bevis', key: 'b', name: { nb: 'Bevis', nn: 'Bevis', en: 'Certificates' } },
  { href: '/leveringer', key: 'l', name: { nb: 'Leveringer', nn: 'Leveringar', en: 'Deliveries' } },
  { href: '/rapporter', key: 'r', name: { nb: 'Rapporter', nn: 'Rapportar', en: 'Reports' } },
  { href: '/paminnelser', key: 'm', name: { nb: 'Påminnelser', nn: 'Påminningar', en: 'Reminders' } },
  { href: '/tilganger', key: 't', name: { nb: 'Tilganger', nn: 'Tilgangar', en: 'Access' }, roles: ['auditor'] },
  { href: '/logg', key: 'n', name: { nb: 'Logg', nn: 'Logg', en: 'Log' }, roles: ['auditor'] },
];

/** What this person works in. */
export const roomsOf = (roles: readonly string[]): readonly Room[] =>
  rooms.filter(({ roles: others = [], only = ['administrator', ...others] }) =>
    only.some((role) => roles.includes(role)),
  );
