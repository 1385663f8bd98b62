import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inOslo, localDateInOslo } from '@kull/kernel';
import type { CallOffConsequences } from '../../libs/teaching/src/domain/call-off-consequences';
import type { SessionChangePreviewView } from '../../libs/teaching/src/http/session-change-view';
import type { SetUpPreviewView } from '../../libs/teaching/src/http/set-up-view';
import { createTestApi, type TestApi } from '../harness/api';
import {
  type Draft,
  inRooms,
  type MoveJson,
  type PlanJson,
  type Planned,
  type Refusal,
  type SessionJson,
} from './cohort-json';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';

const participants = readFileSync(join(folderNamed('nla-2026-spring'), 'participants.csv'));

let api: TestApi;
let client: CourseClient;
beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  await client.put('/clock', { now: '2026-08-03T10:00:00+02:00' });
});
afterAll(() => api.close());

const plan = (document: PlanJson) => client.post<Planned & Refusal>('/cohorts', document);

/** The draft of a cohort that a municipality commissioned, each class in a room of its own. */
const draftFor = async (name: 'BERGEN' | 'OSLO', site: string): Promise<PlanJson> => {
  const commission = {
    code: `${name}-2026`,
    municipalityCode: '4601',
    commissionedBy: { name: 'Bergen kommune', orgNumber: '964338531' },
    programme: { code: `NLP-${name}`, title: 'Lederutdanning for kommunens egne' },
    ectsCredits: 15,
    class: { code: `${name}-1`, site, capacity: 30, startsOn: '2026-09-07', endsOn: '2027-06-11' },
  };
  return inRooms((await client.post<Draft>('/cohort-drafts', { from: { commission } })).json().plan);
};

describe('a cohort that a municipality commissioned', () => {
  let oslo: PlanJson;
  let bergen: PlanJson;
  let classId: string;

  it('is refused with all clashes at once, and then nothing of it is stored', async () => {
    [oslo, bergen] = [await draftFor('OSLO', 'Oslo'), await draftFor('BERGEN', 'Bergen')];
    expect((await plan(oslo)).status).toBe(201);
    const before = await client.events();
    const clashing = JSON.parse(JSON.stringify(bergen).replaceAll('ROM-BERGEN-1', 'ROM-OSLO-1')) as PlanJson;
    const refused = await plan(clashing);
    expect(refused.json()).toMatchObject({ status: 409, code: 'ROOM_TAKEN' });
    const wanted = bergen.classes[0]!.gatherings.flatMap(({ sessions }) => sessions).map(({ startsAt }) =>
      Date.parse(startsAt),
    );
    const taken = new Set(
      oslo.classes[0]!.gatherings.flatMap(({ sessions }) => sessions).map(({ startsAt }) => Date.parse(startsAt)),
    );
    expect(refused.json().errors).toHaveLength(wanted.filter((at) => taken.has(at)).length);
    expect(refused.json().errors![0]).toEqual({
      code: 'ROOM_TAKEN',
      detail:
        'Samling 1 i BERGEN-1 (1-1F, mandag 7. september 2026 kl. 09:00): Rommet ROM-OSLO-1 er tatt av samling 1 i OSLO-1 på samme tid.',
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

  const calendar = async (): Promise<readonly string[]> => {
    const { url } = (await client.post<{ url: string }>(`/classes/${classId}/calendar-feeds`, {})).json();
    const { body } = await api.app.inject({ method: 'GET', url: new URL(url).pathname });
    return body.split('BEGIN:VEVENT').slice(1);
  };

  it('shows whom calling off touches and what attendance is measured against, and then calls off', async () => {
    const at = `/classes/${classId}/gatherings/3`;
    const before = await client.events();
    const { refusal, version, consequences } = (
      await client.post<MoveJson & { consequences: object }>(`${at}/cancellation-previews`, {})
    ).json();
    expect([refusal, await client.events()]).toEqual([null, before]);
    expect(consequences).toMatchObject({
      touched: { guests: [], teachers: ['T-3-BERGEN-1'] },
      notices: [
        { kind: 'GATHERING_CANCELLED', language: 'nb' },
        { kind: 'GATHERING_CANCELLED', language: 'nn' },
      ],
      gatherings: { left: 5, of: 6 },
      calendarFeeds: 31,
    });
    const { hours, sessions } = (consequences as unknown as CallOffConsequences).attendance;
    expect(hours.before - hours.after).toBe(4 * (sessions.before - sessions.after));
    expect((await client.post(`${at}/cancellations`, {})).status).toBe(400);
    const callOff = (seen: number) =>
      client.post(`${at}/cancellations`, { reasonClass: 'TEACHER_AWAY' }, undefined, { 'if-match': `"${seen}"` });
    expect((await callOff(version! - 1)).status).toBe(412);
    const cancelled = (await callOff(version!)).json();
    expect(cancelled).toEqual({
      gathering: expect.objectContaining({ number: 3, status: 'cancelled', revision: 1 }),
      consequences,
    });
    const third = (await calendar()).filter((entry) => entry.includes('SUMMARY:Avlyst: Samling 3'));
    expect(third).toHaveLength(sessions.before - sessions.after);
    expect(third.every((entry) => entry.includes('STATUS:CANCELLED'))).toBe(true);
    expect((await client.post<MoveJson>(`${at}/cancellation-previews`, {})).json()).toMatchObject({
      refusal: { code: 'GATHERING_NOT_SCHEDULED' },
      consequences: null,
    });
  });

  it('shows whom setting up again touches, or why it would be refused, and stores nothing', async () => {
    const before = await client.events();
    const previewed = (to: object, number = 3) =>
      client.post<SetUpPreviewView>(`/classes/${classId}/gatherings/${number}/set-up-previews`, to);
    const preview = (await previewed({ days: 0 })).json();
    expect(preview.gathering).toEqual(bergen.classes[0]!.gatherings[2]!);
    expect(preview).toMatchObject({
      refusal: null,
      consequences: {
        touched: { guests: [], teachers: ['T-3-BERGEN-1'] },
        notices: [
          { kind: 'GATHERING_SET_UP', language: 'nb' },
          { kind: 'GATHERING_SET_UP', language: 'nn' },
        ],
        reminders: [{ daysBefore: 14 }, { daysBefore: 2 }],
        gatherings: { left: 6, of: 6 },
        calendarFeeds: 31,
      },
    });
    const { hours, sessions } = preview.consequences!.attendance;
    expect(hours.after - hours.before).toBe(4 * (sessions.after - sessions.before));
    expect((await previewed({ startsOn: '2026-08-02' })).json()).toMatchObject({
      refusal: { code: 'IN_THE_PAST' },
      consequences: null,
    });
    const { number: _, ...there } = bergen.classes[0]!.gatherings[2]!;
    const inRoom = { ...there, sessions: there.sessions.map((session) => ({ ...session, room: 'ROM-OSLO-1' })) };
    expect((await previewed({ gathering: inRoom })).json()).toMatchObject({ refusal: { code: 'ROOM_TAKEN' } });
    expect((await previewed({ days: 0 }, 2)).json()).toMatchObject({ refusal: null, consequences: null });
    expect((await previewed({ days: 7 }, 2)).json()).toMatchObject({ refusal: { code: 'GATHERING_DIFFERS' } });
    expect((await previewed({ days: 0 }, 9)).status).toBe(404);
    expect(await client.events()).toBe(before);
  });

  it('sets a gathering that was called off up again', async () => {
    const third = bergen.classes[0]!.gatherings[2]!;
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

  it('adds, moves and calls off one session alone, after showing what that does', async () => {
    const at = `/classes/${classId}/gatherings/4`;
    const preview = async (change: object) =>
      (await client.post<SessionChangePreviewView>(`${at}/session-change-previews`, { change })).json();
    const [morning, afternoon] = bergen.classes[0]!.gatherings[3]!.sessions as [SessionJson, SessionJson];
    const callOff = { callOff: { code: afternoon.code, reasonClass: 'ROOM_UNAVAILABLE' } };
    const { refusal, version, ...shown } = await preview(callOff);
    expect([refusal, shown.consequences!.calledOff.map(({ code }) => code)]).toEqual([null, [afternoon.code]]);
    const { hours } = shown.consequences!.attendance;
    expect(hours.before - hours.after).toBe(4);
    const made = await client.post(`${at}/session-changes`, { change: callOff }, undefined, {
      'if-match': `"${version}"`,
    });
    expect([made.status, made.json()]).toEqual([200, shown]);
    const gone = (await calendar()).filter((entry) => entry.includes('STATUS:CANCELLED'));
    expect(gone.map((entry) => entry.includes('samling 4, dag 1') || entry.includes('Samling 4'))).toEqual([true]);

    const { code: _, ...session } = { ...afternoon, title: 'Ekstra', room: 'ROM-OSLO-1' };
    expect(await preview({ add: { ...session, startsAt: morning.startsAt } })).toMatchObject({
      refusal: { code: 'SESSIONS_OVERLAP' },
      consequences: null,
    });
    const taken = await client.post<Refusal>(`${at}/session-changes`, { change: { add: session } });
    expect([taken.json().code, taken.json().errors!.length]).toEqual(['ROOM_TAKEN', 1]);
    const inOwnRoom = { ...session, room: 'ROM-BERGEN-1' };
    const added = await client.post(`${at}/session-changes`, { change: { add: inOwnRoom } });
    expect(added.json()).toMatchObject({ consequences: { added: [{ code: afternoon.code }] } });
    const later = new Date(Date.parse(afternoon.startsAt) + 3_600_000).toISOString();
    const moved = await client.post(`${at}/session-changes`, {
      change: { move: { code: afternoon.code, startsAt: later, room: 'ROM-BERGEN-1' } },
    });
    expect(moved.json()).toMatchObject({
      consequences: { sessions: [{ code: afternoon.code, after: { startsAt: later, room: 'ROM-BERGEN-1' } }] },
    });
    expect(await preview({ move: { code: 'X', startsAt: later } })).toMatchObject({
      refusal: { code: 'SESSION_UNKNOWN' },
    });
    expect((await client.post(`${at}/session-changes`, { change: {} })).status).toBe(400);
  });

  it('changes no session whose doors are open, and says what to do', async () => {
    const sixth = bergen.classes[0]!.gatherings[5]!.sessions[0]!;
    await client.put('/clock', { now: new Date(Date.parse(sixth.startsAt) - 1_800_000).toISOString() });
    const refused = await client.post<Refusal>(`/classes/${classId}/gatherings/6/session-changes`, {
      change: { callOff: { code: sixth.code, reasonClass: 'OTHER' } },
    });
    expect(refused.json()).toMatchObject({
      status: 409,
      code: 'SESSION_BEGUN',
      detail: 'Oppmøtet er åpnet en time før den begynner. Rett heller oppmøtet til dem det gjelder.',
    });
    await client.put('/clock', { now: '2026-08-03T10:00:00+02:00' });
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
