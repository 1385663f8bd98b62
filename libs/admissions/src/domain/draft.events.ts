import type { Sealed } from '@kull/event-store/contracts';
import type { DomainEvent, Instant, LocalDate } from '@kull/kernel';
import type { AttachmentKind, AttachmentType } from './attachments';

interface OfDraft {
  readonly intake: string;
  readonly personId: string;
}

/** Somebody has begun an application and not sent it, or changed what they had begun. Saved when it happened. */
export type ApplicationDraftSaved = DomainEvent<
  'ApplicationDraftSaved',
  OfDraft & {
    /** Keyed, of all that was saved: the same again changes nothing. */
    readonly fingerprint: string;
    /** The answers so far, under the person's key. */
    readonly content: Sealed;
  }
>;

/** A document was sent in. Its bytes are kept under the person's key; `documentHash` is keyed and tells nothing. */
export type ApplicationDocumentAttached = DomainEvent<
  'ApplicationDocumentAttached',
  OfDraft & {
    readonly documentHash: string;
    readonly kind: AttachmentKind;
    readonly mediaType: AttachmentType;
    /** What the applicant's machine calls the file, where it said so. */
    readonly name?: Sealed;
    /** Bytes. Absent of what came before it was written down. */
    readonly size?: number;
    readonly attachedAt: Instant;
  }
>;

/** The document is gone for good; that there was one stays known. */
export type ApplicationDocumentRemoved = DomainEvent<
  'ApplicationDocumentRemoved',
  OfDraft & { readonly documentHash: string }
>;

/** The applicant asked that their leader be sent a link, to confirm the post and the leave. */
export type EmployerConfirmationAsked = DomainEvent<
  'EmployerConfirmationAsked',
  OfDraft & {
    /** 1, 2, 3 …; the link is of this one, and only the last one's is good. */
    readonly request: number;
    /** An `EmployerAddress`. */
    readonly recipient: Sealed;
    /** Keyed, of the post that is to be confirmed: another post needs another confirmation. */
    readonly about: string;
    readonly validUntil: Instant;
    readonly askedAt: Instant;
  }
>;

/** Somebody with the link confirmed the post and the leave, once. */
export type EmploymentConfirmed = DomainEvent<
  'EmploymentConfirmed',
  OfDraft & {
    readonly request: number;
    readonly about: string;
    /** An `EmployerSigned`. */
    readonly confirmedBy: Sealed;
    readonly confirmedOn: LocalDate;
    readonly confirmedAt: Instant;
  }
>;

/** The application was sent, with these answers. What is changed after it counts when it is sent again. */
export type ApplicationDraftSent = DomainEvent<
  'ApplicationDraftSent',
  OfDraft & {
    readonly applicationNo: string;
    /** Of the answers that were sent. */
    readonly fingerprint: string;
    /** Of the post that was sent. */
    readonly about: string;
    readonly sentAt: Instant;
  }
>;

export type DraftEvent =
  | ApplicationDraftSaved
  | ApplicationDocumentAttached
  | ApplicationDocumentRemoved
  | EmployerConfirmationAsked
  | EmploymentConfirmed
  | ApplicationDraftSent;

/** Whom the link is sent to, as the applicant names them. */
export interface EmployerAddress {
  readonly name: string;
  readonly email: string;
}

/** Who confirmed, as they name themselves. */
export interface EmployerSigned {
  readonly name: string;
  readonly title: string;
}

/** The purposes under which they are sealed. */
export const draftContentPurpose = 'ApplicationDraftSaved.content';
export const documentNamePurpose = 'ApplicationDocumentAttached.name';
export const employerAddressPurpose = 'EmployerConfirmationAsked.recipient';
export const employerSignedPurpose = 'EmploymentConfirmed.confirmedBy';
