import type { Instant, LocalDate } from '@kull/kernel';
import type { DeliverableCertificate, IssuedVersion } from './deliverable';
import { awaitsRepair, baseOf, type Feed, type SentLine, sentOf, standing } from './feed.state';
import { lineKey } from './line-map';
import { daysLeft, deliverBy } from './reporting-clock';

/**
 * Where a kurspoeng is; every one is in exactly one of them (peers.md W25).
 * - `NOT_DUE`: awarded, and its certificate is not issued yet.
 * - `DUE`: nothing of the line stands at the receiver, and it leaves with the next batch, or our own validation keeps it out.
 * - `SENT`, `RECEIVED`, `POSTED`: as the certificate's current version, by the receiver's receipts.
 * - `REJECTED`: refused by the receiver, nothing stands there, and nobody has mended it yet.
 * - `CORRECTED`: an older version stands at the receiver and the one that follows has not been confirmed, or the award
 *   fell away: then the line has no points any more.
 */
export type Bucket = (typeof buckets)[number];

export const buckets = ['NOT_DUE', 'DUE', 'SENT', 'RECEIVED', 'REJECTED', 'POSTED', 'CORRECTED'] as const;

/** The course points of one student's course: what a certificate is for. */
export interface Entitlement {
  readonly studentCourseId: string;
  readonly classId: string;
  readonly studentNo: string;
  readonly completionDate: LocalDate;
  readonly lines: readonly { readonly lineNo: number; readonly points: number }[];
  /** false: the award has fallen away. */
  readonly stands: boolean;
}

/** One credit line of one certificate, or of an award that has none yet. */
export interface ReconciledLine {
  readonly studentCourseId: string;
  readonly classId: string;
  readonly studentNo: string;
  /** Absent: no certificate yet. */
  readonly number?: string;
  readonly version?: number;
  readonly lineNo: number;
  readonly bucket: Bucket;
  /** Points that stand; 0 once the award has fallen away. */
  readonly points: number;
  /** The batch in which the line left last. */
  readonly last?: SentLine;
  /** The receiver's code where the last was rejected. */
  readonly rejectedAs?: string;
  /** Whether the rejected line waits for somebody; otherwise it goes again with the next batch. */
  readonly awaitsRepair: boolean;
  /** Why our own validation keeps the current version out. */
  readonly keptOut: readonly string[];
  /** Whether the receiver said that the points are posted, in whatever version that still stands. */
  readonly posted: boolean;
  readonly received: boolean;
  readonly completionDate: LocalDate;
  readonly deliverBy: LocalDate;
  /** Days until it is late; absent when nothing has to leave any more. */
  readonly daysLeft?: number;
}

export interface Reconciliation {
  readonly lines: readonly ReconciledLine[];
  /** Points in each bucket. */
  readonly sums: Readonly<Record<Bucket, number>>;
  /** Points that are awarded now. The sums come to the same. */
  readonly entitlement: number;
}

const tenths = (points: number): number => Math.round(points * 10);

const sumOf = (lines: readonly { readonly points: number }[]): number =>
  lines.reduce((sum, { points }) => sum + tenths(points), 0) / 10;

const isLive = ({ versions }: DeliverableCertificate): boolean => versions.at(-1)!.kind === 'issued';

const lastIssued = ({ versions }: DeliverableCertificate): IssuedVersion =>
  versions.findLast((one): one is IssuedVersion => one.kind === 'issued')!;

/** What has left of a line and still stands: sent and not rejected. */
const standingOnes = (feed: Feed, name: { readonly number: string; readonly lineNo: number }): readonly SentLine[] =>
  sentOf(feed, name).filter((line) => standing(line).state !== 'REJECTED');

const bucketOf = (
  feed: Feed,
  name: { readonly number: string; readonly lineNo: number; readonly version: number },
): Bucket => {
  const base = baseOf(feed, name);
  if (!base) return awaitsRepair(feed, name) ? 'REJECTED' : 'DUE';
  if (base.version < name.version) return 'CORRECTED';
  const others = standingOnes(feed, name).filter((line) => line !== base);
  const { state } = standing(base);
  if (state === 'RECEIVED') return others.some((line) => standing(line).state === 'POSTED') ? 'POSTED' : 'RECEIVED';
  if (state === 'POSTED') return 'POSTED';
  return others.some(({ version }) => version < name.version) ? 'CORRECTED' : 'SENT';
};

const ofCertificate = (
  feed: Feed,
  certificate: DeliverableCertificate,
  hasAward: boolean,
  now: Instant,
): ReconciledLine[] => {
  const { number, versions } = certificate;
  const { version } = versions.at(-1)!;
  const { statement } = lastIssued(certificate);
  const { studentCourseId, classId, studentNo, completionDate } = statement;
  const stands = hasAward && isLive(certificate);
  return statement.lines.map(({ lineNo, points }) => {
    const name = { number, lineNo, version };
    const last = sentOf(feed, name).at(-1);
    const rejected = last && standing(last).state === 'REJECTED' ? standing(last) : undefined;
    const states = standingOnes(feed, name).map((line) => standing(line).state);
    const kept = feed.keptOut.get(lineKey(name));
    const bucket = stands ? bucketOf(feed, name) : 'CORRECTED';
    const base = baseOf(feed, name);
    const owes = stands ? base?.version !== version : base !== undefined && base.action !== 'REVOKE';
    return {
      studentCourseId,
      classId,
      studentNo,
      number,
      version,
      lineNo,
      bucket,
      points: stands ? points : 0,
      ...(last && { last }),
      ...(rejected?.state === 'REJECTED' && { rejectedAs: rejected.code }),
      awaitsRepair: awaitsRepair(feed, name) !== undefined,
      keptOut: owes && kept?.version === version ? kept.codes : [],
      posted: stands && states.includes('POSTED'),
      received: stands && states.some((state) => state === 'POSTED' || state === 'RECEIVED'),
      completionDate,
      deliverBy: deliverBy(completionDate),
      ...(owes && { daysLeft: daysLeft(completionDate, now) }),
    };
  });
};

const withoutCertificate = (entitlement: Entitlement, now: Instant): ReconciledLine[] => {
  const { studentCourseId, classId, studentNo, completionDate, lines } = entitlement;
  return lines.map(({ lineNo, points }) => ({
    studentCourseId,
    classId,
    studentNo,
    lineNo,
    bucket: 'NOT_DUE',
    points,
    awaitsRepair: false,
    keptOut: [],
    posted: false,
    received: false,
    completionDate,
    deliverBy: deliverBy(completionDate),
    daysLeft: daysLeft(completionDate, now),
  }));
};

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Sent against received against posted, point by point. Pure: from what was awarded, what was certified and what
 * happened in the feed. Of the several certificates that a student may have had, only a live one bears the points.
 */
export const reconcile = (
  entitlements: readonly Entitlement[],
  certificates: readonly DeliverableCertificate[],
  feed: Feed,
  now: Instant,
): Reconciliation => {
  const standingAwards = entitlements.filter(({ stands }) => stands);
  const awarded = new Set(standingAwards.map(({ studentCourseId }) => studentCourseId));
  const certified = new Set(
    certificates.filter(isLive).map((certificate) => lastIssued(certificate).statement.studentCourseId),
  );
  const lines = [
    ...certificates.flatMap((certificate) =>
      ofCertificate(feed, certificate, awarded.has(lastIssued(certificate).statement.studentCourseId), now),
    ),
    ...standingAwards
      .filter(({ studentCourseId }) => !certified.has(studentCourseId))
      .flatMap((entitlement) => withoutCertificate(entitlement, now)),
  ].sort(
    (one, other) =>
      byText(one.studentNo, other.studentNo) ||
      byText(one.number ?? '', other.number ?? '') ||
      one.lineNo - other.lineNo,
  );
  const sums = Object.fromEntries(
    buckets.map((bucket) => [bucket, sumOf(lines.filter((line) => line.bucket === bucket))]),
  ) as Record<Bucket, number>;
  return { lines, sums, entitlement: sumOf(standingAwards.flatMap((entitlement) => entitlement.lines)) };
};
