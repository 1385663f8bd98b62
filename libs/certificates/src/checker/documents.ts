import { createHash } from 'node:crypto';
import type { Finding, RuleCode } from './finding';
import type { VersionTold } from './history';
import type { Ask, Stored } from './log';
import { readSignedPdf } from './signed-pdf';

/** Since when a key is not to be trusted: what came later in the log, or by its clock. */
export interface Distrust {
  readonly position: number;
  readonly since?: string;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The stored bytes with these hashes, as they are: they are not what they should be until it is shown. */
export const storedFiles = async (ask: Ask, hashes: readonly string[]): Promise<ReadonlyMap<string, Buffer>> => {
  const rows = await ask<{ sha256: string; bytes: Buffer }>(
    'select sha256, bytes from documents.document where sha256 = any ($1)',
    [hashes],
  );
  return new Map(rows.map(({ sha256, bytes }) => [sha256, bytes]));
};

const second = (instant: string): string => instant.slice(0, 19);

/** What the document says, beside what the event says: pairs that have to be the same. */
const pairs = (
  facts: Stored,
  { number, version, issuedAt, statement }: VersionTold,
): Record<string, [unknown, unknown]> => ({
  certificateNumber: [facts.certificateNumber, number],
  version: [facts.version, version],
  issuedAt: [second(String(facts.issuedAt)), second(issuedAt)],
  'holder.status': [facts.holder?.status, statement.participantStatus],
  'course.title': [facts.course?.title, statement.courseTitle],
  'course.approvalId': [facts.course?.approvalId, statement.approvalId],
  'course.startsOn': [facts.course?.startsOn, statement.startsOn],
  'course.endsOn': [facts.course?.endsOn, statement.endsOn],
  'course.completedOn': [facts.course?.completedOn, statement.completionDate],
  'organiser.orgNo': [facts.organiser?.orgNo, statement.organiser.orgNumber],
  'organiser.name': [facts.organiser?.name, statement.organiser.name],
  'hours.attended': [facts.hours?.attended, statement.attendedHalfHours / 2],
  assessment: [facts.assessment, statement.assessmentPassed === undefined ? 'NOT_REQUIRED' : 'PASSED'],
  points: [
    JSON.stringify(facts.creditLines?.map(({ specialty, purpose, points }: Stored) => [specialty, purpose, points])),
    JSON.stringify(statement.lines.map(({ specialty, purpose, points }: Stored) => [specialty, purpose, points])),
  ],
});

/** What is wrong with the document of one version. */
export const documentFindings = (
  told: VersionTold,
  bytes: Buffer | undefined,
  distrusted: ReadonlyMap<string, Distrust>,
): readonly Finding[] => {
  const finding = (rule: RuleCode, detail?: string): Finding => ({
    rule,
    about: told.number,
    version: told.version,
    ...(detail !== undefined && { detail }),
  });
  if (!bytes) return [finding('DOCUMENT_MISSING', told.sha256)];
  if (sha256Of(bytes) !== told.sha256) return [finding('DOCUMENT_ALTERED', told.sha256)];
  const read = readSignedPdf(bytes);
  if (!read) return [finding('SIGNATURE_INVALID')];
  const distrust = distrusted.get(read.signer);
  const doubtful =
    distrust &&
    (told.position > distrust.position || (distrust.since !== undefined && told.recordedAt >= distrust.since));
  const differing = read.facts
    ? Object.entries(pairs(read.facts, told)).flatMap(([field, [found, expected]]) =>
        found === expected ? [] : [field],
      )
    : ['kursbevis.json'];
  return [
    ...(told.unsignedSha256 === undefined || read.unsignedSha256 === told.unsignedSha256
      ? []
      : [finding('SIGNED_OTHER_BYTES')]),
    ...(told.signedBy === undefined || told.signedBy === read.signer ? [] : [finding('SIGNER_DIFFERS', read.signer)]),
    ...(doubtful ? [finding('SIGNED_AFTER_REVOCATION', read.signer)] : []),
    ...(differing.length === 0 ? [] : [finding('CONTENT_DIFFERS', differing.join(', '))]),
  ];
};
