import type { PreviewedCorrection } from '@kull/credits';
import type { ChangedLine } from '@kull/deliveries';
import type { PreviewedLetter } from '@kull/reminders';

/** How one ledger of a student stands. */
export interface LedgerView {
  readonly status: 'AWARDED' | 'HELD' | 'NOT_MET' | 'NOT_APPLICABLE';
  readonly points: number;
  readonly reasons: readonly string[];
}

export interface LedgerChange {
  readonly before: LedgerView;
  readonly after: LedgerView;
}

/** What a correction does to a certificate; `REISSUED`: under a new number, because the HPR number was another. */
export interface CertificateView {
  readonly certificateNo: string;
  readonly change: 'ISSUED' | 'REPLACED' | 'REVOKED' | 'REISSUED';
  readonly version: number;
  /** Absent: it was issued. */
  readonly reasonCode?: string;
}

export type LineView = Omit<ChangedLine, 'number'> & { readonly certificateNo: string };

/** A letter on a version of a certificate, or on the attendance that an award needs. */
export type LetterView = Omit<PreviewedLetter, 'about'> &
  ({ readonly certificateNo: string; readonly version: number } | { readonly award: 'ectsCredits' | 'coursePoints' });

/** Everything that one row of the file touches. */
export interface RowPreview {
  readonly row: number;
  readonly studentNo: string;
  readonly outcome: 'APPLIED' | 'UNCHANGED' | Exclude<PreviewedCorrection['outcome'], 'applied' | 'unchanged'>;
  /** Absent: nothing of the student has been judged. */
  readonly coursePoints?: LedgerChange;
  readonly ectsCredits?: LedgerChange;
  readonly certificates: readonly CertificateView[];
  /** Why the certificate cannot be made; somebody has to look at it. */
  readonly certificateRefused?: string;
  /** What it changes in the next delivery; of several rows about one certificate, with the last. */
  readonly lines: readonly LineView[];
  readonly letters: readonly LetterView[];
}

export interface PreviewTotals {
  readonly rows: number;
  readonly applied: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly certificates: { readonly issued: number; readonly replaced: number; readonly revoked: number };
  readonly lines: {
    readonly add: number;
    readonly correct: number;
    readonly revoke: number;
    /** Kept out by our own validation. */
    readonly keptOut: number;
    /** Would have left, and do not. */
    readonly dropped: number;
  };
  readonly letters: { readonly sent: number; readonly notSent: number };
}

/** What a file of corrections would touch. Nothing of it is stored. */
export interface CorrectionPreview {
  /** For `If-Match` of the import. */
  readonly version: number;
  readonly rows: readonly (RowPreview & { readonly message: string })[];
  readonly totals: PreviewTotals;
}
