import type { Sealed } from '@kull/event-store';
import { type HprEntry, HprRegister, People } from '@kull/people';
import { particularsPurpose, type StudentEnrolled } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import { type Holder, holderPurpose } from './contracts';
import { findingOf, type HprFinding } from './domain/hpr';

type Enrolled = StudentEnrolled['data'];

/** Opens, seals and looks up the students of courses. Names and numbers stay inside this class and its callers' memory. */
@Injectable()
export class Holders {
  constructor(
    private readonly people: People,
    private readonly register: HprRegister,
  ) {}

  /** The students as they were enrolled, sealed as holders. */
  async ofEnrolments(enrolled: readonly Enrolled[]): Promise<readonly Sealed[]> {
    const opened = await this.asEnrolled(enrolled);
    return this.seal(enrolled.map(({ personId }, at) => ({ personId, holder: opened[at]! })));
  }

  async seal(holders: readonly { readonly personId: string; readonly holder: Holder }[]): Promise<readonly Sealed[]> {
    return this.people.seal(
      holders.map(({ personId, holder }) => ({ person: personId, purpose: holderPurpose, value: holder })),
    );
  }

  /** @throws Error when a key has been destroyed: who was forgotten can neither be awarded nor corrected */
  async open(sealed: readonly Sealed[]): Promise<readonly Holder[]> {
    const holders = await this.people.open<Holder>(sealed.map((one) => ({ sealed: one, purpose: holderPurpose })));
    return holders.map((holder, at) => {
      if (!holder) throw new Error(`${sealed[at]!.person} has been forgotten`);
      return holder;
    });
  }

  /** What the register that was read for the class says of each holder. */
  async lookUp(classId: string, holders: readonly Holder[]): Promise<readonly HprFinding[]> {
    const numbers = holders.flatMap(({ hprNumber }) => (hprNumber === undefined ? [] : [hprNumber]));
    const entries: ReadonlyMap<string, HprEntry> =
      numbers.length === 0 ? new Map() : await this.register.lookUp(classId, numbers);
    return holders.map((holder) => findingOf(holder, entries.get(holder.hprNumber ?? '')));
  }

  private async asEnrolled(enrolled: readonly Enrolled[]): Promise<readonly Holder[]> {
    const sealed = enrolled.flatMap(({ particulars }) => (particulars ? [particulars] : []));
    const opened = await this.people.open<Holder>(
      sealed.map((particulars) => ({ sealed: particulars, purpose: particularsPurpose })),
    );
    const byPerson = new Map(sealed.map(({ person }, at) => [person, opened[at]] as const));
    const profiles = await this.people.profiles(
      enrolled.flatMap(({ personId }) => (byPerson.has(personId) ? [] : [personId])),
    );
    return enrolled.map(({ personId }) => {
      const known = byPerson.get(personId) ?? profiles.get(personId);
      if (!known) throw new Error(`${personId} has been forgotten`);
      const { familyName, givenNames, birthDate, language, hprNumber } = known;
      return { familyName, givenNames, birthDate, language, ...(hprNumber !== undefined && { hprNumber }) };
    });
  }
}
