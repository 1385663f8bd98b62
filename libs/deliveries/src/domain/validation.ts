import { type Instant, type LocalDate, localDateInOslo, reaches, type Share } from '@kull/kernel';
import type { DeliveredVersion } from './due-lines';
import { columns, type ExportRecord, line } from './export-record';
import { deliverBy } from './reporting-clock';
import type { RecordCode, WarningCode } from './validation-codes';

/** The approval as it was registered, before any record of it leaves (I-46). */
export interface RegisteredApproval {
  readonly approvalId: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly minAttendance: Share;
  readonly assessmentRequired: boolean;
  /** Length of the whole course. */
  readonly totalHalfHours: number;
  readonly creditLines: readonly {
    readonly lineNo: number;
    readonly specialty: string;
    readonly purpose: string;
    readonly category: string;
    readonly approvedHalfHours: number;
    readonly points: number;
  }[];
}

/** What the register of health personnel has under a number. */
export interface RegisterEntry {
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate?: LocalDate;
  readonly profession: string;
  readonly authorisedFrom?: LocalDate;
  readonly authorisedTo?: LocalDate;
}

/** What left last for the record's line, and what it must not change. */
export interface Base extends DeliveredVersion {
  readonly fixedKey: string;
}

/** What a record is checked against. */
export interface Standards {
  readonly approval: RegisteredApproval | undefined;
  readonly registerEntry: RegisterEntry | undefined;
  readonly createdAt: Instant;
  /** The certificate's present version. */
  readonly currentVersion: number;
  readonly base: Base | undefined;
  readonly fixedKey: string;
  /** Another live record for the same physician, approval, specialty and category has left, or leaves in this batch. */
  readonly duplicate: boolean;
}

export interface Findings {
  readonly errors: readonly RecordCode[];
  readonly warnings: readonly WarningCode[];
}

type Check = (record: ExportRecord, standards: Standards) => boolean;

const wellFormedHpr = /^[1-9]\d{0,8}$/;

const authorisedAt = (entry: RegisterEntry, day: LocalDate): boolean =>
  entry.profession === 'PHYSICIAN' &&
  (entry.authorisedFrom === undefined || entry.authorisedFrom <= day) &&
  (entry.authorisedTo === undefined || entry.authorisedTo >= day);

const approvedLine = ({ line: credit }: ExportRecord, { approval }: Standards) =>
  approval?.creditLines.find(({ lineNo }) => lineNo === credit.lineNo);

const validOn = (approval: RegisteredApproval, approvalId: string, day: LocalDate): boolean =>
  approval.approvalId === approvalId && approval.validFrom <= day && day <= approval.validTo;

const dates = ({ statement, at }: ExportRecord, createdAt: Instant): boolean => {
  const { startsOn, endsOn, completionDate, hprVerifiedAt } = statement;
  const ordered = startsOn <= endsOn && startsOn <= completionDate && hprVerifiedAt <= at;
  return ordered && completionDate <= localDateInOslo(createdAt);
};

const formula = /^[=+\-@\t\r]/;
const elevenDigits = /\d{11}/;
const namesAndTitles = ['family_name', 'given_names', 'course_title', 'reason_text'] as const;

const hasUnsafeText = (record: ExportRecord): boolean => {
  const cells = line(record);
  return (
    columns.some((column) => formula.test(cells[column])) ||
    namesAndTitles.some((column) => elevenDigits.test(cells[column]))
  );
};

const missingHpr: Check = ({ holder }) => !wellFormedHpr.test(holder.hprNumber ?? '');

/** True = the fault is there. Checked for ADD and CORRECT. */
const ofWholeRecords: Readonly<Partial<Record<RecordCode, Check>>> = {
  E102: (_record, { registerEntry }) => !registerEntry,
  E103: ({ statement }, { registerEntry }) =>
    registerEntry !== undefined && !authorisedAt(registerEntry, statement.completionDate),
  E201: ({ statement }, { approval }) =>
    !approval || !validOn(approval, statement.approvalId, statement.completionDate),
  E202: (record, standards) => {
    const approved = approvedLine(record, standards);
    const { approvedHalfHours, points } = record.line;
    if (points <= 0 || approvedHalfHours <= 0) return true;
    return approved !== undefined && (points > approved.points || approvedHalfHours > approved.approvedHalfHours);
  },
  E203: (record, standards) => {
    const approved = approvedLine(record, standards);
    const { specialty, purpose, category } = record.line;
    return approved?.specialty !== specialty || approved.purpose !== purpose || approved.category !== category;
  },
  E204: (record, { createdAt }) => !dates(record, createdAt),
  E205: ({ attendedHalfHours }, { approval }) =>
    approval !== undefined && !reaches(attendedHalfHours, approval.totalHalfHours, approval.minAttendance),
  E206: ({ assessmentPassed }, { approval }) => approval?.assessmentRequired === true && assessmentPassed !== true,
  E402: ({ statement }) => !/^(CONSENT|AGREEMENT):\S/.test(statement.sharingBasis),
};

/** True = the fault is there. Checked for every record. */
const ofEveryRecord: Readonly<Partial<Record<RecordCode, Check>>> = {
  E101: missingHpr,
  E301: ({ action }, { base, duplicate }) => action === 'ADD' && (base !== undefined || duplicate),
  E302: ({ action }, { base }) => action !== 'ADD' && base === undefined,
  E303: ({ version }, { base, currentVersion }) =>
    version !== currentVersion || (base !== undefined && version <= base.version),
  E304: ({ action }, { base, fixedKey }) => action === 'CORRECT' && base !== undefined && base.fixedKey !== fixedKey,
  E305: (_record, { base }) => base?.action === 'REVOKE',
  E403: hasUnsafeText,
};

const warnings: Readonly<Record<WarningCode, Check>> = {
  W104: ({ holder }, { registerEntry }) =>
    registerEntry !== undefined &&
    (registerEntry.familyName !== holder.familyName || registerEntry.givenNames !== holder.givenNames),
  W105: (_record, { registerEntry }) => registerEntry !== undefined && registerEntry.birthDate === undefined,
  W401: ({ statement }, { createdAt }) => localDateInOslo(createdAt) > deliverBy(statement.completionDate),
};

const found = <Code extends string>(
  checks: Readonly<Partial<Record<Code, Check>>>,
  record: ExportRecord,
  standards: Standards,
): Code[] =>
  (Object.entries(checks) as [Code, Check][]).filter(([, check]) => check(record, standards)).map(([code]) => code);

/** Every E and W code of domain.md 9.4 that one record deserves, in the order of the codes. */
export const validate = (record: ExportRecord, standards: Standards): Findings => {
  const whole = record.action === 'REVOKE' ? [] : found(ofWholeRecords, record, standards);
  return {
    errors: [...found(ofEveryRecord, record, standards), ...whole].sort(),
    warnings: record.action === 'REVOKE' ? [] : found(warnings, record, standards),
  };
};
