import type { LocalDate } from '@kull/kernel';

/** Numbers as they may stand on a screen that somebody else can see (ux.md 7). */
export const masked = {
  /** `010180 *****`: the day of birth, and none of the five digits after it. */
  nationalId: (birthDate: LocalDate): string => {
    const [year, month, day] = birthDate.split('-');
    return `${day}${month}${year!.slice(2)} *****`;
  },
  /** `9144***`: the first four digits. */
  hprNumber: (number: string): string => number.slice(0, 4).padEnd(number.length, '*'),
};
