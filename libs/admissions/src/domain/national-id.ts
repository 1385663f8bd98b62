import { isLocalDate, type LocalDate } from '@kull/kernel';
import { idnr } from '@navikt/fnrvalidator';

/** A Norwegian national id that passed every check. It never leaves `people` and the file it came in (I-44). */
export interface NationalId {
  readonly digits: string;
  readonly birthDate: LocalDate;
  /** Month + 80: belongs to nobody (domain.md 2.1). */
  readonly synthetic: boolean;
}

/** Whether synthetic national ids are taken in: a production setting refuses them (I-45). */
export interface NationalIdPolicy {
  readonly acceptSynthetic: boolean;
}

/**
 * The century that the individual digits (7 to 9) stand for, or undefined when no series has them with that year.
 * The library does not check this, so it could neither tell 1856 from 1956 nor 29 February 1900 from 2000.
 */
const century = (yearOfTwoDigits: number, individualDigits: number): number | undefined => {
  if (individualDigits < 500) return 1900;
  if (individualDigits < 750 && yearOfTwoDigits >= 54) return 1800;
  if (yearOfTwoDigits < 40) return 2000;
  if (individualDigits >= 900) return 1900;
  return undefined;
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const birthDateOf = (digits: string): LocalDate | undefined => {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  const year = Number(digits.slice(4, 6));
  const hundreds = century(year, Number(digits.slice(6, 9)));
  if (hundreds === undefined) return undefined;
  const plainDay = day > 40 ? day - 40 : day;
  const plainMonth = month > 80 ? month - 80 : month > 40 ? month - 40 : month;
  const date = `${hundreds + year}-${twoDigits(plainMonth)}-${twoDigits(plainDay)}`;
  return isLocalDate(date) ? date : undefined;
};

/**
 * The national id that the text is, or undefined: not 11 digits, control digits wrong by the present rule and by the
 * one from 2032, no such date, or synthetic where those are refused (selection.md 1, order 3).
 */
export const parseNationalId = (text: string, policy: NationalIdPolicy): NationalId | undefined => {
  if (!/^\d{11}$/.test(text) || idnr(text).status === 'invalid') return undefined;
  const birthDate = birthDateOf(text);
  if (birthDate === undefined) return undefined;
  const synthetic = Number(text.slice(2, 4)) > 80;
  if (synthetic && !policy.acceptSynthetic) return undefined;
  return { digits: text, birthDate, synthetic };
};
