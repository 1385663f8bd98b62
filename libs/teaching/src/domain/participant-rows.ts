import { isCode, type LocalDate } from '@kull/kernel';
import { type NationalIdPolicy, parseNationalId } from '@kull/people/national-id';

/** One row of `participants.csv` as it stands in the file; rows are numbered from 1. */
export interface ParticipantRow {
  readonly row: number;
  readonly studentNo: string;
  readonly familyName: string;
  readonly givenNames: string;
  readonly nationalId: string;
  readonly email: string;
  readonly phone: string;
  readonly language: string;
  readonly hprNumber: string;
  readonly participantStatus: string;
}

/** A participant as the class list has them. Personal: goes to `people`, never into an event as it is. */
export interface Participant {
  readonly row: number;
  readonly studentNo: string;
  readonly participantStatus: string;
  readonly nationalId: string;
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: LocalDate;
  readonly language: 'nb' | 'nn' | 'en';
  readonly email?: string;
  readonly phone?: string;
  readonly hprNumber?: string;
}

/** Why a row of a class list cannot be read. */
export type ParticipantRowCode =
  | 'INVALID_STUDENT_NO'
  | 'DUPLICATE_STUDENT_NO'
  | 'MISSING_NAME'
  | 'INVALID_NATIONAL_ID'
  | 'INVALID_PARTICIPANT_STATUS';

export interface ReadParticipants {
  readonly participants: readonly Participant[];
  readonly rejected: readonly { readonly row: number; readonly studentNo: string; readonly code: ParticipantRowCode }[];
}

const languageOf = (text: string): Participant['language'] => (text === 'nn' || text === 'en' ? text : 'nb');

const read = (row: ParticipantRow, policy: NationalIdPolicy): Participant | ParticipantRowCode => {
  const { studentNo, participantStatus } = row;
  if (!isCode(studentNo)) return 'INVALID_STUDENT_NO';
  const [familyName, givenNames] = [row.familyName.trim(), row.givenNames.trim()];
  if (familyName === '' || givenNames === '') return 'MISSING_NAME';
  const nationalId = parseNationalId(row.nationalId.trim(), policy);
  if (!nationalId) return 'INVALID_NATIONAL_ID';
  if (!isCode(participantStatus)) return 'INVALID_PARTICIPANT_STATUS';
  const [email, phone, hprNumber] = [row.email.trim(), row.phone.trim(), row.hprNumber.trim()];
  return {
    row: row.row,
    studentNo,
    participantStatus,
    nationalId: nationalId.digits,
    birthDate: nationalId.birthDate,
    familyName,
    givenNames,
    language: languageOf(row.language),
    ...(email !== '' && { email }),
    ...(phone !== '' && { phone }),
    ...(hprNumber !== '' && { hprNumber }),
  };
};

/** Reads a class list. Of two good rows for one student number, the first counts. */
export const readParticipantRows = (rows: readonly ParticipantRow[], policy: NationalIdPolicy): ReadParticipants => {
  const participants = new Map<string, Participant>();
  const rejected: ReadParticipants['rejected'][number][] = [];
  for (const row of rows) {
    const { studentNo } = row;
    const participant = read(row, policy);
    if (typeof participant === 'string') rejected.push({ row: row.row, studentNo, code: participant });
    else if (participants.has(studentNo)) rejected.push({ row: row.row, studentNo, code: 'DUPLICATE_STUDENT_NO' });
    else participants.set(studentNo, participant);
  }
  return { participants: [...participants.values()], rejected };
};
