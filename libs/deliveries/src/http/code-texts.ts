import type { ReceiptRowCode } from '../domain/receipt-rows';
import type { BatchCode, RecordCode, WarningCode } from '../domain/validation-codes';

/** What a code means and what to do about it, for an administrator. */
export interface CodeText {
  readonly means: string;
  readonly action: string;
}

const texts: Readonly<Record<BatchCode | RecordCode | WarningCode, CodeText>> = {
  E001: { means: 'Mottakeren kunne ikke lese filen', action: 'Linjene går med neste levering. Meld fra til drift.' },
  E002: {
    means: 'Filens kontrollsum eller signatur stemte ikke hos mottakeren',
    action: 'Be mottakeren hente filen på nytt. Linjene går ellers med neste levering.',
  },
  E003: { means: 'Antall eller poengsum stemte ikke med manifestet', action: 'Meld fra til drift. Linjene går igjen.' },
  E004: {
    means: 'Mottakeren mangler en tidligere levering, eller har fått denne før',
    action: 'Be mottakeren hente leveringene i nummerrekkefølge. Linjene går ellers igjen.',
  },
  E101: {
    means: 'HPR-nummeret mangler eller er feil skrevet',
    action: 'Rett HPR-nummeret. Da utstedes et nytt bevis.',
  },
  E102: { means: 'HPR-nummeret finnes ikke i registeret', action: 'Kontroller nummeret med deltakeren og rett det.' },
  E103: {
    means: 'Legen var ikke autorisert dagen kurset ble fullført',
    action: 'Be deltakeren dokumentere autorisasjonen, og lever på nytt når registeret er rettet.',
  },
  W104: { means: 'Navnet er et annet enn i registeret', action: 'Sjekk at det er samme person. Linjen er levert.' },
  W105: { means: 'Registeret har ikke fødselsdatoen', action: 'Sjekk at det er samme person. Linjen er levert.' },
  E201: {
    means: 'Kursgodkjenningen er ukjent eller gjaldt ikke da kurset ble fullført',
    action: 'Få godkjenningen registrert eller forlenget hos mottakeren, og lever på nytt.',
  },
  E202: {
    means: 'Poeng eller timer er over det godkjenningen gir',
    action: 'Sammenlign med godkjenningen og rett den.',
  },
  E203: {
    means: 'Spesialitet, formål eller kategori er ikke på godkjenningen',
    action: 'Sammenlign kredittlinjene med godkjenningen.',
  },
  E204: { means: 'Datoene er i feil rekkefølge eller i framtiden', action: 'Kontroller datoene for kurset.' },
  E205: { means: 'Oppmøtet er under kravet i godkjenningen', action: 'Kontroller oppmøtet. Rett det om det er feil.' },
  E206: { means: 'Prøven er ikke bestått', action: 'Kontroller resultatet. Rett det om det er feil.' },
  E301: {
    means: 'Mottakeren har allerede en linje for samme lege, kurs, spesialitet og kategori',
    action: 'Avklar med mottakeren hvilken som gjelder. Trekk tilbake den som er feil.',
  },
  E302: {
    means: 'Mottakeren har ingen linje å rette eller trekke tilbake',
    action: 'Avklar med mottakeren, og lever på nytt.',
  },
  E303: {
    means: 'Versjonen er ikke nyere enn den mottakeren har',
    action: 'Avklar med mottakeren hvilken som gjelder.',
  },
  E304: {
    means: 'En retting endrer noe som ikke kan endres',
    action: 'Trekk beviset tilbake. Det utstedes et nytt med nytt nummer.',
  },
  E305: {
    means: 'Beviset er trukket tilbake hos mottakeren',
    action: 'Avklar med mottakeren. Et nytt bevis får nytt nummer.',
  },
  W401: { means: 'Levert mer enn 30 dager etter fullført kurs', action: 'Ingenting. Linjen er levert.' },
  E402: { means: 'Grunnlaget for å dele opplysningene mangler', action: 'Registrer samtykke eller avtale for kurset.' },
  E403: {
    means: 'Et navn eller en tittel begynner med et formeltegn eller har et 11-sifret tall',
    action: 'Rett navnet eller tittelen.',
  },
};

const unknown: CodeText = {
  means: 'Mottakeren bruker en kode vi ikke kjenner',
  action: 'Spør mottakeren hva den betyr. Prøv linjen igjen når det er rettet.',
};

const isKnown = (code: string): code is keyof typeof texts => Object.hasOwn(texts, code);

/** The words for a code of domain.md 9.4, whoever gave it. */
export const codeText = (code: string): CodeText => (isKnown(code) ? texts[code] : unknown);

/** Why a receipt was not taken in. */
export const receiptMessages: Readonly<Record<ReceiptRowCode, string>> = {
  LINE_NOT_IN_BATCH: 'Leveringen har ikke denne linjen. Kontroller bevisnummer og linjenummer.',
  VERSION_DIFFERS: 'Leveringen har linjen i en annen versjon.',
  INVALID_RESULT: 'Resultatet må være ACCEPTED, ACCEPTED_WITH_WARNING, REJECTED eller POSTED.',
  INVALID_CODE: 'Koden må være en bokstav og tre sifre, og må være med når linjen avvises eller har en advarsel.',
  INVALID_TIMESTAMP: 'Tidspunktet må være på formen 2026-07-09T09:12:00+02:00.',
  RECEIVED_IN_FUTURE: 'Tidspunktet er i framtiden. Kontroller klokken hos mottakeren.',
};
