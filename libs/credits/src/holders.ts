import type { Sealed } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { type HprAnswer, type HprEntry, HprRegister, People } from '@kull/people';
import { particularsPurpose, type StudentEnrolled } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import { type Holder, holderPurpose } from './contracts';
import { findingOf, type HprFinding, type Provenance, type Unanswered } from './domain/hpr';

type Enrolled = StudentEnrolled['data'];

/** Whose number is looked up, with the line that two people verified, if they did. */
export interface Subject {
  readonly holder: Sealed;
  readonly verified?: { readonly entry: Sealed; readonly at: Instant };
}

/** What a register said of a student, and which when; without a number none was asked. */
export interface Found {
  readonly finding: HprFinding;
  readonly lookedUp?: Provenance;
}

/** What a register said, or why it said nothing. */
export type LookedUp = Found | { readonly unanswered: Unanswered };

type Opened = { readonly holder: Holder; readonly manual?: { readonly entry: HprEntry; readonly at: Instant } };

/** The purpose under which the line of a manual verification is sealed. */
export const verifiedEntryPurpose = 'HprVerificationProposed.entry';

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

  /** The line that two people verified, or that one proposed. */
  async openEntry(entry: Sealed): Promise<HprEntry> {
    const [opened] = await this.people.open<HprEntry>([{ sealed: entry, purpose: verifiedEntryPurpose }]);
    if (!opened) throw new Error(`${entry.person} has been forgotten`);
    return opened;
  }

  /** Asks the register of the class about each of them: what two people verified counts, and is not asked for. */
  async lookUp(classId: string, subjects: readonly Subject[]): Promise<readonly LookedUp[]> {
    const opened = await this.opened(subjects);
    const answers = await this.register.ask(classId, numbersOf(opened));
    return opened.map((one) => {
      const found = foundIn(one, answers.get(one.holder.hprNumber ?? '')) ?? { unanswered: 'UNAVAILABLE' };
      // The class's own file is looked up in when it is judged by, so that a folder comes to the same whenever it is run.
      return 'finding' in found && found.lookedUp?.source === 'FILE' ? { finding: found.finding } : found;
    });
  }

  /** What is known of each without asking anybody; undefined where nobody has been asked. */
  async known(classId: string, subjects: readonly Subject[]): Promise<readonly (LookedUp | undefined)[]> {
    const opened = await this.opened(subjects);
    const answers = await this.register.known(classId, numbersOf(opened));
    return opened.map((one) => foundIn(one, answers.get(one.holder.hprNumber ?? '')));
  }

  private async opened(subjects: readonly Subject[]): Promise<readonly Opened[]> {
    const holders = await this.open(subjects.map(({ holder }) => holder));
    return Promise.all(
      subjects.map(async ({ verified }, i) => {
        const holder = holders[i]!;
        if (!verified) return { holder };
        const entry = await this.openEntry(verified.entry);
        // It is about one number: with another number nobody has verified anything.
        return entry.hprNumber === holder.hprNumber ? { holder, manual: { entry, at: verified.at } } : { holder };
      }),
    );
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

const numbersOf = (opened: readonly Opened[]): string[] =>
  opened.flatMap(({ holder, manual }) => (holder.hprNumber === undefined || manual ? [] : [holder.hprNumber]));

const foundIn = ({ holder, manual }: Opened, answer: HprAnswer | undefined): LookedUp | undefined => {
  if (manual) return { finding: findingOf(holder, manual.entry), lookedUp: { source: 'MANUAL', at: manual.at } };
  if (holder.hprNumber === undefined) return { finding: findingOf(holder, undefined) };
  if (!answer) return undefined;
  if (!answer.answered) return { unanswered: answer.why };
  const { source, at, entry } = answer;
  return { finding: findingOf(holder, entry), lookedUp: { source, at } };
};
