import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '@kull/kernel';
import { PlanIntakeClasses } from '@kull/teaching/reactions/plan-intake-classes';
import { createTestApi, type TestApi } from '../harness/api';
import { type Draft, inRooms, type PlanJson, type Planned, type Refusal, weekdays } from './cohort-json';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';

const intake = readFileSync(join(folderNamed('nlp-2026-intake'), 'intake.json'), 'utf8');

let api: TestApi;
let client: CourseClient;
beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  await client.put('/clock', { now: '2026-08-03T10:00:00+02:00' });
});
afterAll(() => api.close());

const openIntake = async (document: string): Promise<void> => {
  const { id } = (await client.post<{ id: string }>('/intakes', JSON.parse(document) as object)).json();
  await api.app.get(PlanIntakeClasses, { strict: false }).handle({ intakeId: id });
};
const draft = async (from: object): Promise<Draft> => {
  const answer = await client.post<Draft>('/cohort-drafts', { from });
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, answer.text.slice(0, 200)]);
  return answer.json();
};
const plan = (document: PlanJson) => client.post<Planned & Refusal>('/cohorts', document);
let national: PlanJson;
let cohortId: string;
let classes: Planned['classes'];

describe('a cohort of an intake', () => {
  it('is drafted with the classes of the intake and a calendar, and nothing is stored', async () => {
    await openIntake(intake);
    const before = await client.events();
    const { plan: document, warnings, clashes } = await draft({ intake: 'NLP-2026' });
    expect([warnings, clashes]).toEqual([[], []]);
    expect(document.classes.map(({ code, gatherings }) => [code, gatherings.length])).toEqual(
      ['OSLO-1', 'OSLO-2', 'OSLO-3', 'TRONDHEIM-1'].map((code) => [code, 6]),
    );
    expect(await client.events()).toBe(before);
    national = inRooms(document);
    expect((await client.post('/cohort-drafts', { from: { intake: 'NLP-1999' } })).status).toBe(404);
  });

  it('is planned from the draft in one step, and again with no change', async () => {
    const first = await plan(national);
    const before = await client.events();
    expect(first.status).toBe(201);
    const { id, classes: made, warnings } = first.json();
    expect(first.headers.location).toBe(`/api/v1/cohorts/${id}`);
    expect(made.map(({ code, status }) => `${code} ${status}`)).toEqual(
      ['OSLO-1', 'OSLO-2', 'OSLO-3', 'TRONDHEIM-1'].map((code) => `${code} planned`),
    );
    expect(warnings).toEqual([]);
    const again = await plan(national);
    expect([again.status, again.json()]).toEqual([200, first.json()]);
    expect(await client.events()).toBe(before);
    [cohortId, classes] = [id, made];
  });

  it('is not planned otherwise under its code', async () => {
    const renamed = { ...national, programme: { ...national.programme, title: 'Noe annet' } };
    expect((await plan(renamed)).json()).toMatchObject({ status: 409, code: 'COHORT_DIFFERS' });
    const [first, ...others] = national.classes as [PlanJson['classes'][0], ...PlanJson['classes']];
    const shortened = { ...national, classes: [{ ...first, gatherings: first.gatherings.slice(1) }, ...others] };
    expect((await plan(shortened)).json()).toMatchObject({ status: 409, code: 'CLASS_DIFFERS' });
    expect((await plan({ ...national, classes: others })).json()).toMatchObject({
      status: 422,
      code: 'CLASSES_MISSING',
      detail: 'Ta med OSLO-1.',
    });
  });

  it('is shown with its classes, their places and gatherings', async () => {
    const { classes: shown, ...cohort } = (await client.get<{ classes: object[] }>(`/cohorts/${cohortId}`)).json();
    expect(cohort).toMatchObject({
      code: 'NLP-2026',
      basis: { kind: 'INTAKE' },
      commissionedPlaces: 216,
      warnings: [],
    });
    expect(shown[0]).toMatchObject({ code: 'OSLO-1', capacity: 54, placesTaken: 0, status: 'planned' });
    expect(shown[0]).toMatchObject({
      gatherings: [
        { number: 1, startsOn: '2026-09-07', endsOn: '2026-09-10', status: 'scheduled', revision: 0 },
        ...Array.from({ length: 5 }, () => ({ status: 'scheduled' })),
      ],
    });
    expect((await client.get('/cohorts')).json()).toMatchObject({
      data: [{ id: cohortId, code: 'NLP-2026', classes: 4, capacity: 216, placesTaken: 0 }],
    });
    expect((await client.get('/cohorts/coh_unknown')).status).toBe(404);
  });

  it('opens its classes one by one, and they are open once', async () => {
    const at = `/classes/${classes[0]!.id}/openings`;
    expect((await client.post(at, {})).json()).toEqual({ id: classes[0]!.id, status: 'open' });
    expect((await client.post(at, {})).status).toBe(200);
  });

  it('has the places that were commissioned, and more when they are raised (I-22)', async () => {
    const at = `/classes/${classes[0]!.id}/capacity-changes`;
    expect((await client.post(at, { capacity: 58 })).json()).toMatchObject({ code: 'COMMISSIONED_PLACES_EXCEEDED' });
    const raised = await client.post(`/cohorts/${cohortId}/commissioned-places`, { places: 220 });
    expect(raised.json()).toEqual({ id: cohortId, commissionedPlaces: 220 });
    expect((await client.post(at, { capacity: 58 })).json()).toMatchObject({ capacity: 58, placesTaken: 0 });
    expect((await client.post(at, { capacity: 59 })).json()).toMatchObject({ code: 'COMMISSIONED_PLACES_EXCEEDED' });
    expect((await client.post(`/cohorts/${cohortId}/commissioned-places`, { places: 216 })).status).toBe(422);
    expect((await plan(national)).status).toBe(200);
  });
});

describe("a cohort like last year's", () => {
  it('is drafted on the same weekdays without a clash, and planned as drafted', async () => {
    const dates = intake
      .replaceAll('NLP-2026', 'NLP-2027')
      .replaceAll(/(\d{4})-(\d{2}-\d{2})"/g, (_, year, rest) => `${addDays(`${year}-${rest}`, 364)}"`);
    await openIntake(dates);
    const { plan: document, clashes } = await draft({ cohort: 'NLP-2026', code: 'NLP-2027' });
    expect(clashes).toEqual([]);
    expect(weekdays(document)).toEqual(weekdays(national));
    expect(document.cohort).toMatchObject({ code: 'NLP-2027', copiedFrom: 'NLP-2026' });
    const answer = await plan({ ...document, cohort: { ...document.cohort, commissionedPlaces: 216 } });
    expect([answer.status, answer.json().code]).toEqual([201, 'NLP-2027']);
  });

  it('is looked over while it is edited: what collides in it and with others, and nothing is stored', async () => {
    const { plan: document, warnings, clashes } = await draft({ cohort: 'NLP-2026', code: 'NLP-2029', weeks: 156 });
    const before = await client.events();
    const look = (plan: PlanJson) => client.post<Draft>('/cohort-checks', plan, '');
    const asDrafted = await look(document);
    expect([asDrafted.status, asDrafted.json()]).toEqual([200, { warnings, clashes }]);

    const edited = JSON.parse(JSON.stringify(document)) as PlanJson;
    const [oslo1, oslo2] = edited.classes;
    oslo2!.gatherings[0]!.sessions = oslo1!.gatherings[0]!.sessions;
    const within = (await look(edited)).json().clashes;
    expect(new Set(within.map((one) => `${one.code} ${one.class} ${one.other?.class}`))).toEqual(
      new Set(['ROOM_TAKEN OSLO-1 OSLO-2', 'TEACHER_TAKEN OSLO-1 OSLO-2']),
    );

    // The first gathering where NLP-2026 has its own: the other class is named by its id, since codes are alike.
    const back = JSON.parse(JSON.stringify(document)) as PlanJson;
    back.classes[0]!.gatherings[0]!.sessions = national.classes[0]!.gatherings[0]!.sessions;
    const across = (await look(back)).json().clashes.filter(({ code }) => code === 'ROOM_TAKEN');
    expect(new Set(across.map(({ other }) => other?.classId))).toEqual(new Set([classes[0]!.id]));
    expect((await look({ ...document, classes: [] })).status).toBe(400);
    expect(await client.events()).toBe(before);
  });

  it('is planned before its intake opens, which then finds its classes there', async () => {
    const { plan: document, clashes } = await draft({ cohort: 'NLP-2026', code: 'NLP-2028', weeks: 104 });
    expect(clashes).toEqual([]);
    const answer = await plan(document);
    expect([answer.status, answer.json().classes?.length]).toEqual([201, 4]);
    const [first] = answer.json().classes!;
    expect((await client.post(`/classes/${first!.id}/openings`, {})).status).toBe(200);
    const dates = intake
      .replaceAll('NLP-2026', 'NLP-2028')
      .replaceAll(/(\d{4})-(\d{2}-\d{2})"/g, (_, year, rest) => `${addDays(`${year}-${rest}`, 728)}"`);
    await openIntake(dates);
    expect((await plan(document)).status).toBe(200);
    const planned = document.classes.map(({ capacity }) => capacity);
    const opened = await Promise.all(
      answer
        .json()
        .classes!.map(async ({ id }) =>
          (await client.get<{ status: string; capacity: number }>(`/classes/${id}`)).json(),
        ),
    );
    expect(opened.map(({ status }) => status)).toEqual(['open', 'planned', 'planned', 'planned']);
    expect(planned).not.toEqual([54, 54, 54, 54]);
    expect(opened.map(({ capacity }) => capacity)).toEqual([54, 54, 54, 54]);
  });
});
