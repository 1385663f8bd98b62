import type { Instant } from '@kull/kernel';
import type { MissingDocument } from './deadlines';

/** An application that its applicant sent by the form, as they are told that it has come in. */
export interface ApplicationReceipt {
  /** What it was filled in as; the same however often it is sent. */
  readonly draftId: string;
  readonly personId: string;
  readonly intake: string;
  readonly programme: { readonly code: string; readonly title: string };
  readonly applicationNo: string;
  /** When it was sent last. */
  readonly sentAt: Instant;
  /** What stops it. */
  readonly missing: readonly MissingDocument[];
  /** Documents that it should have; they stop nothing. */
  readonly notThere: readonly ('DIPLOMA' | 'WORK_CERTIFICATE' | 'PRIOR_LEARNING' | 'OTHER')[];
  /** Until then it can be changed, and what is missing can come. */
  readonly closesAt: Instant;
  /** When the first offers are made. */
  readonly answerAt: Instant;
  /** Where it is followed, under the address of the service, logged in. */
  readonly path: string;
}

/** Other contexts' way to what applicants have sent (a Nest provider under this token). */
export abstract class ReceiptDirectory {
  /** Those of these drafts that have been sent. */
  abstract named(draftIds: readonly string[]): Promise<readonly ApplicationReceipt[]>;
}
