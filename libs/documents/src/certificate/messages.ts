import type { WrittenLanguage } from '@kull/kernel';
import type { CreditCategory, CreditPurpose, ParticipantStatus, ReplacementReason } from './content';

/** Every text of a certificate. A language that lacks one does not compile. */
export interface CertificateMessages {
  /** BCP 47, written into the document. */
  readonly languageTag: WrittenLanguage;
  readonly decimalMark: ',' | '.';
  readonly certificate: string;
  readonly numberAndVersion: (number: string, version: number) => string;
  readonly notADiploma: string;
  readonly certifies: string;
  readonly hasCompleted: string;
  readonly hprNumber: string;
  readonly born: string;
  readonly status: string;
  readonly statuses: Readonly<Record<ParticipantStatus, string>>;
  readonly organiser: string;
  readonly orgNo: string;
  readonly approval: string;
  readonly approvedBy: (approvalId: string) => string;
  readonly period: string;
  readonly completed: string;
  readonly place: string;
  readonly online: string;
  readonly approvedHours: string;
  readonly attendedHours: string;
  readonly attendance: string;
  readonly attendanceRecorded: string;
  readonly assessment: string;
  readonly assessments: Readonly<Record<'PASSED' | 'NOT_REQUIRED', string>>;
  readonly creditLines: string;
  readonly specialty: string;
  readonly specialties: Readonly<Record<'ALLM' | 'SAMF' | 'ARB', string>>;
  readonly purpose: string;
  readonly purposes: Readonly<Record<CreditPurpose, string>>;
  readonly category: string;
  readonly categories: Readonly<Record<CreditCategory, string>>;
  readonly hours: string;
  readonly points: string;
  readonly issued: string;
  readonly replaces: (version: number, reason: string | undefined) => string;
  readonly reasons: Readonly<Record<ReplacementReason, string>>;
  readonly verification: string;
  readonly revocable: string;
  readonly signedElectronically: string;
  readonly qrAlternative: (address: string) => string;
  readonly attachmentDescription: string;
}

const nb: CertificateMessages = {
  languageTag: 'nb',
  decimalMark: ',',
  certificate: 'Kursbevis',
  numberAndVersion: (number, version) => `Nr. ${number}, versjon ${version}`,
  notADiploma: 'Dette er et kursbevis. Det er ikke et vitnemål og ikke en karakterutskrift.',
  certifies: 'Det bekreftes at',
  hasCompleted: 'har gjennomført kurset',
  hprNumber: 'HPR-nummer',
  born: 'Født',
  status: 'Deltok som',
  statuses: { PHYSICIAN: 'Lege', INTERN: 'Lege i spesialisering, del 1 (LIS1)', STUDENT: 'Medisinstudent' },
  organiser: 'Arrangør',
  orgNo: 'org.nr.',
  approval: 'Kursgodkjenning',
  approvedBy: (approvalId) => `${approvalId}, Den norske legeforening`,
  period: 'Kursperiode',
  completed: 'Fullført',
  place: 'Sted',
  online: 'Nettbasert',
  approvedHours: 'Godkjente timer',
  attendedHours: 'Timer til stede',
  attendance: 'Frammøte',
  attendanceRecorded: 'Registrert av arrangøren',
  assessment: 'Vurdering',
  assessments: { PASSED: 'Bestått', NOT_REQUIRED: 'Ikke krevd i kursgodkjenningen' },
  creditLines: 'Godkjente kurspoeng',
  specialty: 'Spesialitet',
  specialties: { ALLM: 'Allmennmedisin', SAMF: 'Samfunnsmedisin', ARB: 'Arbeidsmedisin' },
  purpose: 'Teller til',
  purposes: { VIDERE: 'Videreutdanning', ETTER: 'Etterutdanning', BOTH: 'Videre- og etterutdanning' },
  category: 'Kategori',
  categories: {
    GRUNNKURS: 'Grunnkurs',
    EMNEKURS: 'Emnekurs',
    KLINISK_EMNEKURS: 'Klinisk emnekurs',
    VALGFRITT: 'Valgfritt kurs',
    NETTKURS: 'Nettkurs',
    OTHER: 'Annet kurs',
  },
  hours: 'Timer',
  points: 'Kurspoeng',
  issued: 'Utstedt',
  replaces: (version, reason) =>
    `Erstatter versjon ${version}${reason ? ` (${reason})` : ''}. Versjon ${version} gjelder ikke lenger.`,
  reasons: {
    NAME_CHANGE: 'navn endret',
    ATTENDANCE_RECOUNT: 'frammøte talt på nytt',
    DATA_ERROR: 'feil rettet',
    RESULT_CHANGED: 'resultat endret',
  },
  verification: 'Kontroll',
  revocable: 'Beviset kan trekkes tilbake eller erstattes. Kontrollsiden viser om det gjelder nå:',
  signedElectronically: 'Dokumentet er elektronisk signert. En endret fil består ikke kontrollen.',
  qrAlternative: (address) => `QR-kode til kontrollsiden ${address}`,
  attachmentDescription: 'De samme opplysningene, maskinlesbare',
};

const nn: CertificateMessages = {
  languageTag: 'nn',
  decimalMark: ',',
  certificate: 'Kursbevis',
  numberAndVersion: (number, version) => `Nr. ${number}, versjon ${version}`,
  notADiploma: 'Dette er eit kursbevis. Det er ikkje eit vitnemål og ikkje ei karakterutskrift.',
  certifies: 'Det blir stadfesta at',
  hasCompleted: 'har gjennomført kurset',
  hprNumber: 'HPR-nummer',
  born: 'Fødd',
  status: 'Deltok som',
  statuses: { PHYSICIAN: 'Lege', INTERN: 'Lege i spesialisering, del 1 (LIS1)', STUDENT: 'Medisinstudent' },
  organiser: 'Arrangør',
  orgNo: 'org.nr.',
  approval: 'Kursgodkjenning',
  approvedBy: (approvalId) => `${approvalId}, Den norske legeforening`,
  period: 'Kursperiode',
  completed: 'Fullført',
  place: 'Stad',
  online: 'Nettbasert',
  approvedHours: 'Godkjende timar',
  attendedHours: 'Timar til stades',
  attendance: 'Frammøte',
  attendanceRecorded: 'Registrert av arrangøren',
  assessment: 'Vurdering',
  assessments: { PASSED: 'Greidd', NOT_REQUIRED: 'Ikkje kravd i kursgodkjenninga' },
  creditLines: 'Godkjende kurspoeng',
  specialty: 'Spesialitet',
  specialties: { ALLM: 'Allmennmedisin', SAMF: 'Samfunnsmedisin', ARB: 'Arbeidsmedisin' },
  purpose: 'Tel til',
  purposes: { VIDERE: 'Vidareutdanning', ETTER: 'Etterutdanning', BOTH: 'Vidare- og etterutdanning' },
  category: 'Kategori',
  categories: {
    GRUNNKURS: 'Grunnkurs',
    EMNEKURS: 'Emnekurs',
    KLINISK_EMNEKURS: 'Klinisk emnekurs',
    VALGFRITT: 'Valfritt kurs',
    NETTKURS: 'Nettkurs',
    OTHER: 'Anna kurs',
  },
  hours: 'Timar',
  points: 'Kurspoeng',
  issued: 'Utferda',
  replaces: (version, reason) =>
    `Kjem i staden for versjon ${version}${reason ? ` (${reason})` : ''}. Versjon ${version} gjeld ikkje lenger.`,
  reasons: {
    NAME_CHANGE: 'namn endra',
    ATTENDANCE_RECOUNT: 'frammøte talt på nytt',
    DATA_ERROR: 'feil retta',
    RESULT_CHANGED: 'resultat endra',
  },
  verification: 'Kontroll',
  revocable: 'Beviset kan trekkjast tilbake eller bytast ut. Kontrollsida viser om det gjeld no:',
  signedElectronically: 'Dokumentet er elektronisk signert. Ei endra fil greier ikkje kontrollen.',
  qrAlternative: (address) => `QR-kode til kontrollsida ${address}`,
  attachmentDescription: 'Dei same opplysningane, maskinlesbare',
};

const en: CertificateMessages = {
  languageTag: 'en',
  decimalMark: '.',
  certificate: 'Course certificate',
  numberAndVersion: (number, version) => `No. ${number}, version ${version}`,
  notADiploma:
    'This is a course certificate (kursbevis). It is not a diploma (vitnemål) and not a transcript of records (karakterutskrift).',
  certifies: 'This is to certify that',
  hasCompleted: 'has completed the course',
  hprNumber: 'HPR number',
  born: 'Born',
  status: 'Took part as',
  statuses: { PHYSICIAN: 'Physician', INTERN: 'Intern (LIS1)', STUDENT: 'Medical student' },
  organiser: 'Organiser',
  orgNo: 'org. no.',
  approval: 'Course approval',
  approvedBy: (approvalId) => `${approvalId}, Norwegian Medical Association`,
  period: 'Course period',
  completed: 'Completed',
  place: 'Place',
  online: 'Online',
  approvedHours: 'Approved hours',
  attendedHours: 'Hours attended',
  attendance: 'Attendance',
  attendanceRecorded: 'Recorded by the organiser',
  assessment: 'Assessment',
  assessments: { PASSED: 'Passed', NOT_REQUIRED: 'Not required by the approval' },
  creditLines: 'Approved course points',
  specialty: 'Specialty',
  specialties: { ALLM: 'General practice', SAMF: 'Community medicine', ARB: 'Occupational medicine' },
  purpose: 'Counts towards',
  purposes: {
    VIDERE: 'Specialist training (videreutdanning)',
    ETTER: 'Continuing education (etterutdanning)',
    BOTH: 'Specialist training and continuing education',
  },
  category: 'Category',
  categories: {
    GRUNNKURS: 'Basic course (grunnkurs)',
    EMNEKURS: 'Topic course (emnekurs)',
    KLINISK_EMNEKURS: 'Clinical topic course (klinisk emnekurs)',
    VALGFRITT: 'Elective course',
    NETTKURS: 'Online course',
    OTHER: 'Other course',
  },
  hours: 'Hours',
  points: 'Points',
  issued: 'Issued',
  replaces: (version, reason) =>
    `Replaces version ${version}${reason ? ` (${reason})` : ''}. Version ${version} is no longer valid.`,
  reasons: {
    NAME_CHANGE: 'name changed',
    ATTENDANCE_RECOUNT: 'attendance recounted',
    DATA_ERROR: 'error corrected',
    RESULT_CHANGED: 'result changed',
  },
  verification: 'Verification',
  revocable: 'This certificate can be revoked or replaced. Its present status is shown at',
  signedElectronically: 'This document is electronically signed. An altered file does not pass the check.',
  qrAlternative: (address) => `QR code leading to the verification page ${address}`,
  attachmentDescription: 'The same facts, machine-readable',
};

/** The texts of each language. */
export const messages = { nb, nn, en } as const satisfies Record<'nb' | 'nn' | 'en', CertificateMessages>;
