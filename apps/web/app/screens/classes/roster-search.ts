import { begins, spellings, termsOf, wordsOf } from '../../palette/letters';
import type { RosterRow } from './roster-rows';

/** The rows of which every word typed begins a name, the number, the municipality or the role. */
export const rowsFound = (rows: readonly RosterRow[], typed: string): readonly RosterRow[] => {
  const terms = termsOf(typed);
  if (terms.length === 0) return rows;
  return rows.filter(({ name, student, more }) => {
    const { municipality, positionTitle, employer } = more?.workplace ?? {};
    const text = [name, student.studentNo, municipality?.name, positionTitle, employer].filter(Boolean).join(' ');
    const words = [...wordsOf(text), student.studentNo].map(spellings);
    return terms.every((term) => words.some((word) => begins(word, term) !== undefined));
  });
};
