import type { Sealed } from '@kull/event-store/contracts';
import type { Command, Instant, Rejection } from '@kull/kernel';
import type { ApplicationDocumentAttached, ApplicationDraftSaved, ApplicationDraftSent } from './draft.events';
import type { IntakeDefinition } from './intake-definition';

interface WhileOpen {
  readonly window: IntakeDefinition['window'];
  readonly now: Instant;
}

export type SaveApplicationDraft = Command<'SaveApplicationDraft', ApplicationDraftSaved['data'] & WhileOpen>;

export type AttachApplicationDocument = Command<
  'AttachApplicationDocument',
  Omit<ApplicationDocumentAttached['data'], 'attachedAt'> & WhileOpen
>;

export type RemoveApplicationDocument = Command<
  'RemoveApplicationDocument',
  { readonly documentHash: string } & WhileOpen
>;

export type AskEmployer = Command<'AskEmployer', { readonly recipient: Sealed; readonly about: string } & WhileOpen>;

/** `about`: of the post as the draft has it now. */
export type ConfirmEmployment = Command<
  'ConfirmEmployment',
  { readonly request: number; readonly about: string; readonly confirmedBy: Sealed; readonly now: Instant }
>;

/** `fingerprint`, `about`: of the answers that whoever sends has seen. */
export type SendDraft = Command<
  'SendDraft',
  Pick<ApplicationDraftSent['data'], 'applicationNo' | 'fingerprint' | 'about'> & WhileOpen
>;

export type DraftCommand =
  | SaveApplicationDraft
  | AttachApplicationDocument
  | RemoveApplicationDocument
  | AskEmployer
  | ConfirmEmployment
  | SendDraft;

/**
 * - `OUTSIDE_WINDOW`: the intake has not opened yet, or has closed: nothing that is begun could be sent (I-01).
 * - `DRAFT_UNKNOWN`: nothing has been begun.
 * - `DRAFT_CHANGED`: the answers are others than those that were to be sent.
 * - `DOCUMENT_UNKNOWN`, `TOO_MANY_DOCUMENTS`: of documents.
 * - `TOO_MANY_LINKS`: the leader has been written to as often as may be.
 * - `ALREADY_CONFIRMED`: the post has been confirmed as it is.
 * - `LINK_UNKNOWN`, `LINK_USED`, `LINK_REPLACED`, `LINK_EXPIRED`: of the leader's link; each is good once.
 * - `POST_CHANGED`: the applicant has another post now than the one that the link is about.
 */
export type DraftRejection = Rejection<
  | 'OUTSIDE_WINDOW'
  | 'DRAFT_UNKNOWN'
  | 'DRAFT_CHANGED'
  | 'DOCUMENT_UNKNOWN'
  | 'TOO_MANY_DOCUMENTS'
  | 'TOO_MANY_LINKS'
  | 'ALREADY_CONFIRMED'
  | 'LINK_UNKNOWN'
  | 'LINK_USED'
  | 'LINK_REPLACED'
  | 'LINK_EXPIRED'
  | 'POST_CHANGED'
>;
