import type { Instant } from '@kull/kernel';
import type { LetterLanguage } from '@kull/mail/contracts';
import type { Recipient } from './domain/occasion';

/** How a recipient is reached now. */
export interface Addressee {
  /** As in the `To` of a letter. */
  readonly name: string;
  /** Absent for the office. */
  readonly givenNames?: string;
  readonly language: LetterLanguage;
  /** Absent: none, or known to be wrong. */
  readonly email?: string;
  /** E.164. Absent: none. */
  readonly phone?: string;
}

/** Where recipients are reached, and where what is wrong with an address is written down. */
export abstract class Addresses {
  /** Undefined: nobody is known under that id any more. */
  abstract of(recipient: Recipient): Promise<Addressee | undefined>;
}

/** What a mail server said of somebody's address. */
export interface AddressFault {
  readonly at: Instant;
  /** `550`, `5.1.1`. */
  readonly code?: string;
}

/** Where it is written down that somebody's address does not work, so that a person mends it. */
export abstract class AddressFaults {
  /** The same fault again changes nothing. */
  abstract note(recipient: Recipient, fault: AddressFault): Promise<void>;
}
