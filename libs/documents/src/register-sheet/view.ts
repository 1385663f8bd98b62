import { type InLanguages, inOslo, type Language, writtenDayOfWeek } from '@kull/kernel';
import type { RegisterSheetContent } from './content';

/** What the template lays out: finished texts, no decisions left. */
export interface RegisterSheetView {
  readonly language: Language;
  readonly documentTitle: string;
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly guidance: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly name: string; readonly note: string; readonly code: string }[];
  readonly observer: string;
  readonly footer: string;
  /** `side`, then the number, then what stands before how many there are. */
  readonly page: readonly [before: string, between: string];
}

interface Words {
  readonly documentTitle: (classCode: string, session: string, sheet: string) => string;
  readonly title: (classCode: string) => string;
  readonly room: (room: string) => string;
  readonly online: string;
  readonly hours: (count: string) => string;
  readonly labels: Readonly<Record<'day' | 'time' | 'place' | 'teacher' | 'sheet' | 'programme', string>>;
  readonly guidance: string;
  readonly header: readonly string[];
  readonly guestOf: (classCode: string) => string;
  readonly observer: string;
  readonly footer: (sheet: string, when: string) => string;
  readonly page: RegisterSheetView['page'];
}

/** T, F and G are what a typed sheet is read by: they are the same in every language. */
const words: InLanguages<Words> = {
  nb: {
    documentTitle: (classCode, session, sheet) => `Oppmøteliste ${classCode} ${session}, ark ${sheet}`,
    title: (classCode) => `Oppmøte ${classCode}`,
    room: (room) => `rom ${room}`,
    online: 'På nett',
    hours: (count) => `${count} t`,
    labels: {
      day: 'Dato',
      time: 'Tid',
      place: 'Sted',
      teacher: 'Underviser',
      sheet: 'Ark',
      programme: 'Program',
    },
    guidance:
      'Sett ett kryss i hver rad: T til stede, F fravær, G gyldig fravær. Sent og tidlig: timer i steg på 0,5. Den som underviser, signerer nederst.',
    header: ['Nr.', 'Navn', 'Radkode', 'T', 'F', 'G', 'Sent', 'Tidlig', 'Signatur'],
    guestOf: (classCode) => `gjest fra ${classCode}`,
    observer: 'Ført av (kode og signatur)',
    footer: (sheet, when) => `ark ${sheet}  ·  skrevet ut ${when}`,
    page: ['side', 'av'],
  },
  nn: {
    documentTitle: (classCode, session, sheet) => `Oppmøteliste ${classCode} ${session}, ark ${sheet}`,
    title: (classCode) => `Oppmøte ${classCode}`,
    room: (room) => `rom ${room}`,
    online: 'På nett',
    hours: (count) => `${count} t`,
    labels: {
      day: 'Dato',
      time: 'Tid',
      place: 'Stad',
      teacher: 'Undervisar',
      sheet: 'Ark',
      programme: 'Program',
    },
    guidance:
      'Set eitt kryss i kvar rad: T til stades, F fråvær, G gyldig fråvær. Seint og tidleg: timar i steg på 0,5. Den som underviser, signerer nedst.',
    header: ['Nr.', 'Namn', 'Radkode', 'T', 'F', 'G', 'Seint', 'Tidleg', 'Signatur'],
    guestOf: (classCode) => `gjest frå ${classCode}`,
    observer: 'Ført av (kode og signatur)',
    footer: (sheet, when) => `ark ${sheet}  ·  skrive ut ${when}`,
    page: ['side', 'av'],
  },
  en: {
    documentTitle: (classCode, session, sheet) => `Register ${classCode} ${session}, sheet ${sheet}`,
    title: (classCode) => `Register ${classCode}`,
    room: (room) => `room ${room}`,
    online: 'Online',
    hours: (count) => `${count} h`,
    labels: {
      day: 'Date',
      time: 'Time',
      place: 'Place',
      teacher: 'Teacher',
      sheet: 'Sheet',
      programme: 'Programme',
    },
    guidance:
      'Put one cross in each row: T present, F absent, G excused. Late and early: hours in steps of 0.5. Whoever teaches signs at the bottom.',
    header: ['No.', 'Name', 'Row code', 'T', 'F', 'G', 'Late', 'Early', 'Signature'],
    guestOf: (classCode) => `guest from ${classCode}`,
    observer: 'Recorded by (code and signature)',
    footer: (sheet, when) => `sheet ${sheet}  ·  printed ${when}`,
    page: ['page', 'of'],
  },
};

const hoursText = (hours: number, language: Language): string =>
  language === 'en' ? String(hours) : String(hours).replace('.', ',');

/** Content in words and dates. */
export const registerSheetView = (content: RegisterSheetContent, language: Language): RegisterSheetView => {
  const { sheetId, classCode, programme, session, venue, room, teachers, rows, printedAt } = content;
  const { labels, ...say } = words[language];
  const [starts, ends, printed] = [inOslo(session.startsAt), inOslo(session.endsAt), inOslo(printedAt)];
  const place = [venue, room && say.room(room)].filter((part) => part !== undefined).join(', ');
  const hours = say.hours(hoursText(session.hours, language));
  return {
    language,
    documentTitle: say.documentTitle(classCode, session.code, sheetId),
    title: say.title(classCode),
    subtitle: `${session.code}  ${session.title}`,
    facts: [
      { label: labels.day, value: writtenDayOfWeek(language, starts.date) },
      { label: labels.time, value: `${starts.time.slice(0, 5)}–${ends.time.slice(0, 5)} (${hours})` },
      { label: labels.place, value: place === '' ? say.online : place },
      { label: labels.teacher, value: teachers.length === 0 ? '–' : teachers.join(', ') },
      { label: labels.sheet, value: sheetId },
      { label: labels.programme, value: programme },
    ],
    guidance: say.guidance,
    header: say.header,
    rows: rows.map(({ name, rowCode, guestFrom }) => ({
      name,
      note: guestFrom === undefined ? '' : say.guestOf(guestFrom),
      code: rowCode,
    })),
    observer: say.observer,
    footer: `${classCode} ${session.code}  ·  ${say.footer(sheetId, `${printed.date} ${printed.time.slice(0, 5)}`)}`,
    page: say.page,
  };
};
