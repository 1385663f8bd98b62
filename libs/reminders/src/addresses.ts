import type { Sealed } from '@kull/event-store/contracts';
import type { Instant } from '@kull/kernel';
import type { LetterLanguage } from '@kull/mail/contracts';
import type { Recipient } from './domain/occasion';

/** How a recipient is reached now. */
export interface Addressee {
  /** As in the `To` of a letter. */
  readonly name: string;
  /** Absent for staff and the office. */
  readonly givenNames?: string;
  readonly language: LetterLanguage;
  /** Absent: none, or known to be wrong. */
  readonly email?: string;
  /** Of the mail address, so that what is said of it later is not said of another one. */
  readonly emailFingerprint?: string;
  /** E.164. Absent: none. */
  readonly phone?: string;
}

/** Where recipients are reached. */
export abstract class Addresses {
  /** Undefined: nobody is known under that id any more. */
  abstract of(recipient: Recipient): Promise<Addressee | undefined>;
  /** Of a person who has changed it: the address before, as the event has it. Undefined: nobody can read it any more. */
  abstract former(
    personId: string,
    before: Sealed,
  ): Promise<(Pick<Addressee, 'name' | 'givenNames' | 'language'> & { readonly email: string }) | undefined>;
}

/** That an address does not work. */
export interface AddressFault {
  readonly kind: 'REFUSED' | 'BOUNCED';
  /** What the mail server said: a reply code (`550`) or a status of RFC 3463 (`5.1.1`). */
  readonly code: string;
  readonly at: Instant;
  /** Of the address that was written to. Absent: not known. */
  readonly emailFingerprint?: string;
}

/** Where it is written down that somebody's address does not work, so that a person mends it. */
export abstract class AddressFaults {
  /** The same fault again changes nothing, nor does one of an address that the recipient no longer has. */
  abstract note(recipient: Recipient, fault: AddressFault): Promise<void>;
}
