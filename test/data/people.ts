import type { Chance } from './chance';

const familyNames =
  'Ali,Andersen,Bakken,Berg,Çelik,D’Angelo,Eide,Gaup,Hagen,Haugen,Kowalski,Lie,Lønning,Midtbø,Moe,Nguyễn,Nygård,Sæther,Utsi,Øverland,Ås,Åsen'.split(
    ',',
  );
const givenNames =
  'Aisha,Ánte,Astrid,Elle,Gunn,Hilde,Inger,Kari,Małgorzata,Marit,Nora,Oddny,Øyvind,Piotr,Ragnhild,Sindre,Sunniva,Thi,Tuva,Vebjørn,Zahra,Åge'.split(
    ',',
  );

export interface InventedPerson {
  readonly familyName: string;
  readonly givenNames: string;
  readonly nationalId: string;
  readonly birthDate: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

const controlDigit = (digits: readonly number[], weights: readonly number[]): number =>
  (11 - (weights.reduce((sum, weight, i) => sum + weight * digits[i]!, 0) % 11)) % 11;

/** A synthetic national id (month + 80) with right control digits, different for every number. */
const nationalId = (year: number, month: number, day: number, from: number): string => {
  for (let individual = from % 500; ; individual = (individual + 1) % 500) {
    const text = `${two(day)}${two(month + 80)}${two(year % 100)}${String(individual).padStart(3, '0')}`;
    const digits = [...text].map(Number);
    const first = controlDigit(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = controlDigit([...digits, first], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return `${text}${first}${second}`;
  }
};

/** Invents people, no two with the same national id. */
export class Population {
  private readonly taken = new Set<string>();

  constructor(private readonly chance: Chance) {}

  next(): InventedPerson {
    const { chance } = this;
    for (;;) {
      const [year, month, day] = [chance.between(1958, 1995), chance.between(1, 12), chance.between(1, 28)];
      const id = nationalId(year, month, day, chance.between(0, 499));
      if (this.taken.has(id)) continue;
      this.taken.add(id);
      return {
        familyName: chance.happens(0.1)
          ? `${chance.oneOf(familyNames)}-${chance.oneOf(familyNames)}`
          : chance.oneOf(familyNames),
        givenNames: chance.oneOf(givenNames),
        nationalId: id,
        birthDate: `${year}-${two(month)}-${two(day)}`,
      };
    }
  }
}
