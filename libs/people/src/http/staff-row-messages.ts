import { type Said, said } from '@kull/http';
import type { StaffRowCode } from '../staff-rows';

/** What the office is told about a row of a staff file that was not taken in. Names no person and repeats no cell. */
export const staffRowMessages: Readonly<Record<StaffRowCode, Said>> = {
  INVALID_STAFF_CODE: said(
    'Koden mangler eller er for lang',
    'Koden manglar eller er for lang',
    'The code is missing or too long',
  ),
  DUPLICATE_STAFF_CODE: said(
    'En tidligere rad i filen har samme kode',
    'Ei tidlegare rad i fila har same kode',
    'An earlier row of the file has the same code',
  ),
  MISSING_NAME: said('Navnet mangler', 'Namnet manglar', 'The name is missing'),
  INVALID_EMAIL: said(
    'E-postadressen mangler, eller er ikke én adresse',
    'E-postadressa manglar, eller er ikkje éi adresse',
    'The e-mail address is missing, or is not one address',
  ),
  INVALID_PHONE: said(
    'Telefonnummeret skal ha åtte siffer, eller + og landkode',
    'Telefonnummeret skal ha åtte siffer, eller + og landkode',
    'The telephone number must have eight digits, or + and a country code',
  ),
  INVALID_LANGUAGE: said(
    'Språket skal være nb, nn eller en',
    'Språket skal vere nb, nn eller en',
    'The language must be nb, nn or en',
  ),
};
