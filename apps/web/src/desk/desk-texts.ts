import type { InLanguages } from '../kit/language';

interface DeskTexts {
  readonly title: string;
  readonly news: (count: number) => string;
  readonly nothingNew: string;
  readonly none: string;
  readonly delivery: (seq: string) => string;
  readonly lines: (added: number, corrected: number, revoked: number) => string;
  readonly newPoints: (points: string) => string;
  readonly workbook: string;
  readonly file: string;
  readonly manifest: string;
  readonly lookFirst: (corrected: number, revoked: number) => string;
  readonly certificate: string;
  readonly points: string;
  readonly reason: string;
  readonly withdrawn: string;
  readonly earlier: string;
  readonly number: string;
  readonly made: string;
  readonly content: string;
  readonly fetched: string;
  readonly notFetched: string;
  readonly lookUp: string;
  readonly lookUpHint: string;
  readonly search: string;
  readonly found: (count: number) => string;
  readonly notFound: string;
  readonly course: (classCode: string) => string;
  readonly back: string;
  readonly more: string;
  readonly contact: string;
  readonly reasons: Readonly<Record<string, string>>;
}

/** The association's desk (ux.md E6). */
export const deskTexts: InLanguages<DeskTexts> = {
  nb: {
    title: 'Kursbevis og kurspoeng',
    news: (count) => (count === 1 ? 'Nytt siden sist: 1 levering' : `Nytt siden sist: ${count} leveringer`),
    nothingNew: 'Ingenting nytt: alt som er levert, er hentet.',
    none: 'Ingenting er levert ennå. Leveringer kommer hit når BI har godkjent dem.',
    delivery: (seq) => `Levering ${seq}`,
    lines: (added, corrected, revoked) => `${added} nye, ${corrected} rettet, ${revoked} trukket`,
    newPoints: (points) => `${points} nye poeng`,
    workbook: 'Last ned Excel',
    file: 'Last ned CSV',
    manifest: 'Manifest',
    lookFirst: (corrected, revoked) => `Se på disse først: ${corrected} rettet, ${revoked} trukket`,
    certificate: 'Bevis',
    points: 'Poeng',
    reason: 'Grunn',
    withdrawn: 'trukket',
    earlier: 'Tidligere leveringer',
    number: 'Nr.',
    made: 'Levert',
    content: 'Innhold',
    fetched: 'Hentet',
    notFetched: 'ikke hentet',
    lookUp: 'Slå opp lege',
    lookUpHint: 'HPR-nummer eller bevisnummer',
    search: 'Søk',
    found: (count) => (count === 1 ? '1 kurs' : `${count} kurs`),
    notFound: 'Ingen kurs hos oss har det nummeret, eller de leveres ikke til dere.',
    course: (classCode) => `Kurs ${classCode}`,
    back: 'Til leveringene',
    more: 'Mer',
    contact: 'Spørsmål? Kontakt BI der dere pleier. Du får svar innen 1 virkedag.',
    reasons: {
      NAME_CHANGE: 'navnet er endret',
      ATTENDANCE_RECOUNT: 'oppmøtet er talt på nytt',
      DATA_ERROR: 'en opplysning var feil',
      RESULT_CHANGED: 'resultatet er endret',
      WRONG_PERSON: 'gitt feil person',
      APPEAL_UPHELD: 'klagen ble tatt til følge',
      FRAUD: 'juks',
      APPROVAL_WITHDRAWN: 'kursgodkjenningen er trukket',
      SUBJECT_REQUEST: 'legen ba om det',
    },
  },
  nn: {
    title: 'Kursbevis og kurspoeng',
    news: (count) => (count === 1 ? 'Nytt sidan sist: 1 levering' : `Nytt sidan sist: ${count} leveringar`),
    nothingNew: 'Ingenting nytt: alt som er levert, er henta.',
    none: 'Ingenting er levert enno. Leveringar kjem hit når BI har godkjent dei.',
    delivery: (seq) => `Levering ${seq}`,
    lines: (added, corrected, revoked) => `${added} nye, ${corrected} retta, ${revoked} trekte`,
    newPoints: (points) => `${points} nye poeng`,
    workbook: 'Last ned Excel',
    file: 'Last ned CSV',
    manifest: 'Manifest',
    lookFirst: (corrected, revoked) => `Sjå på desse først: ${corrected} retta, ${revoked} trekte`,
    certificate: 'Bevis',
    points: 'Poeng',
    reason: 'Grunn',
    withdrawn: 'trekt',
    earlier: 'Tidlegare leveringar',
    number: 'Nr.',
    made: 'Levert',
    content: 'Innhald',
    fetched: 'Henta',
    notFetched: 'ikkje henta',
    lookUp: 'Slå opp lege',
    lookUpHint: 'HPR-nummer eller bevisnummer',
    search: 'Søk',
    found: (count) => (count === 1 ? '1 kurs' : `${count} kurs`),
    notFound: 'Ingen kurs hos oss har det nummeret, eller dei blir ikkje leverte til dykk.',
    course: (classCode) => `Kurs ${classCode}`,
    back: 'Til leveringane',
    more: 'Meir',
    contact: 'Spørsmål? Kontakt BI der de pleier. Du får svar innan 1 yrkedag.',
    reasons: {
      NAME_CHANGE: 'namnet er endra',
      ATTENDANCE_RECOUNT: 'oppmøtet er talt på nytt',
      DATA_ERROR: 'ei opplysning var feil',
      RESULT_CHANGED: 'resultatet er endra',
      WRONG_PERSON: 'gitt feil person',
      APPEAL_UPHELD: 'klaga vart teken til følgje',
      FRAUD: 'juks',
      APPROVAL_WITHDRAWN: 'kursgodkjenninga er trekt',
      SUBJECT_REQUEST: 'legen bad om det',
    },
  },
  en: {
    title: 'Certificates and course points',
    news: (count) => (count === 1 ? 'New since last time: 1 delivery' : `New since last time: ${count} deliveries`),
    nothingNew: 'Nothing new: all that was delivered has been fetched.',
    none: 'Nothing has been delivered yet. Deliveries appear here when BI has approved them.',
    delivery: (seq) => `Delivery ${seq}`,
    lines: (added, corrected, revoked) => `${added} new, ${corrected} corrected, ${revoked} withdrawn`,
    newPoints: (points) => `${points} new points`,
    workbook: 'Download Excel',
    file: 'Download CSV',
    manifest: 'Manifest',
    lookFirst: (corrected, revoked) => `Look at these first: ${corrected} corrected, ${revoked} withdrawn`,
    certificate: 'Certificate',
    points: 'Points',
    reason: 'Reason',
    withdrawn: 'withdrawn',
    earlier: 'Earlier deliveries',
    number: 'No.',
    made: 'Delivered',
    content: 'Content',
    fetched: 'Fetched',
    notFetched: 'not fetched',
    lookUp: 'Look up a physician',
    lookUpHint: 'HPR number or certificate number',
    search: 'Search',
    found: (count) => (count === 1 ? '1 course' : `${count} courses`),
    notFound: 'No course of ours has that number, or it is not delivered to you.',
    course: (classCode) => `Course ${classCode}`,
    back: 'To the deliveries',
    more: 'More',
    contact: 'Questions? Contact BI as you usually do. You get an answer within 1 working day.',
    reasons: {
      NAME_CHANGE: 'the name was changed',
      ATTENDANCE_RECOUNT: 'the attendance was counted anew',
      DATA_ERROR: 'a record was wrong',
      RESULT_CHANGED: 'the result was changed',
      WRONG_PERSON: 'given to the wrong person',
      APPEAL_UPHELD: 'the appeal was upheld',
      FRAUD: 'fraud',
      APPROVAL_WITHDRAWN: 'the course approval was withdrawn',
      SUBJECT_REQUEST: 'the physician asked for it',
    },
  },
};
