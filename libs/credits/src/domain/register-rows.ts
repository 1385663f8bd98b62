import { isLocalDate } from '@kull/kernel';
import type { HprEntry } from '@kull/people/contracts';

/** One row of `hpr-register.csv` as it stands in the file; rows are numbered from 1. */
export interface RegisterRow {
  readonly row: number;
  readonly hprNumber: string;
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: string;
  readonly profession: string;
  readonly authorisedFrom: string;
  readonly authorisedTo: string;
}

/** A register as read. A row with an unreadable date says nothing that could be relied on, and is left out. */
export interface ReadRegister {
  readonly entries: readonly HprEntry[];
  readonly unreadable: readonly number[];
}

const isDateOrBlank = (text: string): boolean => text === '' || isLocalDate(text);

/** Reads the register of health personnel that a class is judged by. Blank dates are open (credits.md 2). */
export const readRegisterRows = (rows: readonly RegisterRow[]): ReadRegister => {
  const entries: HprEntry[] = [];
  const unreadable: number[] = [];
  for (const { row, ...text } of rows) {
    const [birthDate, authorisedFrom, authorisedTo] = [
      text.birthDate.trim(),
      text.authorisedFrom.trim(),
      text.authorisedTo.trim(),
    ];
    const hprNumber = text.hprNumber.trim();
    if (hprNumber === '' || ![birthDate, authorisedFrom, authorisedTo].every(isDateOrBlank)) unreadable.push(row);
    else
      entries.push({
        hprNumber,
        familyName: text.familyName.trim(),
        givenNames: text.givenNames.trim(),
        profession: text.profession.trim(),
        ...(birthDate !== '' && { birthDate }),
        ...(authorisedFrom !== '' && { authorisedFrom }),
        ...(authorisedTo !== '' && { authorisedTo }),
      });
  }
  return { entries, unreadable };
};
