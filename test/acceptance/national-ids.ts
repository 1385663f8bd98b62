import { birthDateOf } from './model/course-awards';

const weights = {
  first: [3, 7, 6, 1, 8, 9, 4, 5, 2, 1],
  second: [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1],
};

const remainder = (digits: readonly number[], by: readonly number[]): number =>
  by.reduce((sum, weight, i) => sum + weight * digits[i]!, 0) % 11;

/** Eleven digits, a day that exists, and control digits by the present rule or by the one of 2032. */
export const isNationalId = (text: string): boolean => {
  if (!/^\d{11}$/.test(text)) return false;
  const digits = [...text].map(Number);
  const birthDate = birthDateOf(text);
  const day = new Date(`${birthDate}T00:00:00Z`);
  return (
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(birthDate) &&
    remainder(digits, weights.first) <= 3 &&
    remainder(digits, weights.second) === 0
  );
};

/** Eleven digits that could be a national id, not as a part of a longer number, a hash or an id. */
export const nationalIdsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![0-9A-Za-z_-])\d{11}(?![0-9A-Za-z_-])/g)].map(([found]) => found).filter(isNationalId);
