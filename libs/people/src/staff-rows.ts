import { isCode } from '@kull/kernel';
import { parseAddress } from '@kull/mail/address';
import type { Language, StaffMember } from './contracts';

/** One row of a staff file as it stands there; rows are numbered from 1. */
export interface StaffRow {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly language: string;
}

/** Why a row cannot be taken in; the first that applies. */
export type StaffRowCode =
  | 'INVALID_STAFF_CODE'
  | 'DUPLICATE_STAFF_CODE'
  | 'MISSING_NAME'
  | 'INVALID_EMAIL'
  | 'INVALID_PHONE'
  | 'INVALID_LANGUAGE';

/** What the office is told about such a row. Names no person and repeats no cell. */
export const staffRowMessages: Readonly<Record<StaffRowCode, string>> = {
  INVALID_STAFF_CODE: 'Koden mangler eller er for lang',
  DUPLICATE_STAFF_CODE: 'En tidligere rad i filen har samme kode',
  MISSING_NAME: 'Navnet mangler',
  INVALID_EMAIL: 'E-postadressen mangler, eller er ikke én adresse',
  INVALID_PHONE: 'Telefonnummeret skal ha åtte siffer, eller + og landkode',
  INVALID_LANGUAGE: 'Språket skal være nb, nn eller en',
};

export interface RejectedStaffRow {
  readonly row: number;
  readonly code: StaffRowCode;
  readonly message: string;
}

const isLanguage = (text: string): text is Language => text === 'nb' || text === 'nn' || text === 'en';

/** In E.164; eight digits are a Norwegian number. */
const phoneOf = (text: string): string | undefined => {
  const digits = text.replaceAll(/[\s()-]/g, '').replace(/^00/, '+');
  if (/^[2-9]\d{7}$/.test(digits)) return `+47${digits}`;
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : undefined;
};

const read = ({ code, name, email, phone, language }: StaffRow): StaffMember | StaffRowCode => {
  if (!isCode(code.trim())) return 'INVALID_STAFF_CODE';
  if (name.trim() === '') return 'MISSING_NAME';
  const address = parseAddress(email.trim());
  if (address === undefined) return 'INVALID_EMAIL';
  const number = phone.trim() === '' ? undefined : phoneOf(phone);
  if (phone.trim() !== '' && number === undefined) return 'INVALID_PHONE';
  const spoken = language.trim() || 'nb';
  if (!isLanguage(spoken)) return 'INVALID_LANGUAGE';
  return { code: code.trim(), name: name.trim(), email: address, ...(number && { phone: number }), language: spoken };
};

/** Reads a staff file. No row stops another; of two good rows with one code the first counts. */
export const readStaffRows = (
  rows: readonly StaffRow[],
): { readonly staff: readonly StaffMember[]; readonly rejected: readonly RejectedStaffRow[] } => {
  const staff = new Map<string, StaffMember>();
  const rejected: RejectedStaffRow[] = [];
  for (const row of rows) {
    const member = read(row);
    const code = typeof member === 'string' ? member : staff.has(member.code) ? 'DUPLICATE_STAFF_CODE' : undefined;
    if (typeof member !== 'string' && code === undefined) staff.set(member.code, member);
    else if (code !== undefined) rejected.push({ row: row.row, code, message: staffRowMessages[code] });
  }
  return { staff: [...staff.values()], rejected };
};
