import type { Subject } from './occasion';

/** Every subject, in the order in which they are shown. New ones are added at the end: tokens count by it. */
export const subjects = [
  'DRAFT_NOT_SENT',
  'DOCUMENT_MISSING',
  'OFFER_REPLY_DEADLINE',
  'GATHERING',
  'GATHERING_CHANGED',
  'REGISTER_OPEN',
  'ATTENDANCE_AT_RISK',
  'HPR_NUMBER_OPEN',
  'GRADING_DEADLINE',
  'CERTIFICATE_ISSUED',
  'CERTIFICATE_REPLACED',
  'CERTIFICATE_REVOKED',
  'DELIVERY_OVERDUE',
  'LINES_REJECTED',
  'OFFER_MADE',
  'DECISION_MADE',
  'APPEAL_DECIDED',
  'APPLICATION_RECEIVED',
] as const satisfies readonly Subject[];

/** What cannot wait for a letter, and may also be told by text message. */
export const urgentSubjects: ReadonlySet<Subject> = new Set<Subject>(['OFFER_REPLY_DEADLINE', 'GATHERING_CHANGED']);
