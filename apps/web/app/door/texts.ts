import { inLanguage } from '../kit/texts';
import type { PresenceKind } from './orders';

/** How a presence is said, and its sign. */
export const presences: Readonly<
  Record<PresenceKind | 'NONE', { readonly word: string; readonly letter: string; readonly sign: string }>
> = inLanguage({
  nb: {
    PRESENT: { word: 'Til stede', letter: 'P', sign: '✓' },
    ABSENT: { word: 'Fravær', letter: 'F', sign: '✗' },
    EXCUSED: { word: 'Gyldig fravær', letter: 'G', sign: 'G' },
    NONE: { word: 'Ikke merket', letter: '–', sign: '–' },
  },
  nn: {
    PRESENT: { word: 'Til stades', letter: 'P', sign: '✓' },
    ABSENT: { word: 'Fråvær', letter: 'F', sign: '✗' },
    EXCUSED: { word: 'Gyldig fråvær', letter: 'G', sign: 'G' },
    NONE: { word: 'Ikkje merkt', letter: '–', sign: '–' },
  },
  en: {
    PRESENT: { word: 'Present', letter: 'P', sign: '✓' },
    ABSENT: { word: 'Absent', letter: 'F', sign: '✗' },
    EXCUSED: { word: 'Excused', letter: 'G', sign: 'G' },
    NONE: { word: 'Not marked', letter: '–', sign: '–' },
  },
});

/** What the screens at the door have in common. */
export const t = inLanguage({
  nb: {
    attendance: 'Oppmøte',
    back: 'Tilbake til øktene',
    toList: 'Til lista',
    online: 'På nett',
    offlineSince: 'Frakoblet siden',
    queued: (n: number) => `${n} i kø`,
    allSent: 'Alt er sendt',
    loggedOut: 'Du er logget ut. Merkene er lagret her.',
    logIn: 'Logg inn for å sende dem',
    at: 'kl.',
    close: 'Lukk',
  },
  nn: {
    attendance: 'Oppmøte',
    back: 'Tilbake til øktene',
    toList: 'Til lista',
    online: 'På nett',
    offlineSince: 'Fråkopla sidan',
    queued: (n: number) => `${n} i kø`,
    allSent: 'Alt er sendt',
    loggedOut: 'Du er logga ut. Merka er lagra her.',
    logIn: 'Logg inn for å sende dei',
    at: 'kl.',
    close: 'Lukk',
  },
  en: {
    attendance: 'Attendance',
    back: 'Back to the sessions',
    toList: 'To the list',
    online: 'Online',
    offlineSince: 'Offline since',
    queued: (n: number) => `${n} queued`,
    allSent: 'All is sent',
    loggedOut: 'You are logged out. The marks are kept here.',
    logIn: 'Log in to send them',
    at: 'at',
    close: 'Close',
  },
});
