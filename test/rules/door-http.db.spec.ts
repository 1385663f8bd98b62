import { type DoorRoster, decideAtDoor, signedAs } from '@kull/attendance/domain/door-roster';
import { newUuid } from '@kull/kernel';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import decodeQR from 'qr/decode.js';
import { createTestApi, type TestApi } from '../harness/api';
import { type AttendedClass, AttendedCohort } from './attended-cohort';

interface Scanned {
  readonly recorded: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly scans: readonly {
    readonly id: string;
    readonly status: string;
    readonly code?: string;
    readonly class?: string;
    readonly message?: string;
  }[];
}

let api: TestApi;
let cohort: AttendedCohort;
let oslo: AttendedClass;
let trondheim: AttendedClass;
beforeAll(async () => {
  api = await createTestApi();
  cohort = new AttendedCohort(api);
  oslo = await cohort.plan('OSLO-1', 53);
  trondheim = await cohort.plan('TRONDHEIM-1', 4);
  await cohort.at('2026-09-14T06:40:00.000Z');
});
afterAll(() => api.close());

const path = (of: AttendedClass, studentNo: string): string => `/classes/${of.id}/students/${studentNo}/door-code`;
const codeOf = async (of: AttendedClass, studentNo: string): Promise<string> =>
  (await cohort.client.get<{ code: string }>(path(of, studentNo))).json().code;
const keys = async (): Promise<JSONWebKeySet> => (await cohort.client.get<JSONWebKeySet>('/door-keys')).json();
const scanOf = (code: string, session = 'G1-1', observedAt = '2026-09-14T06:45:00Z') => ({
  id: newUuid(),
  session,
  code,
  observedAt,
});
const scan = async (of: AttendedClass, ...scans: readonly object[]): Promise<Scanned> =>
  (await cohort.client.post<Scanned>(`/classes/${of.id}/door-scans`, { device: 'phone-1', scans })).json();
const saidOf = async (of: AttendedClass, code: string) => (await scan(of, scanOf(code))).scans[0]!;
const markedIn = async (of: AttendedClass, session: string) =>
  (
    await cohort.client.get<{ students: { studentNo: string; marks: { source: string; observedBy: string }[] }[] }>(
      `/classes/${of.id}/registers/${session}`,
    )
  )
    .json()
    .students.filter(({ marks }) => marks.length > 0);

describe('the door code of a student', () => {
  const student = (): string => oslo.students[0]!;

  it('is the same every time, and says nothing about anybody', async () => {
    const code = await codeOf(oslo, student());
    expect(await codeOf(oslo, student())).toBe(code);
    const { payload, protectedHeader } = await compactVerify(code, createLocalJWKSet(await keys()));
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: signedAs.code });
    const said = JSON.parse(new TextDecoder().decode(payload));
    expect(said).toEqual({ s: expect.stringMatching(/^dor_[0-9a-z]{26}$/), n: 1 });
  });

  it('is a picture, dark on white, with words for who cannot see it', async () => {
    const { headers, text } = await cohort.client.get(`${path(oslo, student())}.svg`);
    expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(text).toMatch(/role="img" aria-labelledby="t"><title id="t">QR-kode som skannes ved døren<\/title>/);
    expect(readFrom(text)).toBe(await codeOf(oslo, student()));
  });

  it('can be revoked, and is another afterwards', async () => {
    const other = oslo.students[1]!;
    const revoke = () => cohort.client.post(`${path(oslo, other)}-revocations`, { reasonClass: 'LOST' });
    expect((await revoke()).status).toBe(409);
    const before = await codeOf(oslo, other);
    expect((await revoke()).json()).toEqual({ revoked: 1 });
    const after = await codeOf(oslo, other);
    expect(after).not.toBe(before);
    expect(await saidOf(oslo, before)).toMatchObject({ status: 'rejected', code: 'REVOKED_CODE' });
    expect(await saidOf(oslo, after)).toMatchObject({ status: 'recorded' });
  });

  it('belongs to students of the class only', async () =>
    expect((await cohort.client.get(path(oslo, 'S999'))).status).toBe(404));
});

describe('the roster that a device holds', () => {
  const rosterOf = async (of: AttendedClass, gathering: number): Promise<DoorRoster> => {
    const answer = await cohort.client.get<{ roster: string }>(`/classes/${of.id}/door-roster?gathering=${gathering}`);
    const { payload, protectedHeader } = await compactVerify(answer.json().roster, createLocalJWKSet(await keys()));
    expect(protectedHeader.typ).toBe(signedAs.roster);
    return JSON.parse(new TextDecoder().decode(payload));
  };

  it('names its own students and guests, and of the others their class alone', async () => {
    await cohort.makeUp(trondheim.students[0]!, trondheim, oslo, 1);
    const roster = await rosterOf(oslo, 1);
    expect(roster).toMatchObject({ class: { id: oslo.id, code: 'OSLO-1' }, gathering: 1 });
    expect(roster.sessions).toHaveLength(8);
    expect(roster.validUntil).toBe('2026-09-17T15:00:00.000Z');
    expect(roster.expected).toHaveLength(54);
    for (const one of roster.expected) expect(one.name).toMatch(/^\S+ \S+/);
    const guest = roster.expected.find(({ studentNo }) => studentNo === trondheim.students[0]);
    expect(guest).toMatchObject({ classCode: 'TRONDHEIM-1', issue: 1 });
    expect(roster.elsewhere).toHaveLength(3);
    for (const one of roster.elsewhere)
      expect(one).toEqual({ reference: expect.any(String), issue: 1, classCode: 'TRONDHEIM-1' });
  });

  it('is enough to decide alone, and the service decides the same', async () => {
    const roster = await rosterOf(oslo, 1);
    const jwks = await keys();
    const outcomeOf = async (code: string) => (await decideAtDoor(roster, code, jwks)).outcome;
    const [own, guest, other] = await Promise.all([
      codeOf(oslo, oslo.students[5]!),
      codeOf(trondheim, trondheim.students[0]!),
      codeOf(trondheim, trondheim.students[1]!),
    ]);
    expect(await Promise.all([own, guest, other, 'https://example.no'].map(outcomeOf))).toEqual([
      'EXPECTED',
      'EXPECTED',
      'OTHER_CLASS',
      'NOT_A_CODE',
    ]);
    const { scans } = await scan(oslo, ...[own, guest, other, 'https://example.no'].map((code) => scanOf(code)));
    expect(scans.map(({ status, code, class: of }) => [code ?? status, of])).toEqual([
      ['recorded', undefined],
      ['recorded', undefined],
      ['OTHER_CLASS', 'TRONDHEIM-1'],
      ['NOT_A_CODE', undefined],
    ]);
    expect(scans[2]!.message).toBe('Hører til TRONDHEIM-1');
  });

  it('is for a gathering that there is', async () => {
    expect((await cohort.client.get(`/classes/${oslo.id}/door-roster?gathering=9`)).status).toBe(404);
    expect((await cohort.client.get(`/classes/${oslo.id}/door-roster`)).status).toBe(404);
    expect((await cohort.client.get('/classes/cls_none/door-roster?gathering=1')).status).toBe(404);
  });
});

describe('scans at the door', () => {
  it('are taken once however often they are sent, and answered one by one', async () => {
    const codes = await Promise.all(oslo.students.slice(10, 20).map((student) => codeOf(oslo, student)));
    const scans = [...codes.map((code) => scanOf(code, 'G1-2', '2026-09-14T10:30:00Z')), scanOf(codes[0]!, 'G9-9')];
    expect(await scan(oslo, ...scans)).toMatchObject({ recorded: 0, rejected: 11 });
    await cohort.at('2026-09-14T10:40:00.000Z');
    const first = await scan(oslo, ...scans);
    expect(first).toMatchObject({ recorded: 10, unchanged: 0, rejected: 1 });
    expect(first.scans.map(({ id }) => id)).toEqual(scans.map(({ id }) => id));
    expect(first.scans.at(-1)).toMatchObject({ code: 'UNKNOWN_SESSION', message: 'Økten finnes ikke i klassen' });
    expect(await scan(oslo, ...scans.toReversed())).toMatchObject({ recorded: 0, unchanged: 10, rejected: 1 });
    expect(await markedIn(oslo, 'G1-2')).toHaveLength(10);
    await cohort.at('2026-09-14T06:40:00.000Z');
  });

  it('of the day before a transfer belong to the class before, whenever they come in', async () => {
    const student = oslo.students[50]!;
    const code = await codeOf(oslo, student);
    await cohort.transfer(student, oslo, trondheim, '2026-10-01');
    await cohort.at('2026-11-30T12:00:00.000Z');
    expect(await codeOf(trondheim, student)).toBe(code);
    const late = await scan(
      oslo,
      scanOf(code, 'G1-3', '2026-09-15T06:50:00Z'),
      scanOf(code, 'G2-1', '2026-10-19T06:50:00Z'),
    );
    expect(late.scans.map(({ status, code: why, class: of }) => [why ?? status, of])).toEqual([
      ['recorded', undefined],
      ['OTHER_CLASS', 'TRONDHEIM-1'],
    ]);
    expect((await scan(trondheim, scanOf(code, 'G2-1', '2026-10-26T06:50:00Z'))).recorded).toBe(1);
    await cohort.at('2026-09-14T06:40:00.000Z');
  });
});

describe('students who mark themselves', () => {
  const checkIn = (of: AttendedClass, body: object) =>
    cohort.client.post<{ session: string; status: string; code?: string; detail?: string }>(
      `/classes/${of.id}/check-ins`,
      body,
    );

  it('are recorded once each, 54 of them at the same time, and repeating changes nothing', async () => {
    await cohort.at('2026-10-19T06:40:00.000Z');
    const students = oslo.students.filter((student) => student !== oslo.students[50]);
    const codes = new Map<string, string>();
    for (const student of students) codes.set(student, await codeOf(oslo, student));
    for (const guest of [trondheim.students[1]!, trondheim.students[2]!]) {
      await cohort.makeUp(guest, trondheim, oslo, 2);
      codes.set(guest, await codeOf(trondheim, guest));
    }
    const bodies = [...codes.values()].map((code) => ({ id: newUuid(), code }));

    const began = performance.now();
    const answers = await Promise.all(bodies.map((body) => checkIn(oslo, body)));
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(answers).toHaveLength(54);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    for (const answer of answers) expect(answer.json()).toMatchObject({ session: 'G2-1', status: 'recorded' });
    const marked = await markedIn(oslo, 'G2-1');
    expect(marked.map(({ studentNo }) => studentNo)).toEqual([...codes.keys()].sort());
    for (const { studentNo, marks } of marked) expect(marks).toMatchObject([{ source: 'SELF', observedBy: studentNo }]);

    const events = await cohort.client.events();
    await cohort.at('2026-10-19T06:55:00.000Z');
    const again = await Promise.all(
      bodies.flatMap(({ id, code }) => [checkIn(oslo, { id, code }), checkIn(oslo, { id: newUuid(), code })]),
    );
    expect(new Set(again.map((answer) => answer.json().status))).toEqual(new Set(['unchanged']));
    expect(await cohort.client.events()).toBe(events);
  });

  it('can do so while a session is on', async () => {
    const code = await codeOf(oslo, oslo.students[0]!);
    await cohort.at('2026-10-19T05:59:59.000Z');
    expect((await checkIn(oslo, { id: newUuid(), code })).json()).toMatchObject({ code: 'NO_SESSION_NOW' });
    await cohort.at('2026-10-19T10:30:00.000Z');
    const ask = async (session?: string) => (await checkIn(oslo, { id: newUuid(), code, session })).json();
    expect(await ask()).toMatchObject({ session: 'G2-1' });
    expect(await ask('G2-2')).toMatchObject({ session: 'G2-2', status: 'recorded' });
    expect(await ask('G2-3')).toMatchObject({ status: 409, code: 'NO_SESSION_NOW' });
  });

  it('are told where they belong, and what is wrong with their code', async () => {
    const stranger = await codeOf(trondheim, trondheim.students[3]!);
    const body = (code: string) => ({ id: newUuid(), code });
    expect((await checkIn(oslo, body(stranger))).json()).toMatchObject({
      status: 422,
      code: 'OTHER_CLASS',
      detail: 'Hører til TRONDHEIM-1',
    });
    expect((await checkIn(oslo, body('abc'))).json()).toMatchObject({ status: 422, code: 'NOT_A_CODE' });
  });
});

/** What a camera reads of the picture: each dark module is drawn as a square of side 1. */
const readFrom = (svg: string): string => {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]);
  const scale = 4;
  const width = side * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  const drawing = /<g fill="#000"[^>]*><path d="([^"]+)"/.exec(svg)![1]!;
  let [x, y] = [0, 0];
  for (const [, kind, dx, dy] of drawing.matchAll(/([Mm])(-?\d+)[ ,]?(-?\d+)h1v1[hH]-?\d+[Zz]/g)) {
    x = kind === 'M' ? Number(dx) : x + Number(dx);
    y = kind === 'M' ? Number(dy) : y + Number(dy);
    for (let j = 0; j < scale; j++)
      for (let i = 0; i < scale; i++)
        data.fill(0, ((y * scale + j) * width + x * scale + i) * 4, ((y * scale + j) * width + x * scale + i) * 4 + 3);
  }
  return decodeQR({ width, height: width, data });
};
