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

export interface RejectedStaffRow {
  readonly row: number;
  readonly code: StaffRowCode;
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
    else if (code !== undefined) rejected.push({ row: row.row, code });
  }
  return { staff: [...staff.values()], rejected };
};
