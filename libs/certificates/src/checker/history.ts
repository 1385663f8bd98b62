import { isDeepStrictEqual } from 'node:util';
import type { Finding, RuleCode } from './finding';
import type { Stored, StoredEvent } from './log';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Multiplies by x in the field of 32 elements, modulo x⁵ + x² + 1. */
const shifted = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/** Whether the number is eight symbols and the check character that belongs to them. */
export const isNumber = (text: string): boolean => {
  if (!/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/.test(text)) return false;
  const symbols = [...text.replaceAll('-', '')].map((character) => alphabet.indexOf(character));
  // Horner from the last: sum of symbol(i) · x^i, i from 1.
  const check = symbols.slice(0, 8).reduceRight((sum, symbol) => shifted(sum ^ symbol), 0);
  return check === symbols[8];
};

/** A version with a document, as its event tells. */
export interface VersionTold {
  readonly number: string;
  readonly version: number;
  readonly sha256: string;
  readonly signedBy?: string;
  readonly unsignedSha256?: string;
  readonly issuedAt: string;
  readonly position: number;
  readonly recordedAt: string;
  readonly statement: Stored;
}

/** What the events of one entitlement come to. */
export interface Told {
  readonly versions: readonly VersionTold[];
  readonly live?: VersionTold;
  readonly findings: readonly Finding[];
}

/** What a certificate states of the award, word for word. */
const stated = [
  'classId',
  'classCode',
  'studentNo',
  'personId',
  'holder',
  'participantStatus',
  'hprVerifiedAt',
  'approvalId',
  'completionDate',
  'attendedHalfHours',
  'assessmentPassed',
  'coursePoints',
  'lines',
] as const;

const isCoursePoints = ({ type, data }: StoredEvent): boolean =>
  type !== 'AwardReversed' || data.award === 'coursePoints';

/** The state of the entitlement after its last fact that was known before `before`. */
const lastFact = (facts: readonly StoredEvent[], before: string): StoredEvent | undefined =>
  facts.filter(({ recordedAt }) => recordedAt < before).at(-1);

/**
 * Reads the history of one entitlement's certificates anew.
 * @param certificates events of its certificate stream, in order
 * @param course events of its student course that are about course points, in order
 * @param settledBefore what was recorded later may still be worked on
 */
export const readHistory = (
  certificates: readonly StoredEvent[],
  course: readonly StoredEvent[],
  settledBefore: string,
): Told => {
  const findings: Finding[] = [];
  const versions: VersionTold[] = [];
  const facts = course.filter(isCoursePoints);
  const factAt = new Map(facts.map((fact) => [fact.version, fact]));
  const next = new Map<string, number>();
  let live: VersionTold | undefined;
  let answered = 0;
  let byHand = false;
  let prepared: Stored;
  const find = (rule: RuleCode, { number, version }: Stored, detail?: string): void =>
    void findings.push({ rule, about: number, version, ...(detail !== undefined && { detail }) });

  for (const { type, data, occurredAt, position, recordedAt } of certificates) {
    if (type === 'CertificatePrepared') {
      prepared = data;
      continue;
    }
    if (!isNumber(data.number)) find('NUMBER_MALFORMED', data);
    const expected = next.get(data.number) ?? 1;
    if (data.version !== expected) find('VERSION_GAP', data, `${expected}`);
    next.set(data.number, data.version + 1);
    if (type === 'CertificateRevoked') {
      const approved = data.approvedBy && data.approvedBy !== data.recordedBy;
      if (data.factVersion === undefined && !approved) find('REVOCATION_UNAPPROVED', data);
      if (live?.number === data.number) live = undefined;
      byHand = data.factVersion === undefined;
      answered = Math.max(answered, data.factVersion ?? 0);
      continue;
    }
    const fact = factAt.get(data.factVersion);
    if (!fact || fact.type === 'AwardReversed') find('NO_AWARD', data);
    else {
      const differing = stated.filter((field) => !isDeepStrictEqual(data.statement[field], fact.data[field]));
      if (differing.length > 0) find('STATEMENT_DIFFERS', data, differing.join(', '));
      if (fact.occurredAt !== occurredAt) find('DATE_DIFFERS', data);
    }
    if (live && live.number !== data.number) find('TWO_LIVE', data, live.number);
    const intent = prepared?.number === data.number && prepared?.version === data.version ? prepared : undefined;
    if (!intent) find('NOT_PREPARED', data);
    live = {
      number: data.number,
      version: data.version,
      sha256: data.sha256,
      signedBy: data.signedBy,
      unsignedSha256: intent?.unsignedSha256,
      issuedAt: occurredAt,
      position,
      recordedAt,
      statement: data.statement,
    };
    versions.push(live);
    byHand = false;
    answered = Math.max(answered, data.factVersion);
  }

  const last = lastFact(facts, settledBefore);
  if (live && last?.type === 'AwardReversed') find('LIVE_WITHOUT_AWARD', live);
  else if (live && last && last.version > answered) find('FACT_UNANSWERED', live, `${last.version}`);
  else if (!live && !byHand && last && last.type !== 'AwardReversed') {
    findings.push({ rule: 'CERTIFICATE_MISSING', about: last.stream });
  }
  return { versions, ...(live && { live }), findings };
};
