import type { Subject } from '../domain/occasion';
import type { WriteOccasion } from '../domain/occasion-text';
import type { SubjectPart } from '../subject-part';
import { AppealsDecided } from './appeals/source';
import { appealTexts } from './appeals/texts';
import { AttendanceAtRisk } from './attendance/source';
import { attendanceTexts } from './attendance/texts';
import { CertificatesIssued, CertificatesReplaced, CertificatesRevoked } from './certificates/source';
import { issuedTexts, replacedTexts, revokedTexts } from './certificates/texts';
import { DecisionsMade } from './decisions/source';
import { decisionTexts } from './decisions/texts';
import { OverdueDeliveries } from './deliveries/overdue-source';
import { overdueTexts } from './deliveries/overdue-texts';
import { RejectedLines } from './deliveries/rejected-source';
import { rejectedTexts } from './deliveries/rejected-texts';
import { MissingDocuments } from './documents/source';
import { documentTexts } from './documents/texts';
import { UnsentDrafts } from './drafts/source';
import { draftTexts } from './drafts/texts';
import { GatheringChanges } from './gatherings/changed-source';
import { gatheringChangeTexts } from './gatherings/changed-texts';
import { GatheringsToCome } from './gatherings/source';
import { gatheringTexts } from './gatherings/texts';
import { GradingDeadlines } from './grading/source';
import { gradingTexts } from './grading/texts';
import { OpenHprNumbers } from './hpr/source';
import { hprTexts } from './hpr/texts';
import { OffersMade } from './offers/made-source';
import { offerMadeTexts } from './offers/made-texts';
import { OfferReplyDeadlines } from './offers/source';
import { offerTexts } from './offers/texts';
import { ApplicationsReceived } from './receipts/source';
import { receiptTexts } from './receipts/texts';
import { OpenRegisters } from './registers/source';
import { registerTexts } from './registers/texts';
import { writerOf } from './wording/parts';

/** Every subject: a new one does not compile before it has a source and its texts in every language. */
const parts: Readonly<Record<Subject, Omit<SubjectPart, 'subject'>>> = {
  DRAFT_NOT_SENT: { source: UnsentDrafts, write: writerOf(draftTexts) },
  DOCUMENT_MISSING: { source: MissingDocuments, write: writerOf(documentTexts) },
  OFFER_REPLY_DEADLINE: { source: OfferReplyDeadlines, write: writerOf(offerTexts) },
  GATHERING: { source: GatheringsToCome, write: writerOf(gatheringTexts) },
  GATHERING_CHANGED: {
    source: GatheringChanges,
    toldAtOnce: ['GatheringRescheduled', 'GatheringCancelled', 'GatheringScheduled'],
    write: writerOf(gatheringChangeTexts),
  },
  REGISTER_OPEN: { source: OpenRegisters, write: writerOf(registerTexts) },
  ATTENDANCE_AT_RISK: {
    source: AttendanceAtRisk,
    toldAtOnce: ['AttendanceThresholdAtRisk', 'AttendanceRequirementNotMet'],
    write: writerOf(attendanceTexts),
  },
  HPR_NUMBER_OPEN: { source: OpenHprNumbers, write: writerOf(hprTexts) },
  GRADING_DEADLINE: { source: GradingDeadlines, write: writerOf(gradingTexts) },
  CERTIFICATE_ISSUED: {
    source: CertificatesIssued,
    toldAtOnce: ['CertificateIssued'],
    write: writerOf(issuedTexts),
  },
  CERTIFICATE_REPLACED: {
    source: CertificatesReplaced,
    toldAtOnce: ['CertificateCorrected'],
    write: writerOf(replacedTexts),
  },
  CERTIFICATE_REVOKED: {
    source: CertificatesRevoked,
    toldAtOnce: ['CertificateRevoked'],
    write: writerOf(revokedTexts),
  },
  DELIVERY_OVERDUE: {
    source: OverdueDeliveries,
    toldAtOnce: ['ExportOverdue'],
    write: writerOf(overdueTexts),
  },
  LINES_REJECTED: {
    source: RejectedLines,
    toldAtOnce: ['ExportRecordRejected'],
    write: writerOf(rejectedTexts),
  },
  OFFER_MADE: {
    source: OffersMade,
    toldAtOnce: ['OfferMade'],
    write: writerOf(offerMadeTexts),
  },
  DECISION_MADE: {
    source: DecisionsMade,
    toldAtOnce: ['ApplicationDecided'],
    write: writerOf(decisionTexts),
  },
  APPEAL_DECIDED: {
    source: AppealsDecided,
    toldAtOnce: ['AppealDecided', 'PlaceGivenOnAppeal'],
    write: writerOf(appealTexts),
  },
  APPLICATION_RECEIVED: {
    source: ApplicationsReceived,
    toldAtOnce: ['ApplicationDraftSent'],
    write: writerOf(receiptTexts),
  },
};

/** What the engine tells of, by subject; the sources are providers of its module. */
export const subjects: readonly SubjectPart[] = (Object.keys(parts) as Subject[]).map((subject) => ({
  subject,
  ...parts[subject],
}));

/** Writes of any occasion, by its subject. */
export const writeOccasion: WriteOccasion = (occasion, language, recipient) =>
  parts[occasion.subject].write(occasion, language, recipient);
