import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, inOslo, localDateInOslo } from '@kull/kernel';
import { PlanIntakeClasses } from '@kull/teaching/reactions/plan-intake-classes';
import { createTestApi, type TestApi } from '../harness/api';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';

interface SessionJson {
  code: string;
  startsAt: string;
  hours: number;
  room?: string;
  teachers?: string[];
}
interface GatheringJson {
  number: number;
  title: string;
  venue: string;
  sessions: SessionJson[];
}
interface PlanJson {
  cohort: { code: string; commissionedPlaces: number };
  programme: { code: string; title: string };
  classes: { code: string; capacity: number; gatherings: GatheringJson[] }[];
}
interface Draft {
  readonly plan: PlanJson;
  readonly warnings: readonly { readonly code: string; readonly class: string }[];
  readonly clashes: readonly { readonly code: string; readonly class: string; readonly message: string }[];
}
interface Planned {
  readonly id: string;
  readonly classes: readonly { readonly id: string; readonly code: string; readonly status: string }[];
  readonly warnings: readonly { readonly code: string }[];
}
interface Refusal {
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly code: string; readonly detail: string }[];
}
interface MoveJson {
  readonly consequences: {
    readonly after: { readonly startsOn: string };
    readonly sessions: readonly { readonly code: string; readonly after: { readonly startsAt: string } }[];
    readonly touched: { readonly students: readonly string[]; readonly teachers: readonly string[] };
    readonly notices: readonly { readonly language: string; readonly recipients: readonly string[] }[];
    readonly calendarFeeds: number;
  } | null;
  readonly refusal?: { readonly code: string } | null;
  readonly version?: number;
}

const intake = readFileSync(join(folderNamed('nlp-2026-intake'), 'intake.json'), 'utf8');
const participants = readFileSync(join(folderNamed('nla-2026-spring'), 'participants.csv'));

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
const weekdays = ({ classes }: PlanJson): readonly string[] =>
  classes.flatMap(({ gatherings }) =>
    gatherings.flatMap(({ sessions }) =>
      sessions.map(({ code, startsAt }) => {
        const { date, time } = inOslo(new Date(startsAt).toISOString());
        return `${code} ${new Date(date).getUTCDay()} ${time}`;
      }),
    ),
  );

/** Gives every class a room and a teacher of its own. */
const inRooms = (document: PlanJson): PlanJson => ({
  ...document,
  classes: document.classes.map((one) => ({
    ...one,
    gatherings: one.gatherings.map((gathering) => ({
      ...gathering,
      sessions: gathering.sessions.map((session) => ({
        ...session,
        room: `ROM-${one.code}`,
        teachers: [`T-${gathering.number}-${one.code}`],
      })),
    })),
  })),
});

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
    expect(cohort).toMatchObject({ code: 'NLP-2026', basis: { kind: 'INTAKE' }, commissionedPlaces: 216 });
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
});

const commission = {
  code: 'BERGEN-2026',
  municipalityCode: '4601',
  commissionedBy: { name: 'Bergen kommune', orgNumber: '964338531' },
  programme: { code: 'NLP-BERGEN', title: 'Lederutdanning for Bergen kommune' },
  ectsCredits: 15,
  class: { code: 'BERGEN-1', site: 'Bergen', capacity: 30, startsOn: '2026-09-07', endsOn: '2027-06-11' },
};

describe('a cohort that a municipality commissioned', () => {
  let bergen: PlanJson;
  let classId: string;

  it('is refused with all clashes at once, and then nothing of it is stored', async () => {
    const { plan: document } = await draft({ commission });
    bergen = inRooms(document);
    const before = await client.events();
    const clashing = JSON.parse(JSON.stringify(bergen).replaceAll('ROM-BERGEN-1', 'ROM-OSLO-1')) as PlanJson;
    const refused = await plan(clashing);
    expect(refused.json()).toMatchObject({ status: 409, code: 'ROOM_TAKEN' });
    const wanted = bergen.classes[0]!.gatherings.flatMap(({ sessions }) => sessions).map(({ startsAt }) =>
      Date.parse(startsAt),
    );
    const taken = new Set(
      national.classes[0]!.gatherings.flatMap(({ sessions }) => sessions).map(({ startsAt }) => Date.parse(startsAt)),
    );
    expect(refused.json().errors).toHaveLength(wanted.filter((at) => taken.has(at)).length);
    expect(refused.json().errors![0]).toEqual({
      code: 'ROOM_TAKEN',
      detail:
        'Samling 1 i BERGEN-1 og samling 1 i OSLO-1 vil ha rommet ROM-OSLO-1 på samme tid: 2026-09-07 kl. 09:00, 1-1F.',
    });
    const short = JSON.parse(JSON.stringify(bergen)) as PlanJson;
    short.classes[0]!.gatherings[2]!.sessions.length = 2;
    expect((await plan(short)).json()).toMatchObject({
      status: 422,
      code: 'GATHERING_LENGTH',
      errors: [{ code: 'GATHERING_LENGTH' }],
    });
    expect(await client.events()).toBe(before);
  });

  it('is planned with its own credits, and has students', async () => {
    const answer = await plan(bergen);
    expect(answer.status).toBe(201);
    classId = answer.json().classes[0]!.id;
    expect((await client.post(`/classes/${classId}/openings`, {})).status).toBe(200);
    const list = await client.post<{ enrolled: number }>(`/classes/${classId}/participant-imports`, participants);
    expect(list.json()).toMatchObject({ enrolled: 30 });
    expect((await client.get(`/classes/${classId}`)).json()).toMatchObject({
      placesTaken: 30,
      course: { ectsCredits: 15 },
      gatherings: [{ number: 1 }, { number: 2 }, { number: 3 }, { number: 4 }, { number: 5 }, { number: 6 }],
    });
  });

  it('shows whom a move touches and what is sent in which language, and then makes that move (W12)', async () => {
    const at = `/classes/${classId}/gatherings/5`;
    const before = await client.events();
    const preview = (await client.post<MoveJson>(`${at}/move-previews`, { days: 14 })).json();
    expect(await client.events()).toBe(before);
    const { refusal, version, ...shown } = preview;
    expect(refusal).toBeNull();
    const { consequences } = preview;
    expect(consequences!.touched).toMatchObject({ guests: [], teachers: ['T-5-BERGEN-1'] });
    expect(consequences!.touched.students).toHaveLength(30);
    expect(consequences!.notices.map(({ language, recipients }) => [language, recipients.length])).toEqual([
      ['nb', 23],
      ['nn', 7],
    ]);
    expect(consequences).toMatchObject({ calendarFeeds: 31, notReached: [] });

    const move = (seen: number) =>
      client.post<MoveJson>(`${at}/moves`, { days: 14 }, undefined, { 'if-match': `"${seen}"` });
    expect((await move(version! - 1)).status).toBe(412);
    const moved = await move(version!);
    expect([moved.status, moved.json()]).toEqual([200, shown]);

    const details = (await client.get<{ course: { sessions: SessionJson[] } }>(`/classes/${classId}`)).json();
    const fifth = details.course.sessions.filter(({ code }) => code.startsWith('5-'));
    expect(fifth.map(({ code, startsAt }) => [code, startsAt])).toEqual(
      consequences!.sessions.map(({ code, after }) => [code, after.startsAt]),
    );
    expect(localDateInOslo(fifth[0]!.startsAt)).toBe(consequences!.after.startsOn);
    expect(inOslo(fifth[0]!.startsAt).time).toBe('09:00:00');
  });

  it('says in the preview why a move would be refused', async () => {
    const previewed = async (number: number, to: object) =>
      (await client.post<MoveJson>(`/classes/${classId}/gatherings/${number}/move-previews`, to)).json();
    expect(await previewed(1, { startsOn: '2026-08-31' })).toMatchObject({
      refusal: { code: 'OUTSIDE_CLASS_PERIOD', detail: 'Samling 1.' },
      consequences: null,
    });
    const gathering = bergen.classes[0]!.gatherings[1]!;
    const { number: _, ...there } = gathering;
    const inOslo1 = { ...there, sessions: there.sessions.map((session) => ({ ...session, room: 'ROM-OSLO-1' })) };
    const clash = await previewed(2, { gathering: inOslo1 });
    expect(clash).toMatchObject({ refusal: { code: 'ROOM_TAKEN' }, consequences: { gathering: 2 } });
    const refused = await client.post<Refusal>(`/classes/${classId}/gatherings/2/moves`, { gathering: inOslo1 });
    expect([refused.status, refused.json().code]).toEqual([409, 'ROOM_TAKEN']);
    expect(refused.json().errors).toHaveLength((clash as unknown as Draft).clashes.length);
    expect(await previewed(2, { days: 0 })).toMatchObject({ refusal: null, consequences: null });
    expect(await previewed(6, { startsOn: '2027-05-03' })).toMatchObject({
      warnings: [{ code: 'PUBLIC_HOLIDAY', on: '2027-05-06' }],
    });
    expect((await client.post(`/classes/${classId}/gatherings/7/move-previews`, { days: 1 })).status).toBe(404);
    expect((await client.post(`/classes/${classId}/gatherings/2/move-previews`, {})).status).toBe(400);
  });

  it('cancels a gathering, and sets it up again', async () => {
    const third = bergen.classes[0]!.gatherings[2]!;
    const cancelled = await client.post(`/classes/${classId}/gatherings/3/cancellations`, {});
    expect(cancelled.json()).toMatchObject({ gathering: { number: 3, status: 'cancelled', revision: 1 } });
    const again = await client.post(`/classes/${classId}/gatherings`, third);
    expect([again.status, again.json()]).toMatchObject([
      201,
      { gathering: { status: 'scheduled', revision: 2 }, warnings: [] },
    ]);
    expect((await client.post(`/classes/${classId}/gatherings`, third)).status).toBe(200);
    const inRoom = { ...third, sessions: third.sessions.map((session) => ({ ...session, room: 'ROM-OSLO-1' })) };
    expect((await client.post(`/classes/${classId}/gatherings`, inRoom)).json()).toMatchObject({
      code: 'GATHERING_DIFFERS',
    });
  });

  it('does not close places that are taken', async () => {
    const at = `/classes/${classId}/capacity-changes`;
    expect((await client.post(at, { capacity: 29 })).json()).toMatchObject({ status: 409, code: 'PLACES_TAKEN' });
    expect((await client.post(at, { capacity: 31 })).json()).toMatchObject({ code: 'COMMISSIONED_PLACES_EXCEEDED' });
  });

  it('moves nothing that has begun', async () => {
    await client.put('/clock', { now: '2026-09-07T10:00:00+02:00' });
    const refused = await client.post<Refusal>(`/classes/${classId}/gatherings/1/moves`, { days: 7 });
    expect(refused.json()).toMatchObject({ status: 409, code: 'GATHERING_BEGUN' });
  });
});
