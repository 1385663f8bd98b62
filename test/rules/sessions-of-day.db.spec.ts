import { createTestApi, type TestApi } from '../harness/api';
import { AttendedCohort, markOf } from './attended-cohort';

let api: TestApi;
let cohort: AttendedCohort;
beforeAll(async () => {
  api = await createTestApi();
  cohort = new AttendedCohort(api);
});
afterAll(() => api.close());

const asked = async (query = '') => (await cohort.client.get<object>(`/sessions${query}`)).json();

describe('the sessions of a day', () => {
  it('are those of every open class, with how their registers stand; then the next day that has any', async () => {
    const oslo = await cohort.plan('OSLO-1', 3);
    await cohort.plan('OSLO-2', 2);
    await cohort.at('2026-09-14T08:00:00.000Z');
    const marks = [markOf('G1-1', oslo.students[0]!, '2026-09-14T08:40:00+02:00')];
    expect((await cohort.client.post(`/classes/${oslo.id}/mark-batches`, { device: 'phone-1', marks })).status).toBe(
      200,
    );
    expect(await asked()).toMatchObject({
      now: expect.stringMatching(/^2026-09-14T08:00:/),
      on: '2026-09-14',
      nextOn: '2026-09-15',
      data: [
        {
          class: { id: oslo.id, code: 'OSLO-1' },
          session: 'G1-1',
          endsAt: '2026-09-14T11:00:00.000Z',
          status: 'open',
          expected: 3,
          present: 1,
          unmarked: 2,
        },
        { class: { code: 'OSLO-1' }, session: 'G1-2', status: 'unopened', expected: 3, unmarked: 3 },
      ],
    });
    expect(await asked('?on=2026-09-18')).toMatchObject({ nextOn: '2026-09-21', data: [] });
    expect(await asked('?on=2026-09-21')).toMatchObject({ data: [{ class: { code: 'OSLO-2' } }, { session: 'G1-2' }] });
    expect(await asked('?on=2027-12-01')).toMatchObject({ nextOn: null, data: [] });
  });

  it('asks for a day', async () => expect((await cohort.client.get('/sessions?on=today')).status).toBe(400));
});
