import { hoursText, type Instant, type LocalDate } from '@kull/kernel';
import type { DueLine } from './deliverable';

/** The 32 columns in their order (domain.md 9.2). */
export const columns = [
  'record_action',
  'certificate_id',
  'line_no',
  'version',
  'hpr_number',
  'hpr_verified_at',
  'family_name',
  'given_names',
  'birth_month_day',
  'member_number',
  'course_approval_id',
  'course_title',
  'organiser_org_no',
  'class_code',
  'delivery_mode',
  'activity_start',
  'activity_end',
  'completion_date',
  'specialty',
  'purpose',
  'category',
  'approved_hours',
  'attended_hours',
  'points',
  'assessment_passed',
  'participant_status',
  'issued_at',
  'certificate_sha256',
  'verification_url',
  'sharing_basis',
  'reason_code',
  'reason_text',
] as const;

export type Column = (typeof columns)[number];

/** The person that a record is about, as the certificate knows them. */
export interface RecordHolder {
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: LocalDate;
  readonly hprNumber?: string;
}

/** A due line with the person in it: everything that a row says. */
export interface ExportRecord extends DueLine {
  readonly holder: RecordHolder;
  readonly verificationUrl: string;
}

/** `2026-06-19T10:00:00Z`: to the second. */
const instantText = (at: Instant): string => `${at.slice(0, 19)}Z`;

const assessmentText = (passed: boolean | undefined): string => {
  if (passed === undefined) return '';
  return passed ? 'Y' : 'N';
};

/** One row of the file, cell by cell. Hours have one decimal, points at most one, attended hours never exceed the approved. */
export const line = (record: ExportRecord): Readonly<Record<Column, string>> => {
  const { holder, statement, line: credit } = record;
  return {
    record_action: record.action,
    certificate_id: record.number,
    line_no: String(credit.lineNo),
    version: String(record.version),
    hpr_number: holder.hprNumber ?? '',
    hpr_verified_at: instantText(statement.hprVerifiedAt),
    family_name: holder.familyName,
    given_names: holder.givenNames,
    birth_month_day: holder.birthDate.slice(5),
    member_number: '',
    course_approval_id: statement.approvalId,
    course_title: statement.courseTitle,
    organiser_org_no: statement.organiser.orgNumber,
    class_code: statement.classCode,
    delivery_mode: statement.deliveryMode,
    activity_start: statement.startsOn,
    activity_end: statement.endsOn,
    completion_date: statement.completionDate,
    specialty: credit.specialty,
    purpose: credit.purpose,
    category: credit.category,
    approved_hours: hoursText(credit.approvedHalfHours),
    attended_hours: hoursText(Math.min(record.attendedHalfHours, credit.approvedHalfHours)),
    points: String(credit.points),
    assessment_passed: assessmentText(record.assessmentPassed),
    participant_status: statement.participantStatus,
    issued_at: instantText(record.at),
    certificate_sha256: record.sha256,
    verification_url: record.verificationUrl,
    sharing_basis: statement.sharingBasis,
    reason_code: record.reasonCode ?? '',
    reason_text: '',
  };
};
