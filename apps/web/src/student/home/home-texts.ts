import type { InLanguages } from '../../kit/language';
import type { Deadline, Urgency } from './home-cards';

interface HomeTexts {
  readonly title: string;
  readonly greeting: (name: string) => string;
  readonly urgency: Readonly<Record<Urgency, string>>;
  readonly attendance: string;
  readonly why: string;
  readonly next: (title: string) => string;
  readonly now: (title: string) => string;
  readonly nothingNext: string;
  readonly online: string;
  readonly room: (rooms: string, count: number) => string;
  readonly begins: (clock: string) => string;
  readonly guest: (classCode: string) => string;
  readonly calendar: string;
  readonly ownCode: string;
  readonly credits: string;
  readonly correctNumber: string;
  readonly certificate: string;
  readonly deadlines: string;
  readonly deadline: Readonly<Record<Deadline['kind'], (of: string) => string>>;
  readonly at: (day: string, clock: string) => string;
  readonly noCourses: string;
  readonly apply: string;
}

/** A student's home (ux.md 2.2). */
export const homeTexts: InLanguages<HomeTexts> = {
  nb: {
    title: 'Hjem',
    greeting: (name) => `Hei, ${name}`,
    urgency: { urgent: 'Haster', important: 'Viktig', info: 'Til orientering' },
    attendance: 'Oppmøte',
    why: 'Hvorfor?',
    next: (title) => `Neste: ${title}`,
    now: (title) => `Nå: ${title}`,
    nothingNext: 'Ingen flere samlinger er satt opp.',
    online: 'På nett',
    room: (rooms, count) => `${count === 1 ? 'rom' : 'rommene'} ${rooms}`,
    begins: (clock) => `Første økt begynner kl. ${clock}.`,
    guest: (classCode) => `Du er gjest i ${classCode}.`,
    calendar: 'Kalender',
    ownCode: 'Min QR',
    credits: 'Poeng',
    correctNumber: 'Rett HPR-nummer',
    certificate: 'Se kursbeviset',
    deadlines: 'Frister',
    deadline: {
      HAND_IN: (of) => `Lever ${of}`,
      ASK_FOR_REASONS: (of) => `Be om begrunnelse for ${of}`,
      APPEAL: (of) => `Klag på ${of}`,
      EVIDENCE: (of) => `Send dokumentasjon for fravær, ${of}`,
    },
    at: (day, clock) => `${day} kl. ${clock}`,
    noCourses: 'Du har ingen kurs her ennå. De kommer når klassen din er satt opp.',
    apply: 'Søk på utdanning',
  },
  nn: {
    title: 'Heim',
    greeting: (name) => `Hei, ${name}`,
    urgency: { urgent: 'Hastar', important: 'Viktig', info: 'Til orientering' },
    attendance: 'Oppmøte',
    why: 'Kvifor?',
    next: (title) => `Neste: ${title}`,
    now: (title) => `No: ${title}`,
    nothingNext: 'Ingen fleire samlingar er sette opp.',
    online: 'På nett',
    room: (rooms, count) => `${count === 1 ? 'rom' : 'romma'} ${rooms}`,
    begins: (clock) => `Første økta byrjar kl. ${clock}.`,
    guest: (classCode) => `Du er gjest i ${classCode}.`,
    calendar: 'Kalender',
    ownCode: 'Min QR',
    credits: 'Poeng',
    correctNumber: 'Rett HPR-nummer',
    certificate: 'Sjå kursbeviset',
    deadlines: 'Fristar',
    deadline: {
      HAND_IN: (of) => `Lever ${of}`,
      ASK_FOR_REASONS: (of) => `Be om grunngiving for ${of}`,
      APPEAL: (of) => `Klag på ${of}`,
      EVIDENCE: (of) => `Send dokumentasjon for fråvær, ${of}`,
    },
    at: (day, clock) => `${day} kl. ${clock}`,
    noCourses: 'Du har ingen kurs her enno. Dei kjem når klassen din er sett opp.',
    apply: 'Søk på utdanning',
  },
  en: {
    title: 'Home',
    greeting: (name) => `Hello, ${name}`,
    urgency: { urgent: 'Urgent', important: 'Important', info: 'For your information' },
    attendance: 'Attendance',
    why: 'Why?',
    next: (title) => `Next: ${title}`,
    now: (title) => `Now: ${title}`,
    nothingNext: 'No more gatherings are planned.',
    online: 'Online',
    room: (rooms, count) => `${count === 1 ? 'room' : 'rooms'} ${rooms}`,
    begins: (clock) => `The first session begins at ${clock}.`,
    guest: (classCode) => `You are a guest in ${classCode}.`,
    calendar: 'Calendar',
    ownCode: 'My QR',
    credits: 'Credits',
    correctNumber: 'Correct HPR number',
    certificate: 'See the certificate',
    deadlines: 'Deadlines',
    deadline: {
      HAND_IN: (of) => `Hand in ${of}`,
      ASK_FOR_REASONS: (of) => `Ask for reasons for ${of}`,
      APPEAL: (of) => `Appeal ${of}`,
      EVIDENCE: (of) => `Send evidence of absence, ${of}`,
    },
    at: (day, clock) => `${day} at ${clock}`,
    noCourses: 'You have no courses here yet. They appear when your class has been set up.',
    apply: 'Apply for a programme',
  },
};
