import { type Said, said } from '@kull/http';
import type { BatchCode, RecordCode, WarningCode } from '../domain/validation-codes';

/** What a code means and what to do about it, for an administrator. */
export interface CodeText {
  readonly means: Said;
  readonly action: Said;
}

const delivered = said(
  'Sjekk at det er samme person. Linjen er levert.',
  'Sjekk at det er same person. Linja er levert.',
  'See that it is the same person. The line has been delivered.',
);

const texts: Readonly<Record<BatchCode | RecordCode | WarningCode, CodeText>> = {
  E001: {
    means: said(
      'Mottakeren kunne ikke lese filen',
      'Mottakaren kunne ikkje lese fila',
      'The recipient could not read the file',
    ),
    action: said(
      'Linjene går med neste levering. Meld fra til drift.',
      'Linjene går med neste levering. Meld frå til drift.',
      'The lines go with the next delivery. Tell operations.',
    ),
  },
  E002: {
    means: said(
      'Filens kontrollsum eller signatur stemte ikke hos mottakeren',
      'Kontrollsummen eller signaturen til fila stemte ikkje hos mottakaren',
      'The checksum or signature of the file did not match at the recipient',
    ),
    action: said(
      'Be mottakeren hente filen på nytt. Linjene går ellers med neste levering.',
      'Be mottakaren hente fila på nytt. Linjene går elles med neste levering.',
      'Ask the recipient to fetch the file again. Otherwise the lines go with the next delivery.',
    ),
  },
  E003: {
    means: said(
      'Antall eller poengsum stemte ikke med manifestet',
      'Talet på linjer eller poengsummen stemte ikkje med manifestet',
      'The number of lines or the sum of points did not match the manifest',
    ),
    action: said(
      'Meld fra til drift. Linjene går igjen.',
      'Meld frå til drift. Linjene går igjen.',
      'Tell operations. The lines go again.',
    ),
  },
  E004: {
    means: said(
      'Mottakeren mangler en tidligere levering, eller har fått denne før',
      'Mottakaren manglar ei tidlegare levering, eller har fått denne før',
      'The recipient lacks an earlier delivery, or has had this one before',
    ),
    action: said(
      'Be mottakeren hente leveringene i nummerrekkefølge. Linjene går ellers igjen.',
      'Be mottakaren hente leveringane i nummerrekkjefølgje. Linjene går elles igjen.',
      'Ask the recipient to fetch the deliveries in the order of their numbers. Otherwise the lines go again.',
    ),
  },
  E101: {
    means: said(
      'HPR-nummeret mangler eller er feil skrevet',
      'HPR-nummeret manglar eller er skrive feil',
      'The HPR number is missing or mistyped',
    ),
    action: said(
      'Rett HPR-nummeret. Da utstedes et nytt bevis.',
      'Rett HPR-nummeret. Då blir det skrive ut eit nytt bevis.',
      'Correct the HPR number. A new certificate is then issued.',
    ),
  },
  E102: {
    means: said(
      'HPR-nummeret finnes ikke i registeret',
      'HPR-nummeret finst ikkje i registeret',
      'The HPR number is not in the register',
    ),
    action: said(
      'Kontroller nummeret med deltakeren og rett det.',
      'Kontroller nummeret med deltakaren og rett det.',
      'Check the number with the participant and correct it.',
    ),
  },
  E103: {
    means: said(
      'Legen var ikke autorisert dagen kurset ble fullført',
      'Legen var ikkje autorisert den dagen kurset vart fullført',
      'The physician was not licensed on the day the course was completed',
    ),
    action: said(
      'Be deltakeren dokumentere autorisasjonen, og lever på nytt når registeret er rettet.',
      'Be deltakaren dokumentere autorisasjonen, og lever på nytt når registeret er retta.',
      'Ask the participant for proof of the licence, and deliver again when the register has been corrected.',
    ),
  },
  W104: {
    means: said(
      'Navnet er et annet enn i registeret',
      'Namnet er eit anna enn i registeret',
      'The name is another than in the register',
    ),
    action: delivered,
  },
  W105: {
    means: said(
      'Registeret har ikke fødselsdatoen',
      'Registeret har ikkje fødselsdatoen',
      'The register does not have the date of birth',
    ),
    action: delivered,
  },
  E201: {
    means: said(
      'Kursgodkjenningen er ukjent eller gjaldt ikke da kurset ble fullført',
      'Kursgodkjenninga er ukjend eller gjaldt ikkje då kurset vart fullført',
      'The course approval is unknown or was not valid when the course was completed',
    ),
    action: said(
      'Få godkjenningen registrert eller forlenget hos mottakeren, og lever på nytt.',
      'Få godkjenninga registrert eller forlengd hos mottakaren, og lever på nytt.',
      'Have the approval registered or extended at the recipient, and deliver again.',
    ),
  },
  E202: {
    means: said(
      'Poeng eller timer er over det godkjenningen gir',
      'Poeng eller timar er over det godkjenninga gir',
      'Points or hours are above what the approval gives',
    ),
    action: said(
      'Sammenlign med godkjenningen og rett den.',
      'Samanlikn med godkjenninga og rett henne.',
      'Compare with the approval and correct it.',
    ),
  },
  E203: {
    means: said(
      'Spesialitet, formål eller kategori er ikke på godkjenningen',
      'Spesialitet, formål eller kategori er ikkje på godkjenninga',
      'Specialty, purpose or category is not on the approval',
    ),
    action: said(
      'Sammenlign kredittlinjene med godkjenningen.',
      'Samanlikn kredittlinjene med godkjenninga.',
      'Compare the credit lines with the approval.',
    ),
  },
  E204: {
    means: said(
      'Datoene er i feil rekkefølge eller i framtiden',
      'Datoane er i feil rekkjefølgje eller i framtida',
      'The dates are in the wrong order or in the future',
    ),
    action: said('Kontroller datoene for kurset.', 'Kontroller datoane for kurset.', 'Check the dates of the course.'),
  },
  E205: {
    means: said(
      'Oppmøtet er under kravet i godkjenningen',
      'Oppmøtet er under kravet i godkjenninga',
      'The attendance is below what the approval requires',
    ),
    action: said(
      'Kontroller oppmøtet. Rett det om det er feil.',
      'Kontroller oppmøtet. Rett det om det er feil.',
      'Check the attendance. Correct it if it is wrong.',
    ),
  },
  E206: {
    means: said('Prøven er ikke bestått', 'Prøva er ikkje bestått', 'The test has not been passed'),
    action: said(
      'Kontroller resultatet. Rett det om det er feil.',
      'Kontroller resultatet. Rett det om det er feil.',
      'Check the result. Correct it if it is wrong.',
    ),
  },
  E301: {
    means: said(
      'Mottakeren har allerede en linje for samme lege, kurs, spesialitet og kategori',
      'Mottakaren har alt ei linje for same lege, kurs, spesialitet og kategori',
      'The recipient already has a line for the same physician, course, specialty and category',
    ),
    action: said(
      'Avklar med mottakeren hvilken som gjelder. Trekk tilbake den som er feil.',
      'Avklar med mottakaren kva for ei som gjeld. Trekk tilbake den som er feil.',
      'Agree with the recipient which one counts. Revoke the one that is wrong.',
    ),
  },
  E302: {
    means: said(
      'Mottakeren har ingen linje å rette eller trekke tilbake',
      'Mottakaren har inga linje å rette eller trekkje tilbake',
      'The recipient has no line to correct or revoke',
    ),
    action: said(
      'Avklar med mottakeren, og lever på nytt.',
      'Avklar med mottakaren, og lever på nytt.',
      'Agree with the recipient, and deliver again.',
    ),
  },
  E303: {
    means: said(
      'Versjonen er ikke nyere enn den mottakeren har',
      'Versjonen er ikkje nyare enn den mottakaren har',
      'The version is no newer than the one the recipient has',
    ),
    action: said(
      'Avklar med mottakeren hvilken som gjelder.',
      'Avklar med mottakaren kva for ein som gjeld.',
      'Agree with the recipient which one counts.',
    ),
  },
  E304: {
    means: said(
      'En retting endrer noe som ikke kan endres',
      'Ei retting endrar noko som ikkje kan endrast',
      'A correction changes something that cannot be changed',
    ),
    action: said(
      'Trekk beviset tilbake. Det utstedes et nytt med nytt nummer.',
      'Trekk beviset tilbake. Det blir skrive ut eit nytt med nytt nummer.',
      'Revoke the certificate. A new one is issued with a new number.',
    ),
  },
  E305: {
    means: said(
      'Beviset er trukket tilbake hos mottakeren',
      'Beviset er trekt tilbake hos mottakaren',
      'The certificate has been revoked at the recipient',
    ),
    action: said(
      'Avklar med mottakeren. Et nytt bevis får nytt nummer.',
      'Avklar med mottakaren. Eit nytt bevis får nytt nummer.',
      'Agree with the recipient. A new certificate gets a new number.',
    ),
  },
  W401: {
    means: said(
      'Levert mer enn 30 dager etter fullført kurs',
      'Levert meir enn 30 dagar etter fullført kurs',
      'Delivered more than 30 days after the course was completed',
    ),
    action: said(
      'Ingenting. Linjen er levert.',
      'Ingenting. Linja er levert.',
      'Nothing. The line has been delivered.',
    ),
  },
  E402: {
    means: said(
      'Grunnlaget for å dele opplysningene mangler',
      'Grunnlaget for å dele opplysningane manglar',
      'There is no legal ground for sharing the information',
    ),
    action: said(
      'Registrer samtykke eller avtale for kurset.',
      'Registrer samtykke eller avtale for kurset.',
      'Register a consent or an agreement for the course.',
    ),
  },
  E403: {
    means: said(
      'Et navn eller en tittel begynner med et formeltegn eller har et 11-sifret tall',
      'Eit namn eller ein tittel byrjar med eit formelteikn eller har eit 11-sifra tal',
      'A name or a title begins with a formula sign or has a number of 11 digits',
    ),
    action: said('Rett navnet eller tittelen.', 'Rett namnet eller tittelen.', 'Correct the name or the title.'),
  },
};

const unknown: CodeText = {
  means: said(
    'Mottakeren bruker en kode vi ikke kjenner',
    'Mottakaren bruker ein kode vi ikkje kjenner',
    'The recipient uses a code that we do not know',
  ),
  action: said(
    'Spør mottakeren hva den betyr. Prøv linjen igjen når det er rettet.',
    'Spør mottakaren kva han betyr. Prøv linja igjen når det er retta.',
    'Ask the recipient what it means. Try the line again when that has been mended.',
  ),
};

const isKnown = (code: string): code is keyof typeof texts => Object.hasOwn(texts, code);

/** The words for a code of domain.md 9.4, whoever gave it. */
export const codeText = (code: string): CodeText => (isKnown(code) ? texts[code] : unknown);
