import type { Sealed } from '@kull/event-store';
import type { Instant, LocalDate } from '@kull/kernel';
import type { Unanswered } from './maskinporten/remote-fault';

export type { Unanswered } from './maskinporten/remote-fault';

/** `per_` + 26 characters; opaque. */
export type PersonId = string;

export type Language = 'nb' | 'nn' | 'en';

/** Why mail to the address that a person has now does not arrive. */
export interface AddressFault {
  /** `REFUSED`: when it was sent. `BOUNCED`: it came back. */
  readonly kind: 'REFUSED' | 'BOUNCED';
  /** What the mail server said: a reply code (`550`) or a status of RFC 3463 (`5.1.1`). */
  readonly code: string;
  readonly at: Instant;
}

/** Somebody who teaches, grades or administers. */
export interface StaffMember {
  /** As events name them. */
  readonly code: string;
  readonly name: string;
  readonly email: string;
  /** E.164. */
  readonly phone?: string;
  readonly language: Language;
}

/** What is known of a person now. Only `people` stores it, under the person's own key. */
export interface Profile {
  readonly personId: PersonId;
  /** Blank, as the given names, until it is said: of somebody whose log-in gave none. */
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: LocalDate;
  readonly email?: string;
  readonly phone?: string;
  readonly language: Language;
  readonly hprNumber?: string;
  /** As they say it themselves. Absent: they have not; an application may. */
  readonly workplace?: string;
  /** The address that this person has now does not work; gone when it is changed. */
  readonly emailFault?: AddressFault;
}

/** A person as a file or a form names one. The latest `asOf` wins where two of them differ. */
export interface PersonToRegister {
  readonly nationalId: string;
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: LocalDate;
  readonly email?: string;
  readonly phone?: string;
  readonly language?: Language;
  readonly hprNumber?: string;
  readonly asOf: Instant;
}

/** One line of a register of health personnel, as looked up. */
export interface HprEntry {
  readonly hprNumber: string;
  readonly familyName: string;
  readonly givenNames: string;
  /** Absent: the register does not have it. */
  readonly birthDate?: LocalDate;
  /** A code such as PHYSICIAN or NURSE. */
  readonly profession: string;
  readonly authorisedFrom?: LocalDate;
  readonly authorisedTo?: LocalDate;
}

export interface PeoplePort {
  /** Finds by national id or makes new; the ids come back in the order asked. One round of statements for any number. */
  register(persons: readonly PersonToRegister[]): Promise<PersonId[]>;
  /** Whoever has this national id; undefined when nobody here has. */
  withNationalId(nationalId: string): Promise<PersonId | undefined>;
  /** Changes what is known; the caller records the fact in its own stream. */
  rectify(
    personId: PersonId,
    changes: Partial<
      Pick<Profile, 'familyName' | 'givenNames' | 'hprNumber' | 'email' | 'phone' | 'language' | 'workplace'>
    >,
  ): Promise<void>;
  profiles(personIds: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Profile>>;
  /** Notes that mail to this address of the person's did not arrive. Not when the person has another address by now. */
  noteAddressFault(personId: PersonId, fault: AddressFault & { readonly address: string }): Promise<void>;
  /** Seals texts or JSON values under each person's key. `purpose` = `EventType.field`, bound to the ciphertext. */
  seal(
    values: readonly { readonly person: PersonId; readonly purpose: string; readonly value: unknown }[],
  ): Promise<Sealed[]>;
  /** Opens what was sealed; undefined where the person's key has been destroyed. */
  open<T>(values: readonly { readonly sealed: Sealed; readonly purpose: string }[]): Promise<(T | undefined)[]>;
  /** Seals a document under the person's key, for a table of the caller's. */
  sealDocument(person: PersonId, purpose: string, bytes: Uint8Array): Promise<Uint8Array>;
  /** Opens a sealed document; undefined when the person's key has been destroyed. */
  openDocument(person: PersonId, purpose: string, sealed: Uint8Array): Promise<Uint8Array | undefined>;
  /** A keyed fingerprint of personal content: equal content, equal text; nothing can be guessed from it without the key. */
  fingerprint(content: unknown): string;
}

/** Who teaches, grades and administers. */
export interface StaffDirectoryPort {
  /** Takes in what is new or another; who is not named stays. */
  take(staff: readonly StaffMember[]): Promise<{ readonly taken: number; readonly unchanged: number }>;
  /** Those of these codes that are known. */
  members(codes: readonly string[]): Promise<ReadonlyMap<string, StaffMember>>;
  /** In order of code, those after `after`. */
  page(after: string | undefined, limit: number): Promise<readonly StaffMember[]>;
}
/** Who said it: the register file that was read for the scope, HPR's open API, or two people who saw the evidence. */
export type HprSource = 'FILE' | 'API' | 'MANUAL';

/** What asking about a number came to. An answer without an entry: the register has no such number. */
export type HprAnswer =
  | { readonly answered: true; readonly entry?: HprEntry; readonly source: HprSource; readonly at: Instant }
  | { readonly answered: false; readonly why: Unanswered };

/** Where authorisations are looked up. Scoped: each intake and class has the register that was read for it. */
export interface HprRegisterPort {
  /** Replaces the scope's register by these lines. From then on they are what counts there. */
  load(scope: string, entries: readonly HprEntry[]): Promise<void>;
  /** What is known without asking anybody: manual verifications, the scope's register, else what the API said last. */
  lookUp(scope: string, hprNumbers: readonly string[]): Promise<ReadonlyMap<string, HprEntry>>;
  /**
   * Asks the scope's register where one was loaded, else HPR's open API where it is configured, within its time limit.
   * Answers for every number asked about; answers of the API are kept.
   */
  ask(scope: string, hprNumbers: readonly string[]): Promise<ReadonlyMap<string, HprAnswer>>;
  /** Keeps what two people verified, as the answer that `lookUp` gives for the number in this scope. */
  keepVerified(scope: string, entry: HprEntry, at: Instant): Promise<void>;
}
