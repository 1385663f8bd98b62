import type { InLanguages } from '../../kit/language';

interface CalendarTexts {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly subscribe: string;
  readonly opens: string;
  readonly address: string;
  readonly secret: string;
  readonly make: string;
  readonly revoke: string;
  readonly back: string;
}

/** The calendar that students subscribe to. */
export const calendarPageTexts: InLanguages<CalendarTexts> = {
  nb: {
    title: 'Kalender',
    lead: 'Samlingene dine kommer i kalenderen din. Flyttes en samling, flytter den seg der også.',
    none: 'Du har ingen klasse med kalender ennå.',
    subscribe: 'Åpne i kalenderen min',
    opens: 'Virker ikke knappen? Lim adressen inn der kalenderen din heter «abonner» eller «legg til fra nettadresse».',
    address: 'Adressen',
    secret:
      'Adressen er hemmelig: den som har den, kan se når og hvor du har samling. Ta den ut av bruk hvis den er delt.',
    make: 'Lag adressen',
    revoke: 'Ta adressen ut av bruk',
    back: 'Til Hjem',
  },
  nn: {
    title: 'Kalender',
    lead: 'Samlingane dine kjem i kalenderen din. Blir ei samling flytt, flyttar ho seg der òg.',
    none: 'Du har inga klasse med kalender enno.',
    subscribe: 'Opne i kalenderen min',
    opens:
      'Verkar ikkje knappen? Lim adressa inn der kalenderen din heiter «abonner» eller «legg til frå nettadresse».',
    address: 'Adressa',
    secret: 'Adressa er hemmeleg: den som har ho, kan sjå når og kvar du har samling. Ta ho ut av bruk om ho er delt.',
    make: 'Lag adressa',
    revoke: 'Ta adressa ut av bruk',
    back: 'Til Heim',
  },
  en: {
    title: 'Calendar',
    lead: 'Your gatherings appear in your calendar. When a gathering moves, it moves there too.',
    none: 'You have no class with a calendar yet.',
    subscribe: 'Open in my calendar',
    opens: 'The button does nothing? Paste the address where your calendar says “subscribe” or “add from URL”.',
    address: 'The address',
    secret:
      'The address is secret: whoever has it can see when and where you meet. Take it out of use if it was shared.',
    make: 'Make the address',
    revoke: 'Take the address out of use',
    back: 'To Home',
  },
};
