import { type GivenMark, type MarkFault, type ObservedMark, readMark } from './mark';
import type { ObservationRefusal } from './register.commands';
import { heldAs, knows, type OpenRegister, observationRefusalOf } from './register.state';

/** Why a mark of a batch was not taken; `OTHER_CLASS`: the student belongs to another class of the cohort. */
export type MarkCode = 'UNKNOWN_SESSION' | 'OTHER_CLASS' | MarkFault | ObservationRefusal;

/**
 * What became of one mark. `unchanged`: it was there. `conflict`: it is kept, and a person has to settle what it says
 * against other marks.
 */
export type MarkAnswer =
  | { readonly id: string; readonly status: 'recorded' | 'unchanged' | 'conflict' }
  | {
      readonly id: string;
      readonly status: 'rejected';
      readonly code: MarkCode;
      readonly otherClass?: { readonly id: string; readonly code: string };
    };

/** The registers of a class, by session code, and who was judged elsewhere by then. */
export type RegistersAt = ReadonlyMap<string, OpenRegister>;

/** A mark that was read against its register: to be recorded, there already, or refused with a code. */
export interface SortedMark {
  readonly given: GivenMark;
  readonly place: 'new' | 'held' | MarkCode;
  readonly mark?: ObservedMark;
}

/** Reads the marks of a batch against the registers of the class; the first code that applies. */
export const sortMarks = (
  marks: readonly GivenMark[],
  registers: RegistersAt,
  judgedIn: (session: string) => readonly string[],
  now: string,
): readonly SortedMark[] => {
  const seen = new Set<string>();
  return marks.map((given) => {
    const register = registers.get(given.session);
    if (!register) return { given, place: 'UNKNOWN_SESSION' };
    const mark = readMark(given);
    if (typeof mark === 'string') return { given, place: knows(register, given.studentNo) ? mark : 'UNKNOWN_STUDENT' };
    const key = `${given.session}\u001f${mark.id}`;
    if (heldAs(register, mark) === 'this' || seen.has(key)) return { given, mark, place: 'held' };
    const refused = observationRefusalOf(register, mark, { now, judged: judgedIn(given.session) });
    if (refused) return { given, mark, place: refused };
    seen.add(key);
    return { given, mark, place: 'new' };
  });
};

/** What became of a mark, by the registers as they are afterwards. */
export const answerOf = (
  { given: { id, session }, place, mark }: SortedMark,
  registers: RegistersAt,
  at: { readonly now: string; readonly judged: readonly string[] },
): MarkAnswer => {
  const register = registers.get(session);
  if (!register || !mark || (place !== 'new' && place !== 'held'))
    return { id, status: 'rejected', code: place as MarkCode };
  if (heldAs(register, mark) !== 'this') {
    const code = observationRefusalOf(register, mark, at);
    if (!code) throw new Error(`the mark ${mark.id} was neither recorded nor refused`);
    return { id, status: 'rejected', code };
  }
  const { conflict } = register.records.get(mark.studentNo)!.counts;
  if (conflict?.includes(mark.id)) return { id, status: 'conflict' };
  return { id, status: place === 'new' ? 'recorded' : 'unchanged' };
};
