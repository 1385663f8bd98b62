import type { Command, Instant, Rejection } from '@kull/kernel';
import type { Session } from '@kull/teaching/contracts';
import type { EvidenceType, ExcuseBasis, RefusalReason } from './absence.events';
import type { ExcuseCode } from './mark';

/** `personId`: absent when the class has no such student. `planned`: the sessions of the class. */
export type ReportAbsence = Command<
  'ReportAbsence',
  {
    readonly absenceId: string;
    readonly classId: string;
    readonly studentNo: string;
    readonly personId?: string;
    readonly planned: readonly Pick<Session, 'code' | 'startsAt' | 'halfHours'>[];
    readonly sessions: readonly string[];
    readonly reasonCode: ExcuseCode;
    readonly reportedBy: string;
    readonly at: Instant;
  }
>;

export type AttachEvidence = Command<
  'AttachEvidence',
  {
    readonly documentHash: string;
    readonly mediaType: EvidenceType;
    readonly attachedBy: string;
    readonly at: Instant;
  }
>;

export type DeleteEvidence = Command<'DeleteEvidence', { readonly deletedBy: string }>;

export type ExcuseAbsence = Command<
  'ExcuseAbsence',
  { readonly basis: ExcuseBasis; readonly decidedBy: string; readonly at: Instant }
>;

export type RefuseAbsence = Command<
  'RefuseAbsence',
  { readonly reasonClass: RefusalReason; readonly decidedBy: string; readonly at: Instant }
>;

export type WithdrawAbsence = Command<'WithdrawAbsence', { readonly withdrawnBy: string; readonly at: Instant }>;

/** Absent sessions: all of the absence. */
export type ApproveCompensation = Command<
  'ApproveCompensation',
  {
    readonly sessions?: readonly string[];
    readonly taskCode: string;
    readonly approvedBy: string;
    readonly at: Instant;
  }
>;

export type AbsenceCommand =
  | ReportAbsence
  | AttachEvidence
  | DeleteEvidence
  | ExcuseAbsence
  | RefuseAbsence
  | WithdrawAbsence
  | ApproveCompensation;

/**
 * - `UNKNOWN_STUDENT`, `UNKNOWN_SESSION`: the class has no such student or session.
 * - `ABSENCE_ALREADY_REPORTED`: another report of the student covers one of the sessions.
 * - `ABSENCE_NOT_REPORTED`: there is no such report.
 * - `ABSENCE_WITHDRAWN`, `ABSENCE_DECIDED`: it was taken back; it was decided and cannot be taken back.
 * - `EVIDENCE_MISSING`: nothing was sent in, so it cannot be what the decision rests on, nor be deleted.
 * - `EVIDENCE_STILL_DUE`: evidence may still come, so its lack is no reason yet.
 * - `SESSION_NOT_IN_ABSENCE`: compensation is for sessions that the report names.
 */
export type AbsenceRejection = Rejection<
  | 'UNKNOWN_STUDENT'
  | 'UNKNOWN_SESSION'
  | 'ABSENCE_ALREADY_REPORTED'
  | 'ABSENCE_NOT_REPORTED'
  | 'ABSENCE_WITHDRAWN'
  | 'ABSENCE_DECIDED'
  | 'EVIDENCE_MISSING'
  | 'EVIDENCE_STILL_DUE'
  | 'SESSION_NOT_IN_ABSENCE'
>;
