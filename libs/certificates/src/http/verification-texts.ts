export type PageLanguage = 'nb' | 'nn' | 'en';

/** The words of the verification page. Dates come as they are written in the language. */
export interface VerificationTexts {
  readonly title: string;
  readonly heading: string;
  readonly certificate: string;
  readonly version: string;
  readonly name: string;
  readonly nameNote: string;
  /** Why the whole name is shown. */
  readonly nameShown: string;
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
  readonly numberLabel: string;
  readonly fileHash: string;
  readonly check: string;
  readonly contact: string;
  readonly intro: string;
  readonly nameQuestion: {
    readonly title: string;
    readonly why: string;
    readonly name: string;
    readonly day: string;
    readonly month: string;
    readonly ask: string;
    readonly yes: string;
    readonly no: string;
  };
  readonly file: { readonly title: string; readonly choose: string; readonly why: string; readonly unreadable: string };
  readonly offline: string;
  readonly tooMany: { readonly title: string; readonly text: (minutes: number) => string };
}

const nb: VerificationTexts = {
  title: 'Kontroller kursbevis',
  heading: 'Kontroller kursbevis',
  certificate: 'Kursbevis',
  version: 'versjon',
  name: 'Navn',
  nameNote: 'bare forbokstavene vises her',
  nameShown: 'vist fordi du skannet QR-koden',
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
  other: 'Et annet kursbevis',
  numberLabel: 'Bevisnummer',
  fileHash: 'Filens SHA-256 (kan utelates)',
  check: 'Kontroller',
  contact: 'Spørsmål om beviset rettes til kursarrangøren.',
  intro: 'Skriv bevisnummeret som står øverst på kursbeviset, så får du vite om det gjelder.',
  nameQuestion: {
    title: 'Stemmer navnet?',
    why: 'Skriv navnet og fødselsdagen som står på beviset. Du får svaret ja eller nei.',
    name: 'Hele navnet',
    day: 'Dag',
    month: 'Måned',
    ask: 'Spør',
    yes: 'Ja. Navnet og fødselsdagen er de som står på beviset.',
    no: 'Nei. Navnet og fødselsdagen er ikke de som står på beviset. Sjekk at begge er skrevet slik de står der.',
  },
  file: {
    title: 'Har du PDF-en?',
    choose: 'Velg filen',
    why: 'Den sjekkes på din maskin. Ingenting lastes opp; bare et kontrolltall sendes hit.',
    unreadable: 'Filen kan ikke leses. Velg den en gang til.',
  },
  offline: 'Uten nett: npm run kull -- verify bevis.pdf',
  tooMany: {
    title: 'For mange forsøk',
    text: (minutes) =>
      `Herfra er det spurt så mange ganger at vi venter med å svare. Prøv igjen om ${minutes} ${minutes === 1 ? 'minutt' : 'minutter'}.`,
  },
};

const nn: VerificationTexts = {
  ...nb,
  heading: 'Kontroller kursbevis',
  name: 'Namn',
  nameNote: 'berre forbokstavane blir viste her',
  nameShown: 'vist fordi du skanna QR-koden',
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
  other: 'Eit anna kursbevis',
  fileHash: 'SHA-256 av fila (kan utelatast)',
  contact: 'Spørsmål om beviset rettar du til kursarrangøren.',
  intro: 'Skriv bevisnummeret som står øvst på kursbeviset, så får du vite om det gjeld.',
  nameQuestion: {
    title: 'Stemmer namnet?',
    why: 'Skriv namnet og fødselsdagen som står på beviset. Du får svaret ja eller nei.',
    name: 'Heile namnet',
    day: 'Dag',
    month: 'Månad',
    ask: 'Spør',
    yes: 'Ja. Namnet og fødselsdagen er dei som står på beviset.',
    no: 'Nei. Namnet og fødselsdagen er ikkje dei som står på beviset. Sjekk at begge er skrivne slik dei står der.',
  },
  file: {
    title: 'Har du PDF-en?',
    choose: 'Vel fila',
    why: 'Ho blir sjekka på maskina di. Ingenting blir lasta opp; berre eit kontrolltal blir sendt hit.',
    unreadable: 'Fila kan ikkje lesast. Vel ho ein gong til.',
  },
  offline: 'Utan nett: npm run kull -- verify bevis.pdf',
  tooMany: {
    title: 'For mange forsøk',
    text: (minutes) =>
      `Herifrå er det spurt så mange gonger at vi ventar med å svare. Prøv igjen om ${minutes} minutt.`,
  },
};

const en: VerificationTexts = {
  title: 'Verify a course certificate',
  heading: 'Verify a course certificate',
  certificate: 'Certificate',
  version: 'version',
  name: 'Name',
  nameNote: 'only the initials are shown here',
  nameShown: 'shown because you scanned the QR code',
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
  other: 'Another certificate',
  numberLabel: 'Certificate number',
  fileHash: 'SHA-256 of the file (optional)',
  check: 'Verify',
  contact: 'For questions about the certificate, ask the organiser.',
  intro: 'Type the number at the top of the certificate to see whether it is valid.',
  nameQuestion: {
    title: 'Is the name right?',
    why: 'Type the name and the birthday on the certificate. The answer is yes or no.',
    name: 'Full name',
    day: 'Day',
    month: 'Month',
    ask: 'Ask',
    yes: 'Yes. The name and the birthday are those on the certificate.',
    no: 'No. The name and the birthday are not those on the certificate. Check that both are as they are written there.',
  },
  file: {
    title: 'Do you have the PDF?',
    choose: 'Choose the file',
    why: 'It is checked on your machine. Nothing is uploaded; only a checksum is sent here.',
    unreadable: 'The file cannot be read. Choose it once more.',
  },
  offline: 'Without network: npm run kull -- verify certificate.pdf',
  tooMany: {
    title: 'Too many attempts',
    text: (minutes) =>
      `So many questions came from here that we wait before answering. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  },
};

export const verificationTexts: Readonly<Record<PageLanguage, VerificationTexts>> = { nb, nn, en };
