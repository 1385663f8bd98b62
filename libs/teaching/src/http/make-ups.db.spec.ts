import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { codeOf, PlannedClasses } from '../../../../test/harness/planned-classes';
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

describe('make-ups', () => {
  let [home, later, full] = ['', '', ''];
  beforeAll(async () => {
    home = await house.plan('GUEST-1');
    later = await house.plan('GUEST-2', { week: 1 });
    full = await house.plan('GUEST-3', { week: 2, capacity: 1 });
    for (const studentNo of ['G1', 'G2']) await house.enrol(home, studentNo);
    await house.enrol(later, 'G3');
    await house.enrol(full, 'G4');
  });

  const options = async () => {
    const reply = await client.get<{ data: { class: { code: string } }[] }>(
      `/classes/${home}/make-up-options?studentNo=G1&gathering=1`,
    );
    return reply.json().data.filter((one) => one.class.code.startsWith('GUEST'));
  };
  const makeUp = (studentNo: string, inClass: string, gathering = 1) =>
    client.post(`/classes/${home}/make-ups`, { studentNo, gathering, in: inClass });

  it('are offered where the same gathering is to come and has a seat, with why not elsewhere', async () => {
    expect(await options()).toMatchObject([
      {
        class: { code: 'GUEST-2' },
        gathering: { number: 1, startsOn: '2026-09-14', endsOn: '2026-09-16' },
        seatsLeft: 2,
        possible: true,
      },
      {
        class: { code: 'GUEST-3' },
        seatsLeft: 0,
        possible: false,
        whyNot: { code: 'PLACES_TAKEN', text: 'Det er ikke noe ledig sete på samlingen' },
      },
    ]);
  });

  it('are arranged as far as there are seats, and shown as guests', async () => {
    expect((await makeUp('G1', later)).status).toBe(200);
    expect((await makeUp('G1', later)).status).toBe(200);
    expect((await options())[0]).toMatchObject({ seatsLeft: 1, possible: false, arranged: true });
    expect((await makeUp('G2', later)).status).toBe(200);
    expect(codeOf(await house.enrol(later, 'G5'))).toBe('409 CLASS_FULL');
    expect(codeOf(await makeUp('G1', full))).toBe('409 PLACES_TAKEN');
    expect(codeOf(await makeUp('G9', later))).toBe('404 NOT_ENROLLED');
    expect(codeOf(await makeUp('G1', later, 3))).toBe('404 GATHERING_NOT_SCHEDULED');
    const { guests } = await house.roster(later);
    expect(guests).toMatchObject([{ gathering: 1, guests: [{ homeClass: { code: 'GUEST-1' } }, {}] }]);
    expect(new Set(guests[0]!.guests.map(({ studentNo }) => studentNo))).toEqual(new Set(['G1', 'G2']));
  });

  it('are cancelled, and the seat is free', async () => {
    const cancel = () =>
      client.post(`/classes/${home}/make-up-cancellations`, { studentNo: 'G2', gathering: 1, in: later });
    expect((await cancel()).status).toBe(200);
    expect(codeOf(await cancel())).toBe('404 MAKE_UP_NOT_ARRANGED');
    expect((await house.enrol(later, 'G5')).status).toBe(201);
  });

  it('give seats back when the gathering is over', async () => {
    expect(codeOf(await house.enrol(later, 'G6'))).toBe('409 CLASS_FULL');
    await house.moveClock('2026-09-17T08:00:00.000Z');
    expect((await house.enrol(later, 'G6')).status).toBe(201);
    expect(codeOf(await makeUp('G2', later))).toBe('409 GATHERING_BEGUN');
  });

  it('end with the student who stops, or comes as a student', async () => {
    await client.post(`/classes/${later}/students/G6/withdrawals`, { on: '2026-09-17', reasonClass: 'OTHER' });
    expect((await makeUp('G1', later, 2)).status).toBe(200);
    expect((await house.act(home, 'G1', 'transfers', { to: later, on: '2026-09-17' })).status).toBe(200);
    expect((await house.roster(later)).guests.filter(({ gathering }) => gathering === 2)).toEqual([]);
    await client.post(`/classes/${full}/students/G4/withdrawals`, { on: '2026-09-17', reasonClass: 'OTHER' });
    expect((await makeUp('G2', full, 2)).status).toBe(200);
    await house.act(home, 'G2', 'withdrawals', { on: '2026-09-17', reasonClass: 'OTHER' });
    expect((await house.roster(full)).guests).toEqual([]);
    expect((await house.enrol(full, 'G7')).status).toBe(201);
  });
});
