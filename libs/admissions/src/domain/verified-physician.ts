import type { LocalDate } from '@kull/kernel';

/** What the register of health personnel says of one authorisation. Blank dates are open. */
export interface RegisterEntry {
  readonly birthDate?: LocalDate;
  readonly profession: string;
  readonly authorisedFrom?: LocalDate;
  readonly authorisedTo?: LocalDate;
}

/** What looking a number up in the register came to. */
export type HprCheck =
  | 'VERIFIED'
  | 'HPR_MISSING'
  | 'HPR_UNKNOWN'
  | 'HPR_NOT_PHYSICIAN'
  | 'HPR_BIRTH_DATE_MISMATCH'
  | 'HPR_NOT_AUTHORISED';

const coversDay = ({ authorisedFrom, authorisedTo }: RegisterEntry, day: LocalDate): boolean =>
  (authorisedFrom === undefined || authorisedFrom <= day) && (authorisedTo === undefined || day <= authorisedTo);

/**
 * Whether the register confirms a physician born on that day and authorised on `day`, first and last day included
 * (selection.md 3). A register without a birth date does not confirm one.
 */
export const checkHpr = (
  hprNumber: string,
  entry: RegisterEntry | undefined,
  birthDate: LocalDate,
  day: LocalDate,
): HprCheck => {
  if (hprNumber === '') return 'HPR_MISSING';
  if (entry === undefined) return 'HPR_UNKNOWN';
  if (entry.profession !== 'PHYSICIAN') return 'HPR_NOT_PHYSICIAN';
  if (entry.birthDate !== birthDate) return 'HPR_BIRTH_DATE_MISMATCH';
  return coversDay(entry, day) ? 'VERIFIED' : 'HPR_NOT_AUTHORISED';
};

/**
 * Puts the line that speaks best for somebody last: a number may stand in the register once per authorisation, and one
 * that makes a physician on the day is enough (selection.md 3).
 */
export const bestLast = <E extends RegisterEntry>(entries: readonly E[], day: LocalDate): readonly E[] => {
  const worth = (entry: E): number => (entry.profession !== 'PHYSICIAN' ? 0 : coversDay(entry, day) ? 2 : 1);
  return [...entries].sort((a, b) => worth(a) - worth(b));
};

/** Priority among verified physicians: 1 before 2, before any score (selection.md 4). */
export type Tier = 1 | 2;

const firstTierRoles: ReadonlySet<string> = new Set([
  'MUNICIPAL_CHIEF_PHYSICIAN',
  'LEADER_TEAM_PRACTICE',
  'LEADER_GROUP_PRACTICE',
]);

export const tierOf = (physicianRole: string): Tier => (firstTierRoles.has(physicianRole) ? 1 : 2);
