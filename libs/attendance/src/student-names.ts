import { People } from '@kull/people';
import { type Particulars, particularsPurpose, type StudentEnrolled } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';

type Student = StudentEnrolled['data'];

/** A name as a list has it. */
export interface StudentName {
  readonly givenNames: string;
  readonly familyName: string;
}

/** What students are called on lists of the class. Names stay inside this class and its callers' memory. */
@Injectable()
export class StudentNames {
  constructor(private readonly people: People) {}

  /** By person: as the class list had them, else as they are known. Who was forgotten has no name. */
  async of(students: readonly Student[]): Promise<ReadonlyMap<string, StudentName>> {
    const sealed = students.flatMap(({ particulars }) => (particulars ? [particulars] : []));
    const opened = await this.people.open<Particulars>(
      sealed.map((one) => ({ sealed: one, purpose: particularsPurpose })),
    );
    const names = new Map<string, StudentName>();
    for (const [at, particulars] of opened.entries()) if (particulars) names.set(sealed[at]!.person, particulars);
    const others = students.flatMap(({ personId }) => (names.has(personId) ? [] : [personId]));
    for (const [personId, profile] of await this.people.profiles(others)) names.set(personId, profile);
    return names;
  }
}

/** `Kari Testesen`; without a name, the student number. */
export const nameOn = (names: ReadonlyMap<string, StudentName>, { personId, studentNo }: Student): string => {
  const name = names.get(personId);
  return name ? `${name.givenNames} ${name.familyName}` : studentNo;
};

/** `Testesen, Kari`; without a name, the student number. */
export const listNameOn = (names: ReadonlyMap<string, StudentName>, { personId, studentNo }: Student): string => {
  const name = names.get(personId);
  return name ? `${name.familyName}, ${name.givenNames}` : studentNo;
};
