import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificate, issued, revoked, statement } from '../../test-model/certificates';
import { batchFaults, batchFile, batchName, sha256Of, unsignedManifest } from './batch-file';
import { dueLines } from './due-lines';
import type { ExportRecord } from './export-record';
import type { Batch } from './feed.events';

const holder = { familyName: 'Testesen', givenNames: 'Kari', birthDate: '1980-01-15', hprNumber: '9144900' };

const recordsOf = (): ExportRecord[] => {
  const kari = certificate('c-7f3a01', issued(1));
  const renamed = certificate('c-7f3a01', issued(1), issued(2));
  const ola = certificate('c-7f3a02', issued(1, { studentNo: 'S2' }), revoked(2));
  const lines = [
    ...dueLines([kari], () => undefined),
    ...dueLines([renamed, ola], () => ({ version: 1, action: 'ADD' })),
  ];
  return lines.map((line) => ({
    ...line,
    holder:
      line.action === 'CORRECT'
        ? { ...holder, familyName: 'Testesen Prøve' }
        : line.action === 'REVOKE'
          ? { ...holder, familyName: 'Prøve; "den" andre', hprNumber: '9144889' }
          : holder,
    verificationUrl: `https://kull.example.no/v/${line.number}`,
  }));
};

const batch: Batch = {
  batchId: 'b0000000-0000-5000-8000-000000000019',
  seq: 19,
  previousBatchId: 'b0000000-0000-5000-8000-000000000018',
  classId: 'cls_1',
  classCode: 'NLA-2022V-1',
  organiserOrgNumber: '971228865',
  recipientOrgNumber: '960474341',
  createdAt: '2022-07-08T04:00:00.123Z',
  lines: [],
};
const counts = { recordCount: 3, addCount: 1, correctCount: 1, revokeCount: 1, pointsTotalAdd: 60 };

describe('the file', () => {
  const file = batchFile(recordsOf());

  it('is the one of domain.md 9.5, byte for byte', () => {
    expect(Buffer.from(file).toString('utf8')).toBe(readFileSync(join(__dirname, 'fixtures/example.csv'), 'utf8'));
  });

  it('never has more attended hours than approved ones', () => {
    const [record] = recordsOf();
    const text = Buffer.from(batchFile([{ ...record!, attendedHalfHours: 131 }])).toString();
    expect(text).toContain(';60.0;60.0;60;Y;');
  });

  it('has no value where the approval asks for no assessment', () => {
    const [record] = recordsOf();
    const unassessed = { ...record!, assessmentPassed: undefined, statement: statement() };
    expect(Buffer.from(batchFile([unassessed])).toString()).toContain(';60.0;58.5;60;;PHYSICIAN;');
  });

  it('is named after organiser, number and instant', () => {
    expect(batchName(batch)).toBe('LF_971228865_000019_20220708T040000Z');
  });
});

describe('a batch as a whole', () => {
  const file = batchFile(recordsOf());
  const manifest = unsignedManifest(batch, counts, sha256Of(file));
  const last = { seq: 18, batchId: batch.previousBatchId! };

  it('is in order when its manifest says what it holds', () => {
    expect(batchFaults(file, manifest, last)).toEqual([]);
    expect(Object.keys(manifest)).toEqual([
      'schemaVersion',
      'batchId',
      'batchSeq',
      'previousBatchId',
      'createdAt',
      'organiserOrgNo',
      'recipientOrgNo',
      'recordCount',
      'addCount',
      'correctCount',
      'revokeCount',
      'pointsTotalAdd',
      'dataFile',
      'sha256',
    ]);
  });

  it('E001: has another header, no byte order mark, or is not UTF-8', () => {
    const text = Buffer.from(file).toString('utf8');
    expect(batchFaults(Buffer.from(text.replace('record_action', 'action')), manifest, last)).toEqual(['E001']);
    expect(batchFaults(Buffer.from(text.slice(1)), manifest, last)).toEqual(['E001']);
    expect(batchFaults(Buffer.from([0xef, 0xbb, 0xbf, 0xff]), manifest, last)).toEqual(['E001']);
  });

  it('E002: is not the file that was hashed', () => {
    const text = Buffer.from(file).toString('utf8').replace('Kari', 'Karl');
    expect(batchFaults(Buffer.from(text), manifest, last)).toEqual(['E002']);
  });

  it('E003: counts or points are not those of the rows', () => {
    expect(batchFaults(file, { ...manifest, addCount: 2 }, last)).toEqual(['E003']);
    expect(batchFaults(file, { ...manifest, pointsTotalAdd: 60.5 }, last)).toEqual(['E003']);
  });

  it('E004: leaves a gap, repeats a number, or follows another batch', () => {
    expect(batchFaults(file, manifest, { ...last, seq: 17 })).toEqual(['E004']);
    expect(batchFaults(file, manifest, { ...last, seq: 19 })).toEqual(['E004']);
    expect(batchFaults(file, manifest, { ...last, batchId: null })).toEqual(['E004']);
  });
});
