import { Codecs, compareWithRebuild, Database, EventStore } from '@kull/event-store';
import { People } from '@kull/people';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { codeOf, PlannedClasses } from '../../../../test/harness/planned-classes';
import { ClassDirectory } from '../contracts';
import { enrolmentIdOf } from '../domain/ids';
import { teachingParts } from '../teaching.module';

let api: TestApi;
let house: PlannedClasses;
let [a, b, c] = ['', '', ''];

beforeAll(async () => {
  api = await createTestApi();
  house = new PlannedClasses(api);
  await house.moveClock('2026-08-20T08:00:00.000Z');
  a = await house.plan('UNDO-1', { capacity: 4 });
  b = await house.plan('UNDO-2', { capacity: 4, week: 1 });
  c = await house.plan('UNDO-3', { capacity: 4, week: 2 });
  for (const no of ['U1', 'U2', 'U3', 'U4']) expect((await house.enrol(a, no)).status).toBe(201);
});
afterAll(() => api?.close());

const move = (from: string, no: string, to: string, on = '2026-09-02') =>
  house.act(from, no, 'transfers', { to, on }).then(({ status }) => expect(status).toBe(200));
const undo = (from: string, no: string, body: object = {}) => house.act(from, no, 'transfer-undos', body);
const rows = () =>
  api.app.get(EventStore).transaction(async (tx) => ({
    enrolments: await tx.query('select * from enrolment_v2 order by enrolment_id'),
    classes: await tx.query('select * from class_v2 order by class_id'),
  }));
/** All that is asked about the two classes, but for how far the log has come. */
const shown = async () => ({
  rows: await rows(),
  rosters: [await house.roster(a, '?validOn=2026-10-01'), await house.roster(b, '?validOn=2026-10-01')].map(
    ({ students, guests }) => ({ students, guests }),
  ),
  members: [await api.app.get(ClassDirectory).members(a), await api.app.get(ClassDirectory).members(b)],
});
const timelineOf = async (no: string) =>
  (
    await house.client.get<{ data: { type: string; text: { nb: string }; undo: object | null }[] }>(
      `/persons/${no}/timeline`,
    )
  ).json().data;

describe('a student’s move that is undone', () => {
  it('leaves everything as it was, with the reason sealed in the log', async () => {
    const before = await shown();
    await move(a, 'U1', b);
    expect(await shown()).not.toEqual(before);
    expect((await timelineOf('U1')).find(({ type }) => type === 'StudentTransferred')).toMatchObject({
      text: { nb: 'Flyttet til UNDO-2 fra 2. september 2026' },
      undo: { classId: a, studentNo: 'U1' },
    });
    const undone = await undo(a, 'U1', { reason: 'Feil student' });
    expect(undone.json()).toMatchObject({ classId: a, studentNo: 'U1', stays: [{ from: '2026-09-01' }] });
    expect(await shown()).toEqual(before);
    expect((await house.client.get(`/classes/${b}/students/U1`)).status).toBe(404);

    const [left] = (await api.app.get(EventStore).readStream(`enrolment-${enrolmentIdOf(b, 'U1')}`)).slice(-1);
    expect(left).toMatchObject({ type: 'StudentTransferred', data: { restores: 'none', on: '2026-09-02' } });
    expect(JSON.stringify(left)).not.toContain('Feil student');
    const sealed = { sealed: left!.metadata.reason!, purpose: 'StudentTransferred.reason' };
    expect(await api.app.get(People).open([sealed])).toEqual(['Feil student']);
    const told = await timelineOf('U1');
    expect(told[0]).toMatchObject({ text: { nb: 'Flyttingen ble angret: går i UNDO-1 som før' }, undo: null });
    expect(told.every((one) => one.undo === null)).toBe(true);
  });

  it('restores a place from before, in a class that the student had been in', async () => {
    await move(a, 'U2', b);
    await move(b, 'U2', a, '2026-09-03');
    const before = await shown();
    await move(a, 'U2', b, '2026-09-04');
    expect((await undo(a, 'U2')).status).toBe(200);
    expect(await shown()).toEqual(before);
  });

  it('is refused once, and when the student was moved on', async () => {
    expect(codeOf(await undo(a, 'U1'))).toBe('409 NOT_MOVED');
    expect(codeOf(await undo(a, 'nobody'))).toBe('409 NOT_MOVED');
    await move(a, 'U3', b);
    await move(b, 'U3', c, '2026-09-03');
    expect(codeOf(await undo(a, 'U3'))).toBe('409 MOVED_SINCE');
    expect((await undo(b, 'U3')).status).toBe(200);
    expect((await undo(a, 'U3')).status).toBe(200);
  });

  it('is refused when the place is somebody else’s, or a seat as a guest was given up for it', async () => {
    await move(a, 'U4', b);
    expect((await house.enrol(a, 'U5')).status).toBe(201);
    const events = await house.client.events();
    expect(codeOf(await undo(a, 'U4'))).toBe('409 CLASS_FULL');
    expect(await house.client.events()).toBe(events);
    const seat = { studentNo: 'U5', gathering: 1, in: c };
    expect((await house.client.post(`/classes/${a}/make-ups`, seat)).status).toBe(200);
    await move(a, 'U5', c);
    expect(codeOf(await undo(a, 'U5'))).toBe('409 GUEST_SEAT_GIVEN_UP');
  });

  it('is refused once one of the classes has met, and is not offered any more', async () => {
    await house.moveClock('2026-09-07T06:30:00.000Z');
    expect((await timelineOf('U4')).some((one) => one.undo !== null)).toBe(true);
    await house.moveClock('2026-09-07T07:00:00.000Z');
    expect(codeOf(await undo(a, 'U4'))).toBe('409 CLASS_HAS_MET');
    expect((await timelineOf('U4')).every((one) => one.undo === null)).toBe(true);
  });
});

it('the read models are what a rebuild makes of the log', async () => {
  const owner = await Database.connect({ url: api.databaseUrl, poolSize: 2 });
  try {
    for (const model of teachingParts.readModels) {
      const { live, rebuilt } = await compareWithRebuild(model, new Codecs(teachingParts.codecs), owner);
      expect([...live]).toEqual([...rebuilt]);
    }
  } finally {
    await owner.close();
  }
});
