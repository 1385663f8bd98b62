/** One correction as the form has it. */
export interface Correction {
  readonly kind: 'NAME_CHANGE' | 'ATTENDANCE' | 'HPR_NUMBER' | 'RESULT';
  readonly studentNo: string;
  readonly value: string;
  readonly reason: string;
  readonly recordedBy: string;
  readonly approvedBy: string;
}

const cell = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The correction as a row of `corrections.csv`, made at that instant. */
export const correctionsCsv = (
  at: string,
  { kind, studentNo, value, reason, recordedBy, approvedBy }: Correction,
): Blob => {
  const row = [at, kind, studentNo, value, reason, recordedBy, approvedBy].map(cell).join(';');
  return new Blob([`at;kind;student_no;value;reason;recorded_by;approved_by\r\n${row}\r\n`], { type: 'text/csv' });
};
