import type { BatchCode, RecordCode, WarningCode } from '@kull/deliveries';
import type { InLanguages } from '../kit/language';

/** What the association may say of a line (domain.md 9.4); W401 is ours alone. */
export type LineCode = RecordCode | Exclude<WarningCode, 'W401'>;

export const batchCodes = ['E001', 'E002', 'E003', 'E004'] as const satisfies readonly BatchCode[];

/** What each code means, as its giver sees it. */
export const codeTexts: InLanguages<Readonly<Record<LineCode | BatchCode, string>>> = {
  nb: {
    E001: 'Fila kan ikke leses',
    E002: 'Kontrollsum eller signatur stemmer ikke',
    E003: 'Antall eller poengsum stemmer ikke med manifestet',
    E004: 'En tidligere levering mangler, eller denne er kommet før',
    E101: 'HPR-nummeret mangler eller er feil skrevet',
    E102: 'HPR-nummeret er ikke i registeret',
    E103: 'Legen var ikke autorisert da kurset ble fullført',
    E201: 'Kursgodkjenningen er ukjent eller gjaldt ikke den dagen',
    E202: 'Poeng eller timer er over godkjenningen',
    E203: 'Spesialitet, formål eller kategori er ikke på godkjenningen',
    E204: 'Datoene er i feil rekkefølge eller i framtiden',
    E205: 'Oppmøtet er under kravet i godkjenningen',
    E206: 'Prøven er ikke bestått',
    E301: 'Finnes fra før',
    E302: 'Ingen linje å rette eller trekke',
    E303: 'Versjonen er ikke nyere enn den vi har',
    E304: 'Rettingen endrer noe som ikke kan endres',
    E305: 'Beviset er trukket tilbake hos oss',
    E402: 'Grunnlaget for å dele mangler',
    E403: 'Ugyldige tegn i navn eller tittel',
    W104: 'Navnet er et annet enn i registeret',
    W105: 'Fødselsdagen er en annen, eller mangler',
  },
  nn: {
    E001: 'Fila kan ikkje lesast',
    E002: 'Kontrollsum eller signatur stemmer ikkje',
    E003: 'Tal på linjer eller poengsum stemmer ikkje med manifestet',
    E004: 'Ei tidlegare levering manglar, eller denne er komen før',
    E101: 'HPR-nummeret manglar eller er feil skrive',
    E102: 'HPR-nummeret er ikkje i registeret',
    E103: 'Legen var ikkje autorisert da kurset vart fullført',
    E201: 'Kursgodkjenninga er ukjend eller galdt ikkje den dagen',
    E202: 'Poeng eller timar er over godkjenninga',
    E203: 'Spesialitet, føremål eller kategori er ikkje på godkjenninga',
    E204: 'Datoane er i feil rekkjefølgje eller i framtida',
    E205: 'Oppmøtet er under kravet i godkjenninga',
    E206: 'Prøva er ikkje greidd',
    E301: 'Finst frå før',
    E302: 'Inga linje å rette eller trekkje',
    E303: 'Versjonen er ikkje nyare enn den vi har',
    E304: 'Rettinga endrar noko som ikkje kan endrast',
    E305: 'Beviset er trekt tilbake hos oss',
    E402: 'Grunnlaget for å dele manglar',
    E403: 'Ugyldige teikn i namn eller tittel',
    W104: 'Namnet er eit anna enn i registeret',
    W105: 'Fødselsdagen er ein annan, eller manglar',
  },
  en: {
    E001: 'The file cannot be read',
    E002: 'The checksum or signature does not match',
    E003: 'Counts or points do not match the manifest',
    E004: 'An earlier delivery is missing, or this one came before',
    E101: 'The HPR number is missing or badly written',
    E102: 'The HPR number is not in the register',
    E103: 'The physician was not authorised when the course was completed',
    E201: 'The course approval is unknown or was not valid that day',
    E202: 'Points or hours are above the approval',
    E203: 'Specialty, purpose or category is not on the approval',
    E204: 'The dates are in the wrong order or in the future',
    E205: 'The attendance is below what the approval asks for',
    E206: 'The test was not passed',
    E301: 'Already there',
    E302: 'No line to correct or withdraw',
    E303: 'The version is not newer than the one we have',
    E304: 'The correction changes what cannot be changed',
    E305: 'The certificate is withdrawn here',
    E402: 'The basis for sharing is missing',
    E403: 'Characters that are not allowed in a name or title',
    W104: 'The name differs from the register',
    W105: 'The birthday differs, or is missing',
  },
};

type KnownCode = keyof (typeof codeTexts)['nb'];

const isKnown = (code: string): code is KnownCode => Object.hasOwn(codeTexts.nb, code);

/** What a code means; a code that only its giver knows stands alone. */
export const codeText = (language: keyof typeof codeTexts, code: string): string | undefined =>
  isKnown(code) ? codeTexts[language][code] : undefined;

const lineCodes = Object.keys(codeTexts.nb).filter(
  (code): code is LineCode => !(batchCodes as readonly string[]).includes(code),
);

export const isLineCode = (code: unknown): code is LineCode => lineCodes.some((one) => one === code);

const isWarning = (code: LineCode): boolean => code.startsWith('W');
const isOfChanges = (code: LineCode): boolean => /^E30[2-5]$/.test(code);

/** The codes to choose from: of a correction or withdrawal, those that are about one first. */
export const rejectionCodes = (isChange: boolean): readonly LineCode[] => {
  const codes = lineCodes.filter((code) => !isWarning(code));
  return isChange
    ? [...codes.filter(isOfChanges), ...codes.filter((code) => !isOfChanges(code))]
    : codes.filter((code) => !isOfChanges(code) || code === 'E303');
};

export const warningCodes: readonly LineCode[] = lineCodes.filter(isWarning);
