import { applicationColumnNames } from '../../../../../libs/admissions/src/words/application-columns';
import { rowRefusals } from '../../../../../libs/admissions/src/words/row-refusals';
import { inLanguage } from '../../kit/texts';
import type { ApplicationColumn, RejectedRow } from './check-data';

/** Why a row cannot be taken in, and what to do about it. */
export const refusalWords = inLanguage(rowRefusals);

/** Which cells a refusal is about: they come first in the form. */
export const cellsOf: Readonly<Record<RejectedRow['code'], readonly ApplicationColumn[]>> = {
  DUPLICATE_APPLICATION_NO: ['application_no'],
  MISSING_NAME: ['family_name', 'given_names'],
  INVALID_NATIONAL_ID: ['national_id'],
  INVALID_TIMESTAMP: ['submitted_at'],
  UNKNOWN_CLASS: ['class_wishes'],
  OUTSIDE_WINDOW: ['submitted_at'],
};

/** What the columns are called. */
export const columnWords = inLanguage(applicationColumnNames);
