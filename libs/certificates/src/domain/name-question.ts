import type { LocalDate } from '@kull/kernel';

/**
 * What somebody asks who has read a name and a birthday on paper. Both, because a day and a month alone would let
 * anybody try the 366 there are.
 */
export interface NameQuestion {
  readonly name: string;
  /** 1–31. */
  readonly day: number;
  /** 1–12. */
  readonly month: number;
}

interface Named {
  readonly givenNames: string;
  readonly familyName: string;
  readonly birthDate: LocalDate;
}

const plain = (name: string): string => name.normalize('NFC').toLocaleLowerCase('nb').trim().replaceAll(/\s+/g, ' ');

/** Whether the holder has this full name and this birthday. How the name is spaced and capitalised does not matter. */
export const isSameHolder = (
  { givenNames, familyName, birthDate }: Named,
  { name, day, month }: NameQuestion,
): boolean => {
  const [, birthMonth, birthDay] = birthDate.split('-').map(Number);
  const sameName = plain(`${givenNames} ${familyName}`) === plain(name);
  const sameDay = birthMonth === month && birthDay === day;
  return sameName && sameDay;
};
