import { inOslo } from '@kull/kernel';
import type { RegisterSheetContent } from './content';

/** What the template lays out: finished texts, no decisions left. */
export interface RegisterSheetView {
  readonly language: 'nb';
  readonly documentTitle: string;
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly guidance: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly name: string; readonly note: string; readonly code: string }[];
  readonly observer: string;
  readonly footer: string;
}

const dayOf = new Intl.DateTimeFormat('nb-NO', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const day = (date: string): string => dayOf.format(new Date(`${date}T12:00:00Z`));
const number = new Intl.NumberFormat('nb-NO', { minimumFractionDigits: 0, maximumFractionDigits: 1 });

/** Content in words and dates, in bokmål. */
export const registerSheetView = (content: RegisterSheetContent): RegisterSheetView => {
  const { sheetId, classCode, programme, session, venue, room, teachers, rows, printedAt } = content;
  const starts = inOslo(session.startsAt);
  const ends = inOslo(session.endsAt);
  const printed = inOslo(printedAt);
  const place = [venue, room && `rom ${room}`].filter((part) => part !== undefined).join(', ');
  return {
    language: 'nb',
    documentTitle: `Oppmøteliste ${classCode} ${session.code}, ark ${sheetId}`,
    title: `Oppmøte ${classCode}`,
    subtitle: `${session.code}  ${session.title}`,
    facts: [
      { label: 'Dato', value: day(starts.date) },
      {
        label: 'Tid',
        value: `${starts.time.slice(0, 5)}–${ends.time.slice(0, 5)} (${number.format(session.hours)} t)`,
      },
      { label: 'Sted', value: place === '' ? 'På nett' : place },
      { label: 'Underviser', value: teachers.length === 0 ? '–' : teachers.join(', ') },
      { label: 'Ark', value: sheetId },
      { label: 'Program', value: programme },
    ],
    guidance:
      'Sett ett kryss i hver rad: T til stede, F fravær, G gyldig fravær. Sent og tidlig: timer i steg på 0,5. Den som underviser, signerer nederst.',
    header: ['Nr.', 'Navn', 'Radkode', 'T', 'F', 'G', 'Sent', 'Tidlig', 'Signatur'],
    rows: rows.map(({ name, rowCode, guestFrom }) => ({
      name,
      note: guestFrom === undefined ? '' : `gjest fra ${guestFrom}`,
      code: rowCode,
    })),
    observer: 'Ført av (kode og signatur)',
    footer: `${classCode} ${session.code}  ·  ark ${sheetId}  ·  skrevet ut ${printed.date} ${printed.time.slice(0, 5)}`,
  };
};
