import { slugOf } from '@kull/http';

/** What a page about a problem says: what happened, and what to do. */
export interface ProblemText {
  readonly title: string;
  readonly todo: string;
}

const own: Readonly<Record<string, ProblemText>> = {
  INVALID_REQUEST: {
    title: 'Forespørselen har feil form',
    todo: 'Rett feltene som er nevnt i «errors», og send på nytt.',
  },
  IDEMPOTENCY_KEY_MISSING: {
    title: 'Idempotency-Key mangler',
    todo: 'Lag en nøkkel, for eksempel en UUID, og send den med. Bruk den samme hvis du må prøve igjen.',
  },
  IDEMPOTENCY_KEY_TOO_LONG: { title: 'Idempotency-Key er over 255 tegn', todo: 'Bruk en kortere nøkkel.' },
  IDEMPOTENCY_KEY_REUSED: {
    title: 'Nøkkelen er brukt på en annen forespørsel',
    todo: 'Lag en ny nøkkel for hver ny forespørsel.',
  },
  REQUEST_IN_PROGRESS: {
    title: 'Den samme forespørselen er under arbeid',
    todo: 'Vent så lenge som Retry-After sier, og send den på nytt med samme nøkkel.',
  },
  VERSION_MISMATCH: {
    title: 'Noen andre har endret dette imens',
    todo: 'Hent det på nytt, se på endringen, og prøv igjen med den nye versjonen i If-Match.',
  },
  IF_MATCH_MISSING: { title: 'Si hvilken versjon du har sett', todo: 'Send ETag fra svaret du så, i If-Match.' },
  WRONG_ENCODING: { title: 'Filen er ikke i UTF-8', todo: 'Lagre den på nytt som «CSV UTF-8», og send den igjen.' },
  MISSING_COLUMN: { title: 'Filen mangler en kolonne', todo: 'Sett inn kolonnen som er nevnt, og send filen igjen.' },
  BROKEN_CSV: {
    title: 'Filen er ikke gyldig CSV',
    todo: 'Se etter et anførselstegn som ikke er lukket nær linjen som er nevnt. Feltskille i regelfiler er semikolon.',
  },
  CSV_EXPECTED: { title: 'Her ventes en CSV-fil', todo: 'Send filen som den er, med Content-Type: text/csv.' },
  DUPLICATE_COLUMN: {
    title: 'Filen har samme kolonne flere ganger',
    todo: 'Behold den som gjelder, gi den andre et annet navn, og send filen igjen.',
  },
  NOT_A_TABLE: {
    title: 'Filen er ikke en liste vi kan lese',
    todo: 'Lagre den på nytt som Excel-arbeidsbok (.xlsx) uten passord, eller som «CSV UTF-8», og send den igjen.',
  },
  TOO_LARGE: {
    title: 'Filen er for stor',
    todo: 'Del listen i flere filer, eller kopier den til et nytt, tomt ark. Svaret sier hva det ble for mye av.',
  },
  TABLE_EXPECTED: {
    title: 'Her ventes en liste som CSV eller xlsx',
    todo: 'Send filen som den er, med sin egen Content-Type.',
  },
  DOCUMENT_EXPECTED: {
    title: 'Filen er verken PDF, JPEG eller PNG',
    todo: 'Send dokumentet som den filen det er, med sin Content-Type. Den kan være på 10 MB.',
  },
  SHARE_UNKNOWN: {
    title: 'Det er ingen lenke på denne adressen',
    todo: 'Se etter at hele adressen er med, eller be den som delte kursbeviset, om en ny.',
  },
  SHARE_EXPIRED: { title: 'Tiden for lenken er ute', todo: 'Be den som delte kursbeviset, om en ny.' },
  SHARE_USED_UP: {
    title: 'Lenken er åpnet så mange ganger som den kan',
    todo: 'Be den som delte kursbeviset, om en ny.',
  },
  SHARE_REVOKED: { title: 'Lenken er tatt ut av bruk', todo: 'Be den som delte kursbeviset, om en ny.' },
  NOT_AUTHENTICATED: { title: 'Du er ikke logget inn', todo: 'Send nøkkelen din som «Authorization: Bearer …».' },
  NOT_ALLOWED: { title: 'Du har ikke tilgang til dette', todo: 'Be den som administrerer tjenesten om tilgang.' },
  OWN_NAME_ONLY: {
    title: 'Du kan bare gjøre dette i ditt eget navn',
    todo: 'La den andre logge inn og gjøre sin del selv.',
  },
  TWO_PEOPLE_REQUIRED: {
    title: 'To må stå bak leveringen',
    todo: 'Lag et utkast, la en annen godkjenne det, og lever det så.',
  },
  CLOCK_FIXED: {
    title: 'Klokken kan ikke stilles her',
    todo: 'Installasjonen er i drift. Still klokken i en installasjon for demonstrasjon eller prøve.',
  },
  OTHER_ORIGIN: {
    title: 'Forespørselen kommer fra et annet nettsted',
    todo: 'Endringer kan bare sendes fra tjenestens egne sider, eller fra et program.',
  },
  NOT_FOUND: { title: 'Finner ikke det du spør etter', todo: 'Se etter om id og adresse er riktige.' },
  BODY_TOO_LARGE: {
    title: 'Innholdet er for stort',
    todo: 'Del det opp. JSON kan være 1 MB, en CSV-fil 64 MB, en liste (CSV eller xlsx) 10 MB.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    title: 'Innholdstypen tas ikke imot her',
    todo: 'Send application/json, eller text/csv eller xlsx der operasjonen tar imot en fil.',
  },
  TEMPORARILY_UNAVAILABLE: {
    title: 'Tjenesten er opptatt eller starter på nytt',
    todo: 'Vent så lenge som Retry-After sier, og send det samme på nytt med samme Idempotency-Key.',
  },
  INTERNAL_ERROR: {
    title: 'Noe gikk galt hos oss',
    todo: 'Ingenting av det du ba om er bekreftet. Oppgi forespørselens id når du melder fra.',
  },
};

const bySlug = new Map(Object.entries(own).map(([code, text]) => [slugOf(code), { code, ...text }]));

/** The page's text; undefined for a code that only its context explains, in the problem itself. */
export const problemTextOf = (slug: string): (ProblemText & { readonly code: string }) | undefined => bySlug.get(slug);
