export type PageLanguage = 'nb' | 'nn' | 'en';

/** The words of the verification page. Dates come as they are written in the language. */
export interface VerificationTexts {
  readonly title: string;
  readonly heading: string;
  readonly certificate: string;
  readonly version: string;
  readonly name: string;
  readonly nameNote: string;
  readonly course: string;
  readonly organiser: string;
  readonly orgNumber: string;
  readonly points: string;
  readonly coursePoints: string;
  readonly completed: string;
  readonly checked: string;
  readonly valid: string;
  readonly issued: (date: string) => string;
  readonly replaced: (version: number, by: number, date: string) => string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly revoked: (date: string) => string;
  readonly altered: string;
  readonly neverIssued: string;
  readonly other: string;
  readonly fileHash: string;
  readonly check: string;
  readonly contact: string;
}

const nb: VerificationTexts = {
  title: 'Kontroller kursbevis',
  heading: 'Kontroller kursbevis',
  certificate: 'Kursbevis',
  version: 'versjon',
  name: 'Navn',
  nameNote: 'bare forbokstavene vises her',
  course: 'Kurs',
  organiser: 'Arrangør',
  orgNumber: 'org.nr.',
  points: 'Poeng',
  coursePoints: 'kurspoeng',
  completed: 'Fullført',
  checked: 'Kontrollert mot arrangørens register',
  valid: '✓ Gyldig',
  issued: (date) => `Denne versjonen ble utstedt ${date}.`,
  replaced: (version, by, date) =>
    `↻ Erstattet ${date} av versjon ${by}. Versjon ${version} gjelder ikke lenger; be innehaveren om den nye.`,
  reasons: { NAME_CHANGE: 'Navnet ble rettet.', ATTENDANCE_RECOUNT: 'Oppmøtte timer ble rettet.' },
  revoked: (date) => `✗ Trukket tilbake ${date}. Beviset kan ikke brukes.`,
  altered: '≠ Endret. Filen er ikke den som arrangøren utstedte. Be innehaveren om originalen.',
  neverIssued: '? Aldri utstedt. Sjekk tegnene: 0 og O leses likt, 1, I og L også.',
  other: 'Annet bevisnummer',
  fileHash: 'Filens SHA-256 (kan utelates)',
  check: 'Kontroller',
  contact: 'Spørsmål om beviset rettes til kursarrangøren.',
};

const nn: VerificationTexts = {
  ...nb,
  heading: 'Kontroller kursbevis',
  name: 'Namn',
  nameNote: 'berre forbokstavane blir viste her',
  organiser: 'Arrangør',
  completed: 'Fullført',
  checked: 'Kontrollert mot registeret til arrangøren',
  valid: '✓ Gyldig',
  issued: (date) => `Denne versjonen vart utferda ${date}.`,
  replaced: (version, by, date) =>
    `↻ Erstatta ${date} av versjon ${by}. Versjon ${version} gjeld ikkje lenger; be innehavaren om den nye.`,
  reasons: { NAME_CHANGE: 'Namnet vart retta.', ATTENDANCE_RECOUNT: 'Oppmøtte timar vart retta.' },
  revoked: (date) => `✗ Trekt tilbake ${date}. Beviset kan ikkje brukast.`,
  altered: '≠ Endra. Fila er ikkje den som arrangøren utferda. Be innehavaren om originalen.',
  neverIssued: '? Aldri utferda. Sjekk teikna: 0 og O blir lesne likt, 1, I og L òg.',
  other: 'Anna bevisnummer',
  fileHash: 'SHA-256 av fila (kan utelatast)',
  contact: 'Spørsmål om beviset rettar du til kursarrangøren.',
};

const en: VerificationTexts = {
  title: 'Verify a course certificate',
  heading: 'Verify a course certificate',
  certificate: 'Certificate',
  version: 'version',
  name: 'Name',
  nameNote: 'only the initials are shown here',
  course: 'Course',
  organiser: 'Organiser',
  orgNumber: 'organisation no.',
  points: 'Points',
  coursePoints: 'course points',
  completed: 'Completed',
  checked: "Checked against the organiser's register",
  valid: '✓ Valid',
  issued: (date) => `This version was issued on ${date}.`,
  replaced: (version, by, date) =>
    `↻ Replaced on ${date} by version ${by}. Version ${version} is no longer valid; ask the holder for the new one.`,
  reasons: { NAME_CHANGE: 'The name was corrected.', ATTENDANCE_RECOUNT: 'The attended hours were corrected.' },
  revoked: (date) => `✗ Revoked on ${date}. The certificate cannot be used.`,
  altered: '≠ Altered. This is not the file that the organiser issued. Ask the holder for the original.',
  neverIssued: '? Never issued. Check the characters: 0 and O read alike, and so do 1, I and L.',
  other: 'Another certificate number',
  fileHash: 'SHA-256 of the file (optional)',
  check: 'Verify',
  contact: 'For questions about the certificate, ask the organiser.',
};

export const verificationTexts: Readonly<Record<PageLanguage, VerificationTexts>> = { nb, nn, en };

/** The language asked for by `?lang=`, else the browser's first that we speak, else bokmål. */
export const pageLanguage = (asked: string | undefined, accepted: string | undefined): PageLanguage => {
  const wanted = [asked ?? '', ...(accepted ?? '').split(',')].map((tag) => tag.trim().slice(0, 2).toLowerCase());
  for (const tag of wanted) {
    if (tag === 'nn' || tag === 'en' || tag === 'nb') return tag;
    if (tag === 'no') return 'nb';
  }
  return 'nb';
};
