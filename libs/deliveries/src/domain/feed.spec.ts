import { fold } from '@kull/kernel';
import { given } from '@kull/kernel/given';
import fc from 'fast-check';
import { certificate, issued, revoked, statement } from '../../test-model/certificates';
import { delivered } from '../../test-model/delivered';
import type { CertificateVersion, DeliverableCertificate } from './deliverable';
import { feed } from './feed';
import type { Batch, BatchLine, FeedEvent } from './feed.events';

const line = (over: Partial<BatchLine> = {}): BatchLine => ({
  number: 'A',
  lineNo: 1,
  version: 1,
  action: 'ADD',
  points: 60,
  matchKey: 'm',
  fixedKey: 'f',
  ...over,
});
const batch = (seq: number, ...lines: readonly BatchLine[]): Batch => ({
  batchId: `b${seq}`,
  seq,
  ...(seq > 1 && { previousBatchId: `b${seq - 1}` }),
  classId: 'cls_1',
  classCode: 'K',
  organiserOrgNumber: '971228865',
  recipientOrgNumber: '960474341',
  createdAt: '2022-06-20T10:00:00.000Z',
  lines,
});
const files = { fileName: 'f.csv', fileSha256: 'a', manifestName: 'f.manifest.json', manifestSha256: 'b' };
const release = (
  one: Batch,
  rejected: readonly { number: string; lineNo: number; version: number; codes: ['E403'] }[] = [],
) =>
  ({
    type: 'ReleaseBatch',
    data: { batch: one, warnings: [], rejected, approvedBy: 'admin-1', files },
  }) as const;
const released = (one: Batch): FeedEvent[] => {
  const decision = feed.decide(
    { ...feed.initial, seq: one.seq - 1, ...(one.seq > 1 && { lastBatchId: `b${one.seq - 1}` }) },
    release({ ...one, lines: one.lines.map((each) => ({ ...each, action: 'ADD' })) }),
  );
  if (!('events' in decision)) throw new Error(decision.rejected.code);
  return decision.events.map((event) => (event.type === 'ExportBatchPrepared' ? { ...event, data: one } : event));
};

describe('a batch', () => {
  it('is prepared, validated, approved and released in one act', () =>
    given(feed)()
      .when(release(batch(1, line())))
      .then(
        { type: 'ExportBatchPrepared', data: batch(1, line()) },
        { type: 'ExportBatchValidated', data: { batchId: 'b1', warnings: [] } },
        { type: 'ExportBatchApproved', data: { batchId: 'b1', approvedBy: 'admin-1' } },
        {
          type: 'ExportBatchReleased',
          data: {
            batchId: 'b1',
            seq: 1,
            ...files,
            recordCount: 1,
            addCount: 1,
            correctCount: 0,
            revokeCount: 0,
            pointsTotalAdd: 60,
          },
        },
      ));

  it.each([
    batch(1, line({ number: 'B' })),
    batch(3, line({ number: 'B' })),
    { ...batch(2, line({ number: 'B' })), previousBatchId: 'x' },
  ])('is refused out of order (%#)', (wrong) =>
    given(feed)(...released(batch(1, line())))
      .when(release(wrong))
      .rejectedAs({ code: 'BATCH_OUT_OF_ORDER' }),
  );

  it.each([
    ['an ADD of what has left', line()],
    ['a CORRECT with the version that has left', line({ action: 'CORRECT' })],
    ['a CORRECT of what never left', line({ number: 'B', version: 2, action: 'CORRECT' })],
    ['a REVOKE of what never left', line({ number: 'B', version: 2, action: 'REVOKE' })],
  ])('is refused with %s', (_, wrong) =>
    given(feed)(...released(batch(1, line())))
      .when(release(batch(2, wrong)))
      .rejectedAs({ code: 'LINE_NOT_DUE', number: wrong.number, lineNo: 1 }),
  );

  it('is refused with anything about a revoked certificate', () =>
    given(feed)(...released(batch(1, line())), ...released(batch(2, line({ version: 2, action: 'REVOKE' }))))
      .when(release(batch(3, line({ version: 3, action: 'CORRECT' }))))
      .rejectedAs({ code: 'LINE_NOT_DUE', number: 'A', lineNo: 1 }));

  it('is not made of nothing', () =>
    given(feed)()
      .when(release(batch(1)))
      .thenNothing());

  it('says once what it leaves out', () => {
    const out = { number: 'B', lineNo: 1, version: 1, codes: ['E403'] as ['E403'] };
    given(feed)()
      .when({ type: 'KeepOut', data: { rejected: [out] } })
      .then({ type: 'ExportRecordRejectedLocally', data: out });
    given(feed)({ type: 'ExportRecordRejectedLocally', data: out })
      .when({ type: 'KeepOut', data: { rejected: [out] } })
      .thenNothing();
  });
});

/** Histories of certificates: each step gives one of them a next version, or delivers. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        student: fc.integer({ min: 1, max: 3 }),
        act: fc.constantFrom('correct', 'revoke', 'award' as const),
      }),
    },
    { weight: 1, arbitrary: fc.constant('deliver' as const) },
  ),
  { maxLength: 25 },
);

const twoLines = [1, 2].map((lineNo) => ({
  ...statement().lines[0]!,
  lineNo,
  approvedHalfHours: 120,
  points: lineNo === 1 ? 60 : 7.5,
}));

describe('any history of awards, corrections and deliveries', () => {
  it('delivers each version at most once, without gaps, with bases, and ends with what is true', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const certificates = new Map<string, DeliverableCertificate>();
        const latest = new Map<number, string>();
        let events: FeedEvent[] = [];
        const deliver = () => {
          events = delivered(events, [...certificates.values()]).events;
        };
        const next = (student: number, act: 'correct' | 'revoke' | 'award') => {
          const number = latest.get(student);
          const before = number === undefined ? undefined : certificates.get(number)!;
          const isLive = before?.versions.at(-1)?.kind === 'issued';
          if (act === 'award' ? isLive : !isLive) return;
          const version = act === 'award' ? 1 : before!.versions.length + 1;
          const stated = { studentNo: `S${student}`, lines: [twoLines[0]!] };
          const added: CertificateVersion = act === 'revoke' ? revoked(version) : issued(version, stated);
          if (act !== 'award') {
            certificates.set(number!, { ...before!, versions: [...before!.versions, added] });
            return;
          }
          const name = `S${student}-${certificates.size}`;
          latest.set(student, name);
          certificates.set(name, { ...certificate(name, added), ordinal: certificates.size + 1 });
        };
        for (const step of history) step === 'deliver' ? deliver() : next(step.student, step.act);
        deliver();

        const batches = events.filter((event) => event.type === 'ExportBatchPrepared').map(({ data }) => data as Batch);
        expect(batches.map(({ seq }) => seq)).toEqual(batches.map((_, i) => i + 1));
        const seen = new Map<string, BatchLine>();
        for (const { lines } of batches)
          for (const one of lines) {
            const before = seen.get(one.number);
            if (one.action === 'ADD') expect(before).toBeUndefined();
            else expect(before && before.version < one.version && before.action !== 'REVOKE').toBe(true);
            seen.set(one.number, one);
          }
        for (const { number, versions } of certificates.values()) {
          const current = versions.at(-1)!;
          const last = seen.get(number);
          if (current.kind === 'issued') expect(last).toMatchObject({ version: current.version, points: 60 });
          else if (last) expect(last).toMatchObject({ version: current.version, action: 'REVOKE', points: 0 });
        }
        expect(delivered(events, [...certificates.values()]).events).toEqual(events);
      }),
    );
  });

  it('counts in the manifest what the rows are, and delivers as many points as there are entitlements', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (students) => {
        const certificates = Array.from({ length: students }, (_, i) =>
          certificate(`S${i}`, issued(1, { studentNo: `S${i}`, lines: [twoLines[0]!] })),
        );
        const { events, prepared } = delivered([], certificates);
        expect(events.at(-1)).toMatchObject({
          data: { recordCount: prepared.records.length, addCount: students, pointsTotalAdd: 60 * students },
        });
      }),
    );
  });
});

it('lets a revocation and the certificate that follows it leave in one batch', () => {
  const first = certificate('A', issued(1));
  const before = delivered([], [first]).events;
  const { prepared } = delivered(before, [
    certificate('A', issued(1), revoked(2)),
    { ...certificate('B', issued(1)), ordinal: 2 },
  ]);
  expect(prepared.rejected).toEqual([]);
  expect(prepared.lines.map(({ number, action }) => `${number} ${action}`)).toEqual(['B ADD', 'A REVOKE']);
});

it('keeps a second live certificate of the same physician for the same course out', () => {
  const { prepared } = delivered([], [certificate('A', issued(1)), { ...certificate('B', issued(1)), ordinal: 2 }]);
  expect(prepared.rejected).toEqual([{ number: 'B', lineNo: 1, version: 1, codes: ['E301'] }]);
  expect(fold(feed, delivered([], [certificate('A', issued(1))]).events).seq).toBe(1);
});
