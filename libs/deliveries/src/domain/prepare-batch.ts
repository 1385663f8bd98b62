import type { Instant } from '@kull/kernel';
import type { ExportRecord } from './export-record';
import type { BatchLine, LineWarning, RejectedLine } from './feed.events';
import { baseOf, type Feed } from './feed.state';
import { lineKey } from './line-map';
import { type RegisterEntry, type RegisteredApproval, validate } from './validation';

/** A record with the fingerprints that later batches are judged by. */
export interface Candidate {
  readonly record: ExportRecord;
  readonly matchKey: string;
  readonly fixedKey: string;
  readonly currentVersion: number;
  readonly registerEntry?: RegisterEntry;
  /** The approval that was registered with the class. */
  readonly approval?: RegisteredApproval;
}

/** What leaves, what stays behind, and what somebody should look at. */
export interface PreparedBatch {
  readonly records: readonly ExportRecord[];
  readonly lines: readonly BatchLine[];
  readonly warnings: readonly LineWarning[];
  readonly rejected: readonly RejectedLine[];
}

/** The batch's instant: the latest of what it carries. Undefined when it carries nothing. */
export const createdAtOf = (records: readonly { readonly at: Instant }[]): Instant | undefined =>
  records.reduce<Instant | undefined>(
    (latest, { at }) => (latest === undefined || at > latest ? at : latest),
    undefined,
  );

/** Live matches that have left, without those that this batch revokes: a revocation and what follows it may share a file. */
const liveMatches = (feed: Feed, candidates: readonly Candidate[]): Set<string> => {
  const revoked = new Set(
    candidates
      .filter(({ record }) => record.action === 'REVOKE')
      .map(({ record }) => lineKey({ number: record.number, lineNo: record.line.lineNo })),
  );
  const matches = new Set<string>();
  for (const [key, [sent]] of feed.sent) {
    const base = sent && !revoked.has(key) ? baseOf(feed, sent) : undefined;
    if (base && base.action !== 'REVOKE') matches.add(base.matchKey);
  }
  return matches;
};

/**
 * Validates what is due, record by record: those in order leave, the others stay with their codes.
 * @param now when the batch is made, if that is later than everything it carries
 */
export const prepareBatch = (feed: Feed, candidates: readonly Candidate[], now?: Instant): PreparedBatch => {
  const records: ExportRecord[] = [];
  const lines: BatchLine[] = [];
  const warned: LineWarning[] = [];
  const rejected: RejectedLine[] = [];
  const createdAt = createdAtOf([...candidates.map(({ record }) => record), ...(now ? [{ at: now }] : [])]);
  if (createdAt === undefined) return { records, lines, warnings: warned, rejected };
  const matches = liveMatches(feed, candidates);
  for (const { record, matchKey, fixedKey, currentVersion, registerEntry, approval } of candidates) {
    const { number, version, action, reasonCode, line } = record;
    const name = { number, lineNo: line.lineNo, version };
    const base = baseOf(feed, name);
    const duplicate = action === 'ADD' && matches.has(matchKey);
    const standards = { approval, registerEntry, createdAt, currentVersion, base, fixedKey, duplicate };
    const { errors, warnings } = validate(record, standards);
    if (errors.length > 0) {
      rejected.push({ ...name, codes: errors });
      continue;
    }
    if (action !== 'REVOKE') matches.add(matchKey);
    records.push(record);
    lines.push({ ...name, action, ...(reasonCode && { reasonCode }), points: line.points, matchKey, fixedKey });
    if (warnings.length > 0) warned.push({ ...name, codes: warnings });
  }
  return { records, lines, warnings: warned, rejected };
};
