/** One correction as the form has it, and as it is handed to the person who approves it. */
export interface Correction {
  /** When it was made, by the service's time. */
  readonly at: string;
  readonly kind: 'NAME_CHANGE' | 'ATTENDANCE' | 'HPR_NUMBER' | 'RESULT';
  readonly studentNo: string;
  readonly value: string;
  readonly reason: string;
  readonly recordedBy: string;
}

const cell = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The correction as the one row of a `corrections.csv`. */
export const correctionsCsv = (one: Correction, approvedBy = ''): Blob => {
  const { at, kind, studentNo, value, reason, recordedBy } = one;
  const row = [at, kind, studentNo, value, reason, recordedBy, approvedBy].map(cell).join(';');
  return new Blob([`at;kind;student_no;value;reason;recorded_by;approved_by\r\n${row}\r\n`], { type: 'text/csv' });
};

/** Behind `#` of an address: browsers send that to nobody, so no value gets into a log. */
export const asFragment = (correction: Correction): string => encodeURIComponent(JSON.stringify(correction));

/** The correction that a link hands over, if it does. */
export const fromFragment = (fragment: string): Correction | undefined => {
  try {
    const read = JSON.parse(decodeURIComponent(fragment.replace(/^#/, ''))) as Partial<Correction>;
    return typeof read.studentNo === 'string' && typeof read.recordedBy === 'string' ? (read as Correction) : undefined;
  } catch {
    return undefined;
  }
};
