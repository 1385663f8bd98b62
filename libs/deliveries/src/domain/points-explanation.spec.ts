import { type Explanation, fold, type Requirement } from '@kull/kernel';
import fc from 'fast-check';
import { entitlementsIn, histories, type Step, type World, worldAfter } from '../../test-model/history';
import { feed } from './feed';
import { explainPoints } from './points-explanation';
import { reconcile } from './reconciliation';

const now = '2022-07-20T10:00:00.000Z';

const ofAward = (...statuses: readonly Requirement['status'][]): Explanation => ({
  outcome: 'ANY',
  requirements: statuses.map((status, i) => ({ code: `R${i}`, status, evidence: [] })),
  warnings: [],
});

const explained = (world: World, student: number, award: Explanation) => {
  const { lines } = reconcile(entitlementsIn(world), world.certificates, fold(feed, world.events), now);
  return explainPoints(
    award,
    lines.filter(({ studentNo }) => studentNo === `S${student}`),
    '2022-07-15',
  );
};

describe('why the points are not there yet', () => {
  it('has exactly one first requirement that blocks, or none and the points are posted', () => {
    const statuses = fc.array(fc.constantFrom<Requirement['status']>('met', 'not_met', 'waiting'), { maxLength: 4 });
    fc.assert(
      fc.property(histories, statuses, (steps, award) => {
        const world = worldAfter(steps);
        for (const student of [1, 2]) {
          const { outcome, blocking, requirements } = explained(world, student, ofAward(...award));
          expect(blocking === undefined).toBe(outcome === 'POSTED');
          const stands = world.entitlements.get(student) === true;
          expect(outcome === 'NOT_AWARDED').toBe(!stands);
          if (!blocking) continue;
          expect(requirements.filter((one) => one === blocking)).toHaveLength(1);
          expect(blocking.status).not.toBe('met');
          const way = requirements.filter(({ code }) => !/^R\d/.test(code) || !stands);
          expect(way.find(({ status }) => status !== 'met')).toBe(blocking);
          if (stands)
            expect(blocking).toMatchObject({
              actor: expect.any(String),
              action: expect.any(String),
              dueAt: expect.any(String),
            });
        }
      }),
      { numRuns: 200 },
    );
  });

  const receipt = (result: 'ACCEPTED' | 'REJECTED' | 'POSTED', line: number) =>
    ({ act: 'receipt', batch: 0, line, result, at: 1 }) as const;
  const award: Step = { act: 'award', student: 1 };
  const sent: readonly Step[] = [award, { act: 'certify', student: 1 }, { act: 'deliver' }];

  it.each<readonly [string | undefined, readonly Step[]]>([
    ['AWARD_RUN_DUE', []],
    ['CERTIFICATE_NOT_ISSUED', [award]],
    ['EXPORT_DUE', sent.slice(0, 2)],
    ['RECEIPT_MISSING', sent],
    ['RECEIPT_MISSING', [...sent, receipt('POSTED', 0)]],
    ['EXPORT_REJECTED', [...sent, receipt('REJECTED', 0)]],
    ['NOT_POSTED', [...sent, receipt('ACCEPTED', 0), receipt('POSTED', 0.5)]],
    [undefined, [...sent, receipt('POSTED', 0), receipt('POSTED', 0.5)]],
    [undefined, [...sent, receipt('POSTED', 0), receipt('POSTED', 0.5), { act: 'correct', student: 1 }]],
  ])('says %s', (code, steps) => expect(explained(worldAfter(steps), 1, ofAward('met')).blocking?.code).toBe(code));

  it('names who posts and by when, also while a correction of what was received has no receipt yet', () => {
    const received = [...sent, receipt('ACCEPTED', 0), receipt('ACCEPTED', 0.5)];
    const steps: readonly Step[] = [...received, { act: 'correct', student: 1 }, { act: 'deliver' }];
    expect(explained(worldAfter(steps), 1, ofAward('met')).blocking).toMatchObject({
      code: 'NOT_POSTED',
      actor: 'ASSOCIATION',
      action: 'POST_POINTS',
      dueAt: expect.any(String),
      evidence: [{ record: 'BATCH', value: 2 }],
    });
  });

  it('names the batch, the code, who acts, what and by when', () => {
    const world = worldAfter([
      { act: 'award', student: 1 },
      { act: 'certify', student: 1 },
      { act: 'deliver' },
      { act: 'receipt', batch: 0, line: 0, result: 'REJECTED', at: 1 },
    ]);
    expect(explained(world, 1, ofAward('met')).blocking).toMatchObject({
      code: 'EXPORT_REJECTED',
      actor: 'COURSE_ADMINISTRATOR',
      action: 'MEND_AND_REQUEUE',
      dueAt: '2022-07-15',
      evidence: [
        { record: 'BATCH', value: 1 },
        { record: 'REJECTED_AS', value: 'E301' },
      ],
    });
  });
});
