import type { LocalDate } from '@kull/kernel';

const dayOf = (year: string, month: string, day: string): LocalDate | undefined => {
  const date = `${year}-${month}-${day}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : undefined;
};

/**
 * The date that somebody typed: eight digits with any signs between, the day first (`15.07.1975`, `15071975`), or the year
 * first as some telephones fill it in. Undefined: no date.
 */
export const birthDateIn = (given: unknown): LocalDate | undefined => {
  const digits = typeof given === 'string' ? given.slice(0, 40).replaceAll(/\D/g, '') : '';
  if (digits.length !== 8) return undefined;
  const part = (from: number, to: number): string => digits.slice(from, to);
  return dayOf(part(4, 8), part(2, 4), part(0, 2)) ?? dayOf(part(0, 4), part(4, 6), part(6, 8));
};
