import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { PlannedClasses } from '../../../../test/harness/planned-classes';
import type { CourseClient } from '../../../../test/rules/course-client';

let api: TestApi;
let house: PlannedClasses;
let client: CourseClient;
beforeAll(async () => {
  api = await createTestApi();
  house = new PlannedClasses(api);
  client = house.client;
  await house.moveClock('2026-08-20T08:00:00.000Z');
});
afterAll(() => api.close());

describe('rebalancing', () => {
  it('is proposed with reasons, writes nothing, and is done by transfers', async () => {
    const cohort = 'NLP-2027';
    const [a, b] = [
      await house.plan('EVEN-1', { capacity: 6, intake: cohort }),
      await house.plan('EVEN-2', { capacity: 6, intake: cohort }),
    ];
    await house.plan('EVEN-3', { capacity: 6, intake: cohort, site: 'Trondheim' });
    for (let i = 1; i <= 6; i++) await house.enrol(a, `R${i}`, i === 4 ? '2026-10-05' : undefined);
    await house.act(a, 'R6', 'leaves', { from: '2026-09-20', reasonClass: 'ILLNESS' });
    const before = await client.events();
    const propose = async (body: object) =>
      (
        await client.post<{
          moves: number;
          proposals: { site?: string; why: string; moves: { studentNo: string; to: { id: string }; why: string }[] }[];
        }>('/rebalancing-proposals', { intake: cohort, ...body })
      ).json();
    const proposal = await propose({});
    expect(proposal).toMatchObject({
      intake: cohort,
      moves: 3,
      proposals: [
        {
          site: 'Oslo',
          classes: [
            { code: 'EVEN-1', before: 6, after: 3 },
            { code: 'EVEN-2', before: 0, after: 3 },
          ],
          why: expect.stringContaining('EVEN-1 har 3 mer enn 3: 3 flyttinger til sammen'),
          moves: [
            { studentNo: 'R4', why: expect.stringContaining('fra 5. oktober 2026') },
            { studentNo: 'R1' },
            { studentNo: 'R2' },
          ],
        },
        { site: 'Trondheim', moves: [] },
      ],
    });
    expect((await propose({ acrossSites: true })).moves).toBe(4);
    expect(await client.events()).toBe(before);
    for (const { studentNo, to } of proposal.proposals[0]!.moves)
      expect((await house.act(a, studentNo, 'transfers', { to: to.id, on: '2026-10-06' })).status).toBe(200);
    expect((await propose({})).moves).toBe(0);
    expect(Object.values((await house.roster(b, '?validOn=2026-10-06')).students)).toHaveLength(3);
  });
});
