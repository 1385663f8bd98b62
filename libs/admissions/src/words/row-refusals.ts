import type { InLanguages } from '@kull/kernel';
import type { RowRejectionCode } from '../domain/application-rows';

/**
 * Why a row of applications cannot be taken in, and what to do about it: the service and the application say it in these
 * words. They name no person and repeat no cell.
 */
export const rowRefusals: InLanguages<Readonly<Record<RowRejectionCode, readonly [what: string, todo: string]>>> = {
  nb: {
    DUPLICATE_APPLICATION_NO: [
      'Søknadsnummeret står på en tidligere rad, eller er for langt',
      'Gi raden et eget nummer',
    ],
    MISSING_NAME: ['Etternavn eller fornavn mangler', 'Fyll inn navnet'],
    INVALID_NATIONAL_ID: [
      'Fødselsnummeret har ikke 11 siffer, feil kontrollsiffer eller en dato som ikke finnes',
      'Skriv det riktige nummeret',
    ],
    INVALID_TIMESTAMP: ['Tidspunktet for innsending kan ikke leses', 'Skriv det slik: 2026-03-25T20:34:28+01:00'],
    UNKNOWN_CLASS: [
      'Ønske om klasse mangler, er ukjent eller står to ganger',
      'Skriv klassene med | mellom, den beste først',
    ],
    OUTSIDE_WINDOW: ['Søknaden er sendt utenfor søknadsperioden', 'Rett tidspunktet bare hvis det er feil i filen'],
  },
  nn: {
    DUPLICATE_APPLICATION_NO: [
      'Søknadsnummeret står på ei tidlegare rad, eller er for langt',
      'Gi rada eit eige nummer',
    ],
    MISSING_NAME: ['Etternamn eller førenamn manglar', 'Fyll inn namnet'],
    INVALID_NATIONAL_ID: [
      'Fødselsnummeret har ikkje 11 siffer, feil kontrollsiffer eller ein dato som ikkje finst',
      'Skriv det rette nummeret',
    ],
    INVALID_TIMESTAMP: ['Tidspunktet for innsending kan ikkje lesast', 'Skriv det slik: 2026-03-25T20:34:28+01:00'],
    UNKNOWN_CLASS: [
      'Ønske om klasse manglar, er ukjent eller står to gonger',
      'Skriv klassane med | mellom, den beste først',
    ],
    OUTSIDE_WINDOW: ['Søknaden er send utanfor søknadsperioden', 'Rett tidspunktet berre om det er feil i fila'],
  },
  en: {
    DUPLICATE_APPLICATION_NO: [
      'An earlier row has the same application number, or it is too long',
      'Give the row a number of its own',
    ],
    MISSING_NAME: ['Family name or given names are missing', 'Fill in the name'],
    INVALID_NATIONAL_ID: [
      'The national id does not have 11 digits, has wrong control digits or a date that does not exist',
      'Write the right number',
    ],
    INVALID_TIMESTAMP: ['The time of sending cannot be read', 'Write it like this: 2026-03-25T20:34:28+01:00'],
    UNKNOWN_CLASS: [
      'The wish for a class is missing, unknown or stands twice',
      'Write the classes with | between, the best first',
    ],
    OUTSIDE_WINDOW: [
      'The application was sent outside the application period',
      'Correct the time only if the file is wrong',
    ],
  },
};
