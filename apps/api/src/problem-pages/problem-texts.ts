import { said, slugOf } from '@kull/http';
import type { ProblemText } from './problem-text';
import { whoMayTexts } from './who-may-texts';

const own: Readonly<Record<string, ProblemText>> = {
  INVALID_REQUEST: {
    title: said('Forespørselen har feil form', 'Førespurnaden har feil form', 'The request has the wrong form'),
    todo: said(
      'Rett feltene som er nevnt i «errors», og send på nytt.',
      'Rett felta som er nemnde i «errors», og send på nytt.',
      'Correct the fields that are named in “errors”, and send it again.',
    ),
  },
  IDEMPOTENCY_KEY_MISSING: {
    title: said('Idempotency-Key mangler', 'Idempotency-Key manglar', 'Idempotency-Key is missing'),
    todo: said(
      'Lag en nøkkel, for eksempel en UUID, og send den med. Bruk den samme hvis du må prøve igjen.',
      'Lag ein nøkkel, til dømes ein UUID, og send han med. Bruk den same om du må prøve igjen.',
      'Make a key, for example a UUID, and send it along. Use the same one if you have to try again.',
    ),
  },
  IDEMPOTENCY_KEY_TOO_LONG: {
    title: said(
      'Idempotency-Key er over 255 tegn',
      'Idempotency-Key er over 255 teikn',
      'Idempotency-Key has more than 255 characters',
    ),
    todo: said('Bruk en kortere nøkkel.', 'Bruk ein kortare nøkkel.', 'Use a shorter key.'),
  },
  IDEMPOTENCY_KEY_REUSED: {
    title: said(
      'Nøkkelen er brukt på en annen forespørsel',
      'Nøkkelen er brukt på ein annan førespurnad',
      'The key has been used for another request',
    ),
    todo: said(
      'Lag en ny nøkkel for hver ny forespørsel.',
      'Lag ein ny nøkkel for kvar ny førespurnad.',
      'Make a new key for each new request.',
    ),
  },
  REQUEST_IN_PROGRESS: {
    title: said(
      'Den samme forespørselen er under arbeid',
      'Den same førespurnaden er under arbeid',
      'The same request is being worked on',
    ),
    todo: said(
      'Vent så lenge som Retry-After sier, og send den på nytt med samme nøkkel.',
      'Vent så lenge som Retry-After seier, og send han på nytt med same nøkkel.',
      'Wait as long as Retry-After says, and send it again with the same key.',
    ),
  },
  VERSION_MISMATCH: {
    title: said(
      'Noen andre har endret dette imens',
      'Nokon andre har endra dette imens',
      'Somebody else has changed this meanwhile',
    ),
    todo: said(
      'Hent det på nytt, se på endringen, og prøv igjen med den nye versjonen i If-Match.',
      'Hent det på nytt, sjå på endringa, og prøv igjen med den nye versjonen i If-Match.',
      'Fetch it again, look at the change, and try again with the new version in If-Match.',
    ),
  },
  IF_MATCH_MISSING: {
    title: said('Si hvilken versjon du har sett', 'Sei kva versjon du har sett', 'Say which version you have seen'),
    todo: said(
      'Send ETag fra svaret du så, i If-Match.',
      'Send ETag frå svaret du såg, i If-Match.',
      'Send the ETag of the answer that you saw, in If-Match.',
    ),
  },
  WRONG_ENCODING: {
    title: said('Filen er ikke i UTF-8', 'Fila er ikkje i UTF-8', 'The file is not in UTF-8'),
    todo: said(
      'Lagre den på nytt som «CSV UTF-8», og send den igjen.',
      'Lagre henne på nytt som «CSV UTF-8», og send henne igjen.',
      'Save it again as “CSV UTF-8”, and send it again.',
    ),
  },
  MISSING_COLUMN: {
    title: said('Filen mangler en kolonne', 'Fila manglar ei kolonne', 'The file lacks a column'),
    todo: said(
      'Sett inn kolonnen som er nevnt, og send filen igjen.',
      'Set inn kolonna som er nemnd, og send fila igjen.',
      'Insert the column that is named, and send the file again.',
    ),
  },
  BROKEN_CSV: {
    title: said('Filen er ikke gyldig CSV', 'Fila er ikkje gyldig CSV', 'The file is not valid CSV'),
    todo: said(
      'Se etter et anførselstegn som ikke er lukket nær linjen som er nevnt. Feltskille i regelfiler er semikolon.',
      'Sjå etter eit hermeteikn som ikkje er lukka nær linja som er nemnd. Feltskilje i regelfiler er semikolon.',
      'Look for a quotation mark that is not closed near the line that is named. Fields in rule files are separated by semicolons.',
    ),
  },
  CSV_EXPECTED: {
    title: said('Her ventes en CSV-fil', 'Her blir det venta ei CSV-fil', 'A CSV file is expected here'),
    todo: said(
      'Send filen som den er, med Content-Type: text/csv.',
      'Send fila som ho er, med Content-Type: text/csv.',
      'Send the file as it is, with Content-Type: text/csv.',
    ),
  },
  DUPLICATE_COLUMN: {
    title: said(
      'Filen har samme kolonne flere ganger',
      'Fila har same kolonne fleire gonger',
      'The file has the same column several times',
    ),
    todo: said(
      'Behold den som gjelder, gi den andre et annet navn, og send filen igjen.',
      'Behald den som gjeld, gi den andre eit anna namn, og send fila igjen.',
      'Keep the one that holds, give the other another name, and send the file again.',
    ),
  },
  NOT_A_TABLE: {
    title: said(
      'Filen er ikke en liste vi kan lese',
      'Fila er ikkje ei liste vi kan lese',
      'The file is not a list that we can read',
    ),
    todo: said(
      'Lagre den på nytt som Excel-arbeidsbok (.xlsx) uten passord, eller som «CSV UTF-8», og send den igjen.',
      'Lagre henne på nytt som Excel-arbeidsbok (.xlsx) utan passord, eller som «CSV UTF-8», og send henne igjen.',
      'Save it again as an Excel workbook (.xlsx) without a password, or as “CSV UTF-8”, and send it again.',
    ),
  },
  TOO_LARGE: {
    title: said('Filen er for stor', 'Fila er for stor', 'The file is too large'),
    todo: said(
      'Del listen i flere filer, eller kopier den til et nytt, tomt ark. Svaret sier hva det ble for mye av.',
      'Del lista i fleire filer, eller kopier henne til eit nytt, tomt ark. Svaret seier kva det vart for mykje av.',
      'Split the list into several files, or copy it to a new, empty sheet. The answer says what there was too much of.',
    ),
  },
  TABLE_EXPECTED: {
    title: said(
      'Her ventes en liste som CSV eller xlsx',
      'Her blir det venta ei liste som CSV eller xlsx',
      'A list as CSV or xlsx is expected here',
    ),
    todo: said(
      'Send filen som den er, med sin egen Content-Type.',
      'Send fila som ho er, med sin eigen Content-Type.',
      'Send the file as it is, with its own Content-Type.',
    ),
  },
  DOCUMENT_EXPECTED: {
    title: said(
      'Filen er verken PDF, JPEG eller PNG',
      'Fila er verken PDF, JPEG eller PNG',
      'The file is neither PDF, JPEG nor PNG',
    ),
    todo: said(
      'Send dokumentet som den filen det er, med sin Content-Type. Den kan være på 10 MB.',
      'Send dokumentet som den fila det er, med sin Content-Type. Ho kan vere på 10 MB.',
      'Send the document as the file that it is, with its Content-Type. It can be 10 MB.',
    ),
  },
  SHARE_UNKNOWN: {
    title: said(
      'Det er ingen lenke på denne adressen',
      'Det er inga lenkje på denne adressa',
      'There is no link at this address',
    ),
    todo: said(
      'Se etter at hele adressen er med, eller be den som delte kursbeviset, om en ny.',
      'Sjå etter at heile adressa er med, eller be den som delte kursbeviset, om ei ny lenkje.',
      'Check that the whole address is there, or ask whoever shared the course certificate for a new link.',
    ),
  },
  SHARE_EXPIRED: {
    title: said('Tiden for lenken er ute', 'Tida for lenkja er ute', 'The time of the link is up'),
    todo: said(
      'Be den som delte kursbeviset, om en ny.',
      'Be den som delte kursbeviset, om ei ny.',
      'Ask whoever shared the course certificate for a new one.',
    ),
  },
  SHARE_USED_UP: {
    title: said(
      'Lenken er åpnet så mange ganger som den kan',
      'Lenkja er opna så mange gonger som ho kan',
      'The link has been opened as many times as it can be',
    ),
    todo: said(
      'Be den som delte kursbeviset, om en ny.',
      'Be den som delte kursbeviset, om ei ny.',
      'Ask whoever shared the course certificate for a new one.',
    ),
  },
  SHARE_REVOKED: {
    title: said('Lenken er tatt ut av bruk', 'Lenkja er teken ut av bruk', 'The link has been taken out of use'),
    todo: said(
      'Be den som delte kursbeviset, om en ny.',
      'Be den som delte kursbeviset, om ei ny.',
      'Ask whoever shared the course certificate for a new one.',
    ),
  },
  ...whoMayTexts,
  CLOCK_FIXED: {
    title: said('Klokken kan ikke stilles her', 'Klokka kan ikkje stillast her', 'The clock cannot be set here'),
    todo: said(
      'Installasjonen er i drift. Still klokken i en installasjon for demonstrasjon eller prøve.',
      'Installasjonen er i drift. Still klokka i ein installasjon for demonstrasjon eller prøve.',
      'The installation is in production. Set the clock in an installation for demonstration or trial.',
    ),
  },
  OTHER_ORIGIN: {
    title: said(
      'Forespørselen kommer fra et annet nettsted',
      'Førespurnaden kjem frå ein annan nettstad',
      'The request comes from another site',
    ),
    todo: said(
      'Endringer kan bare sendes fra tjenestens egne sider, eller fra et program.',
      'Endringar kan berre sendast frå dei eigne sidene til tenesta, eller frå eit program.',
      'Changes can be sent only from the pages of the service itself, or from a program.',
    ),
  },
  NOT_FOUND: {
    title: said('Finner ikke det du spør etter', 'Finn ikkje det du spør etter', 'What you ask for is not there'),
    todo: said(
      'Se etter om id og adresse er riktige.',
      'Sjå etter om id og adresse er rette.',
      'Check that the id and the address are right.',
    ),
  },
  BODY_TOO_LARGE: {
    title: said('Innholdet er for stort', 'Innhaldet er for stort', 'The content is too large'),
    todo: said(
      'Del det opp. JSON kan være 1 MB, en CSV-fil 64 MB, en liste (CSV eller xlsx) 10 MB.',
      'Del det opp. JSON kan vere 1 MB, ei CSV-fil 64 MB, ei liste (CSV eller xlsx) 10 MB.',
      'Split it up. JSON can be 1 MB, a CSV file 64 MB, a list (CSV or xlsx) 10 MB.',
    ),
  },
  UNSUPPORTED_MEDIA_TYPE: {
    title: said(
      'Innholdstypen tas ikke imot her',
      'Innhaldstypen blir ikkje teken imot her',
      'This content type is not taken here',
    ),
    todo: said(
      'Send application/json, eller text/csv eller xlsx der operasjonen tar imot en fil.',
      'Send application/json, eller text/csv eller xlsx der operasjonen tek imot ei fil.',
      'Send application/json, or text/csv or xlsx where the operation takes a file.',
    ),
  },
  TEMPORARILY_UNAVAILABLE: {
    title: said(
      'Tjenesten er opptatt eller starter på nytt',
      'Tenesta er opptatt eller startar på nytt',
      'The service is busy or restarting',
    ),
    todo: said(
      'Vent så lenge som Retry-After sier, og send det samme på nytt med samme Idempotency-Key.',
      'Vent så lenge som Retry-After seier, og send det same på nytt med same Idempotency-Key.',
      'Wait as long as Retry-After says, and send the same again with the same Idempotency-Key.',
    ),
  },
  INTERNAL_ERROR: {
    title: said('Noe gikk galt hos oss', 'Noko gjekk gale hos oss', 'Something went wrong on our side'),
    todo: said(
      'Ingenting av det du ba om er bekreftet. Oppgi forespørselens id når du melder fra.',
      'Ingenting av det du bad om er stadfesta. Oppgje id-en til førespurnaden når du melder frå.',
      'Nothing of what you asked for is confirmed. Quote the id of the request when you tell us.',
    ),
  },
};

const bySlug = new Map(Object.entries(own).map(([code, text]) => [slugOf(code), { code, ...text }]));

/** The page's text; undefined for a code that only its context explains, in the problem itself. */
export const problemTextOf = (slug: string): (ProblemText & { readonly code: string }) | undefined => bySlug.get(slug);
