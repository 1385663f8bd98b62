import { type Said, saidIn } from '@kull/http';
import type { RejectedRow, RowRejectionCode } from '../domain/application-rows';
import { rowRefusals } from '../words/row-refusals';

/** An answer about a file, with words about each row that was not taken in. */
export type RowsInWords<Answer extends { readonly rejected: readonly RejectedRow[] }> = Omit<Answer, 'rejected'> & {
  readonly rejected: readonly (RejectedRow & { readonly message: string })[];
};

const messageOf = (code: RowRejectionCode): Said => saidIn((language) => rowRefusals[language][code][0]);

/** What is said of a row of applications that was not taken in. */
export const rowMessages: Readonly<Record<RowRejectionCode, Said>> = {
  DUPLICATE_APPLICATION_NO: messageOf('DUPLICATE_APPLICATION_NO'),
  MISSING_NAME: messageOf('MISSING_NAME'),
  INVALID_NATIONAL_ID: messageOf('INVALID_NATIONAL_ID'),
  INVALID_TIMESTAMP: messageOf('INVALID_TIMESTAMP'),
  UNKNOWN_CLASS: messageOf('UNKNOWN_CLASS'),
  OUTSIDE_WINDOW: messageOf('OUTSIDE_WINDOW'),
};
