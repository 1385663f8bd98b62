import { fold } from '@kull/kernel';
import fc from 'fast-check';
import {
  batchesIn,
  emptyWorld,
  entitlementsIn,
  happens,
  histories,
  leaving,
  lines,
  type Step,
  type World,
  worldAfter,
} from '../../test-model/history';
import { feed } from './feed';
import { baseOf } from './feed.state';
import { buckets, reconcile } from './reconciliation';

const now = '2022-07-20T10:00:00.000Z';
const reconciled = (world: World) =>
  reconcile(entitlementsIn(world), world.certificates, fold(feed, world.events), now);
const perStudent = lines.reduce((sum, { points }) => sum + points, 0);

describe('any history of awards, corrections, deliveries and lost, repeated and reordered receipts', () => {
  it('has every kurspoeng in exactly one bucket, and the buckets add up to what is awarded', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        let world = emptyWorld;
        for (const step of steps) {
          world = happens(world, step);
          const { lines: rows, sums, entitlement } = reconciled(world);
          const awarded = [...world.entitlements.values()].filter((stands) => stands).length * perStudent;
          expect(entitlement).toBe(awarded);
          expect(buckets.reduce((sum, bucket) => sum + sums[bucket], 0)).toBe(awarded);
          const withPoints = rows.filter(({ points }) => points > 0);
          const names = withPoints.map(({ studentNo, lineNo }) => `${studentNo}/${lineNo}`);
          expect(new Set(names).size).toBe(names.length);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('delivers exactly what is due, and nothing that waits for repair', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const world = worldAfter(steps);
        const { prepared } = leaving(world);
        const leaves = new Set(prepared.lines.map(({ number, lineNo }) => `${number}/${lineNo}`));
        const isKeptOut = new Set(prepared.rejected.map(({ number, lineNo }) => `${number}/${lineNo}`));
        for (const { number, lineNo, bucket, awaitsRepair } of reconciled(world).lines) {
          const key = `${number}/${lineNo}`;
          const isOut = leaves.has(key);
          if (bucket === 'DUE') expect([key, isOut]).toEqual([key, !isKeptOut.has(key)]);
          if (['NOT_DUE', 'SENT', 'RECEIVED', 'REJECTED', 'POSTED'].includes(bucket))
            expect([key, isOut]).toEqual([key, false]);
          if (awaitsRepair) expect([key, isOut]).toEqual([key, false]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('keeps out what would be a duplicate of a line whose withdrawal the receiver refused', () => {
    const revoked: readonly Step[] = [
      { act: 'award', student: 1 },
      { act: 'certify', student: 1 },
      { act: 'deliver' },
      { act: 'takeBack', student: 1 },
      { act: 'certify', student: 1 },
      { act: 'deliver' },
    ];
    const again: readonly Step[] = [
      { act: 'receipt', batch: 0.9, line: 0, result: 'REJECTED', at: 5 },
      { act: 'award', student: 1 },
      { act: 'certify', student: 1 },
    ];
    const world = worldAfter([...revoked, ...again]);
    const { prepared } = leaving(world);
    expect(prepared.rejected).toMatchObject([{ number: 'S1-2', lineNo: 1, codes: ['E301'] }]);
    expect(prepared.lines).toMatchObject([{ number: 'S1-2', lineNo: 2 }]);
    expect(reconciled(world).lines.filter(({ number }) => number === 'S1-2')).toMatchObject([
      { lineNo: 1, bucket: 'DUE' },
      { lineNo: 2, bucket: 'DUE' },
    ]);
  });

  it('numbers batches without a hole, and a version leaves again only after it was rejected', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        let world = emptyWorld;
        for (const step of steps) {
          const before = fold(feed, world.events);
          const next = happens(world, step);
          for (const batch of batchesIn(next).slice(batchesIn(world).length))
            for (const line of batch.lines) expect(baseOf(before, line)?.version ?? 0).toBeLessThan(line.version);
          world = next;
        }
        expect(batchesIn(world).map(({ seq }) => seq)).toEqual(batchesIn(world).map((_, i) => i + 1));
      }),
      { numRuns: 100 },
    );
  });

  it('says the same whatever order the receipts come in, and however often', () => {
    fc.assert(
      fc.property(histories, fc.integer(), (steps, seed) => {
        const facts = steps.filter(({ act }) => act !== 'receipt');
        const receipts = steps.filter(({ act }) => act === 'receipt');
        const shuffled = [...receipts, ...receipts]
          .map((step, i) => [(i * 7919 + seed) % 104_729, step] as const)
          .sort(([one], [other]) => one - other)
          .map(([, step]) => step);
        const told = reconciled(worldAfter([...facts, ...receipts]));
        const toldAnew = reconciled(worldAfter([...facts, ...shuffled]));
        expect(toldAnew.sums).toEqual(told.sums);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the reconciliation of one student', () => {
  const receipt = (result: 'ACCEPTED' | 'REJECTED' | 'POSTED', line: number, day: number, batch = 0) =>
    ({ act: 'receipt', batch, line, result, at: day }) as const;
  const one = { student: 1 };
  const whole = [{ act: 'award', ...one }, { act: 'certify', ...one }, { act: 'deliver' }] as const;
  const bucketsAfter = (...steps: Parameters<typeof worldAfter>[0]) =>
    reconciled(worldAfter(steps)).lines.map(({ bucket, points }) => [bucket, points]);

  it('walks through the buckets', () => {
    expect(bucketsAfter(whole[0])).toEqual([
      ['NOT_DUE', 60],
      ['NOT_DUE', 7.5],
    ]);
    expect(bucketsAfter(...whole.slice(0, 2))).toEqual([
      ['DUE', 60],
      ['DUE', 7.5],
    ]);
    expect(bucketsAfter(...whole)).toEqual([
      ['SENT', 60],
      ['SENT', 7.5],
    ]);
    expect(bucketsAfter(...whole, receipt('ACCEPTED', 0, 1), receipt('REJECTED', 0.5, 1))).toEqual([
      ['RECEIVED', 60],
      ['REJECTED', 7.5],
    ]);
    expect(bucketsAfter(...whole, receipt('POSTED', 0, 2), receipt('ACCEPTED', 0, 1))).toEqual([
      ['POSTED', 60],
      ['SENT', 7.5],
    ]);
  });

  it('calls points corrected from the correction until the receiver has confirmed it', () => {
    const posted = [...whole, receipt('POSTED', 0, 1), receipt('POSTED', 0.5, 1), { act: 'correct', ...one }] as const;
    expect(bucketsAfter(...posted)).toEqual([
      ['CORRECTED', 60],
      ['CORRECTED', 7.5],
    ]);
    const again = [...posted, { act: 'deliver' }] as const;
    expect(bucketsAfter(...again)).toEqual([
      ['CORRECTED', 60],
      ['CORRECTED', 7.5],
    ]);
    expect(bucketsAfter(...again, receipt('ACCEPTED', 0, 2, 0.5), receipt('REJECTED', 0.5, 2, 0.5))).toEqual([
      ['POSTED', 60],
      ['CORRECTED', 7.5],
    ]);
  });

  it('has no points any more once the award fell away', () => {
    const gone = [...whole, { act: 'takeBack', ...one }, { act: 'certify', ...one }] as const;
    expect(bucketsAfter(...gone)).toEqual([
      ['CORRECTED', 0],
      ['CORRECTED', 0],
    ]);
    expect(bucketsAfter(...gone, { act: 'award', ...one })).toEqual([
      ['NOT_DUE', 60],
      ['NOT_DUE', 7.5],
      ['CORRECTED', 0],
      ['CORRECTED', 0],
    ]);
  });

  it('counts the days until a delivery is late, over the change of the clock', () => {
    const [line] = reconcile(
      entitlementsIn(worldAfter([whole[0]])).map((award) => ({ ...award, completionDate: '2022-10-01' })),
      [],
      feed.initial,
      '2022-10-30T23:30:00.000Z',
    ).lines;
    expect(line).toMatchObject({ deliverBy: '2022-10-31', daysLeft: 0 });
  });
});
