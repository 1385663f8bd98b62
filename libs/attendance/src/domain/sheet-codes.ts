import { checkedCodeOf, parseCheckedCode } from '@kull/kernel';

const SYMBOLS = 5;
const SHEET_SYMBOLS = 8;

const withHyphen = (code: string): string => `${code.slice(0, -1)}-${code.slice(-1)}`;

/** The id of the printed register of one session: `7Q4K9M2X-T`. Printed again, it bears the same. */
export const sheetIdOf = (classId: string, session: string): string =>
  withHyphen(checkedCodeOf(SHEET_SYMBOLS, 'register-sheet', classId, session));

/**
 * The codes of a register's rows, `K7X2Q-M`, by student number. Unique in the register: where the codes of two students
 * fall together (once in some 20,000 registers), the later student number takes the next.
 */
export const rowCodesOf = (
  classId: string,
  session: string,
  studentNos: readonly string[],
): ReadonlyMap<string, string> => {
  const codes = new Map<string, string>();
  const taken = new Set<string>();
  for (const studentNo of [...new Set(studentNos)].sort()) {
    let code: string;
    let attempt = 0;
    do code = withHyphen(checkedCodeOf(SYMBOLS, 'register-row', classId, session, studentNo, attempt++));
    while (taken.has(code));
    taken.add(code);
    codes.set(studentNo, code);
  }
  return codes;
};

/** The row code that somebody typed, as it is printed; undefined when its check character says that it was mistyped. */
export const parseRowCode = (text: string): string | undefined => {
  const code = parseCheckedCode(text, SYMBOLS);
  return code === undefined ? undefined : withHyphen(code);
};
