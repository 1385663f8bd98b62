import type { DocumentStore } from '@kull/certificates/contracts';
import type { ManifestKey } from '@kull/documents';
import type { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { batchFile, sha256Of } from '../src/domain/batch-file';
import type { ExportRecord } from '../src/domain/export-record';
import type { BatchLine } from '../src/domain/feed.events';
import { statement } from './certificates';
import { type ReleasedForTest, releaseNext, signedBy } from './released';

/** What a test says of a line; the rest is as it usually is. */
export interface RowForTest {
  readonly number: string;
  readonly action?: 'ADD' | 'CORRECT' | 'REVOKE';
  readonly version?: number;
  readonly familyName: string;
  readonly givenNames: string;
  readonly hprNumber?: string;
  readonly attendedHalfHours?: number;
  readonly reasonCode?: string;
}

const recordOf = (row: RowForTest): ExportRecord => {
  const { number, action = 'ADD', version = 1, familyName, givenNames, hprNumber = '9144900' } = row;
  const { attendedHalfHours = 117, reasonCode } = row;
  const stated = statement({ classCode: 'NLA-2026V-1' });
  const line = { ...stated.lines[0]!, ...(action === 'REVOKE' && { points: 0 }) };
  return {
    number,
    ordinal: 1,
    version,
    action,
    at: '2026-06-19T10:00:00.000Z',
    statement: stated,
    line,
    sha256: 'c'.repeat(64),
    attendedHalfHours,
    assessmentPassed: true,
    ...(reasonCode !== undefined && { reasonCode }),
    holder: { familyName, givenNames, birthDate: '1980-01-15', hprNumber },
    verificationUrl: `https://kull.example.no/v/${number}`,
  };
};

const lineOf = ({ number, version, action, reasonCode, line }: ExportRecord): BatchLine => {
  const hash = sha256Of(new TextEncoder().encode(number));
  const named = { number, lineNo: line.lineNo, version, action, points: line.points };
  return { ...named, ...(reasonCode !== undefined && { reasonCode }), matchKey: hash, fixedKey: hash };
};

/** Releases the next delivery with these rows, as its recipient gets it: in the form of domain.md 9, signed. */
export const releaseRows = (
  events: EventStore,
  documents: DocumentStore,
  key: ManifestKey,
  rows: readonly RowForTest[],
  of: { readonly createdAt?: Instant; readonly recipient?: string } = {},
): Promise<ReleasedForTest> => {
  const records = rows.map(recordOf);
  const file = batchFile(records);
  return releaseNext(events, documents, { file, lines: records.map(lineOf), manifestOf: signedBy(key, file), ...of });
};
