import type { Instant } from '@kull/kernel';

/** What people are reminded and told of. One source and one set of texts for each. */
export type Subject =
  | 'DRAFT_NOT_SENT'
  | 'DOCUMENT_MISSING'
  | 'OFFER_REPLY_DEADLINE'
  | 'GATHERING'
  | 'GATHERING_CHANGED'
  | 'REGISTER_OPEN'
  | 'ATTENDANCE_AT_RISK'
  | 'HPR_NUMBER_OPEN'
  | 'GRADING_DEADLINE'
  | 'CERTIFICATE_ISSUED'
  | 'CERTIFICATE_REPLACED'
  | 'CERTIFICATE_REVOKED'
  | 'DELIVERY_OVERDUE'
  | 'LINES_REJECTED'
  | 'OFFER_MADE'
  | 'DECISION_MADE'
  | 'APPEAL_DECIDED'
  | 'APPLICATION_RECEIVED';

/** Who is told: a person, somebody of the staff by their code (a teacher, a grader), or the office. */
export type Recipient =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'staff'; readonly code: string }
  | { readonly kind: 'office' };

/**
 * Something that somebody is to be told once. Made from the state as it is, so an answer, a withdrawal or a move changes
 * what there is to tell. Its key (subject, about, step, version, recipient) is sent at most once, for ever (W27, I-54).
 */
export interface Occasion {
  readonly subject: Subject;
  readonly recipient: Recipient;
  /** What it is about, of ids: an offer, `<classId>.<gathering number>`. */
  readonly about: string;
  /** Which reminder of it: `P14D`, `P2D`, `LAST_MORNING`; `ONCE` where there is one. */
  readonly step: string;
  /** Another version is another thing to tell: the revision of a gathering, the version of a certificate. */
  readonly version: string;
  readonly programmeCode: string;
  readonly dueAt: Instant;
  /** From then on it says nothing new, and is not sent. */
  readonly validUntil: Instant;
  /** What the text needs to know: codes, numbers, dates. Never personal text. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** Why something that was planned is not sent. */
export type CancelReason =
  | 'SETTLED'
  | 'MOVED'
  | 'WITHDRAWN'
  | 'SWITCHED_OFF'
  | 'DECLINED'
  | 'TOO_LATE'
  | 'NO_ADDRESS'
  /** There is nothing short to say: the letter says it. */
  | 'MAIL_ONLY'
  | 'FORGOTTEN';

/** Names one occasion; the same parts, the same key, for ever. Of ids only, so that it may be a key of the outbox. */
export const occasionKey = ({ subject, about, step, version, recipient }: OccasionName): string =>
  [subject, about, step, version, recipientKey(recipient)].join('/');

export type OccasionName = Pick<Occasion, 'subject' | 'about' | 'step' | 'version' | 'recipient'>;

/** `per_…`, `staff:teacher-7`, `office`. */
export const recipientKey = (recipient: Recipient): string => {
  switch (recipient.kind) {
    case 'person':
      return recipient.personId;
    case 'staff':
      return `staff:${recipient.code}`;
    case 'office':
      return 'office';
  }
};
