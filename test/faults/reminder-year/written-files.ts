import { stringify } from 'csv-stringify/sync';
import type { Language } from './scenario';

/** Rows as a file of the rules has them (selection.md 7). */
export const csv = (rows: readonly Readonly<Record<string, string>>[]): Buffer =>
  Buffer.from(stringify([...rows], { header: true, delimiter: ';', record_delimiter: '\r\n' }));

/** Somebody in a class. */
export interface Participant {
  readonly no: string;
  readonly familyName: string;
  readonly givenNames: string;
  readonly nationalId: string;
  readonly email: string;
  readonly language: Language;
  readonly hprNumber: string;
  readonly status: string;
}

export const participantsFile = (participants: readonly Participant[]): Buffer =>
  csv(
    participants.map((one) => ({
      student_no: one.no,
      family_name: one.familyName,
      given_names: one.givenNames,
      national_id: one.nationalId,
      email: one.email,
      phone: '+4740000000',
      language: one.language,
      municipality_code: '0301',
      hpr_number: one.hprNumber,
      participant_status: one.status,
    })),
  );
