import { fold, isRejected } from '@kull/kernel';
import fc from 'fast-check';
import type { CertificateVersion, DeliverableCertificate } from '../src/domain/deliverable';
import { feed } from '../src/domain/feed';
import type { LineReceived } from '../src/domain/feed.commands';
import type { Batch, FeedEvent } from '../src/domain/feed.events';
import type { ReceiptResult } from '../src/domain/receipts';
import type { Entitlement } from '../src/domain/reconciliation';
import { approval, issued, revoked, statement } from './certificates';
import { delivered } from './delivered';

/** One thing that happens to students, certificates, batches and receipts. */
export type Step =
  | { readonly act: 'award' | 'certify' | 'correct' | 'takeBack'; readonly student: number }
  | { readonly act: 'deliver' }
  | {
      readonly act: 'receipt';
      /** Which of the batches so far, and which of its lines: 0 … 1. */
      readonly batch: number;
      readonly line: number;
      readonly result: ReceiptResult;
      /** Any of a few instants: receipts come late, twice and in any order. */
      readonly at: number;
    }
  | { readonly act: 'refuseFile'; readonly batch: number; readonly at: number }
  | { readonly act: 'requeue'; readonly batch: number; readonly line: number };

const student = fc.integer({ min: 1, max: 2 });
const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const at = fc.integer({ min: 1, max: 9 });

/** Random histories: about every second step concerns a receipt. */
export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constantFrom('award', 'certify', 'certify', 'correct', 'takeBack' as const),
        student,
      }),
    },
    { weight: 2, arbitrary: fc.constant<Step>({ act: 'deliver' }) },
    {
      weight: 5,
      arbitrary: fc.record({
        act: fc.constant('receipt' as const),
        batch: share,
        line: share,
        result: fc.constantFrom<ReceiptResult>('ACCEPTED', 'ACCEPTED_WITH_WARNING', 'REJECTED', 'POSTED'),
        at,
      }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('refuseFile' as const), batch: share, at }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('requeue' as const), batch: share, line: share }) },
  ),
  { maxLength: 40, size: 'max' },
);

export const lines = [
  { ...statement().lines[0]!, lineNo: 1, points: 60 },
  { ...statement().lines[0]!, lineNo: 2, specialty: 'SAMF', points: 7.5 },
];

/** What there is after some steps. */
export interface World {
  readonly entitlements: ReadonlyMap<number, boolean>;
  readonly certificates: readonly DeliverableCertificate[];
  readonly events: readonly FeedEvent[];
}

export const emptyWorld: World = { entitlements: new Map(), certificates: [], events: [] };

const nameOf = (who: number): string => `stc_${who}`;

export const entitlementsIn = ({ entitlements }: World): readonly Entitlement[] =>
  [...entitlements].map(([who, stands]) => ({
    studentCourseId: nameOf(who),
    classId: 'cls_1',
    studentNo: `S${who}`,
    completionDate: '2022-06-15',
    lines,
    stands,
  }));

const liveOf = (world: World, who: number): DeliverableCertificate | undefined =>
  world.certificates.find(
    ({ number, versions }) => number.startsWith(`S${who}-`) && versions.at(-1)!.kind === 'issued',
  );

const withVersion = (world: World, number: string, version: CertificateVersion): World => ({
  ...world,
  certificates: world.certificates.map((one) =>
    one.number === number ? { ...one, versions: [...one.versions, version] } : one,
  ),
});

const stated = (who: number) => ({ studentNo: `S${who}`, studentCourseId: nameOf(who), lines });

/** Issues, replaces or revokes as the award asks for. */
const certified = (world: World, who: number): World => {
  const live = liveOf(world, who);
  const stands = world.entitlements.get(who) === true;
  if (live && !stands) return withVersion(world, live.number, revoked(live.versions.length + 1));
  if (live || !stands) return world;
  const ordinal = world.certificates.filter(({ number }) => number.startsWith(`S${who}-`)).length + 1;
  const made = { number: `S${who}-${ordinal}`, ordinal, versions: [issued(1, stated(who))] };
  return { ...world, certificates: [...world.certificates, made] };
};

export const batchesIn = ({ events }: World): readonly Batch[] =>
  events.flatMap((event) => (event.type === 'ExportBatchPrepared' ? [event.data] : []));

const decided = (world: World, command: Parameters<typeof feed.decide>[1]): World => {
  const decision = feed.decide(fold(feed, world.events), command);
  return isRejected(decision) ? world : { ...world, events: [...world.events, ...decision.events] };
};

const instant = (n: number): string => `2022-07-0${n}T10:00:00.000Z`;

const receiptFor = (
  world: World,
  step: Extract<Step, { act: 'receipt' }>,
): [batchId: string, LineReceived] | undefined => {
  const batches = batchesIn(world);
  const batch = batches[Math.floor(step.batch * batches.length)];
  const line = batch?.lines[Math.floor(step.line * batch.lines.length)];
  if (!batch || !line) return undefined;
  const { number, lineNo, version } = line;
  const { result } = step;
  const code = result === 'REJECTED' ? { code: 'E301' } : result === 'ACCEPTED_WITH_WARNING' ? { code: 'W104' } : {};
  return [batch.batchId, { number, lineNo, version, result, ...code, receivedAt: instant(step.at) }];
};

/** The next batch, on an approval of both lines. */
export const leaving = ({ events, certificates }: World) =>
  delivered(events, certificates, { ...approval, creditLines: lines });

export const happens = (world: World, step: Step): World => {
  switch (step.act) {
    case 'award':
      return { ...world, entitlements: new Map(world.entitlements).set(step.student, true) };
    case 'takeBack':
      return world.entitlements.has(step.student)
        ? { ...world, entitlements: new Map(world.entitlements).set(step.student, false) }
        : world;
    case 'certify':
      return certified(world, step.student);
    case 'correct': {
      const live = liveOf(world, step.student);
      return live ? withVersion(world, live.number, issued(live.versions.length + 1, stated(step.student))) : world;
    }
    case 'deliver':
      return { ...world, events: leaving(world).events };
    case 'receipt': {
      const found = receiptFor(world, step);
      if (!found) return world;
      const [batchId, receipt] = found;
      return decided(world, { type: 'TakeReceipts', data: { batchId, receipts: [receipt] } });
    }
    case 'refuseFile': {
      const batches = batchesIn(world);
      const batch = batches[Math.floor(step.batch * batches.length)];
      if (!batch) return world;
      const wholeBatch = { code: 'E002' as const, receivedAt: instant(step.at) };
      return decided(world, { type: 'TakeReceipts', data: { batchId: batch.batchId, receipts: [], wholeBatch } });
    }
    case 'requeue': {
      const batches = batchesIn(world);
      const batch = batches[Math.floor(step.batch * batches.length)];
      const line = batch?.lines[Math.floor(step.line * batch.lines.length)];
      if (!batch || !line) return world;
      return decided(world, { type: 'RequeueRecords', data: { batchId: batch.batchId, lines: [line] } });
    }
  }
};

export const worldAfter = (steps: readonly Step[]): World => steps.reduce(happens, emptyWorld);
