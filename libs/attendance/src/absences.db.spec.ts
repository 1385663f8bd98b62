import { Codecs, compareWithRebuild, Database } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { People } from '@kull/people';
import { ClassDirectory } from '@kull/teaching/contracts';
import { createTestApi, type TestApi } from '../../../test/harness/api';
import { type CohortClass, planCohort } from '../../../test/harness/filled-cohort';
import { absenceCodec } from './codec/absence.codec';
import type { AbsenceWithConsequence } from './http/absence.dto';
import { absenceReadModel } from './read-models/absence.v1';

let api: TestApi;
let oslo: CohortClass;
beforeAll(async () => {
  api = await createTestApi();
  await setClock('2027-02-09T09:00:00+01:00');
  [oslo] = (await planCohort(api.app, 'NLP-2026', { classes: 1, students: 3 })) as [CohortClass];
});
afterAll(() => api.close());

const call = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object | Buffer, type?: string) =>
  api.fastify.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      authorization: api.authorization,
      ...(method === 'POST' && { 'idempotency-key': newUuid() }),
      ...(type !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { payload: body }),
  });

const setClock = async (now: string): Promise<void> => {
  const reply = await call('PUT', '/clock', { now });
  expect(reply.statusCode).toBe(200);
};

const report = async (studentNo: string, sessions: readonly string[]): Promise<AbsenceWithConsequence> => {
  const reply = await call('POST', `/classes/${oslo.id}/absences`, { studentNo, sessions, reason: 'ILLNESS' });
  expect(reply.statusCode).toBe(201);
  return reply.json();
};

const pdf = Buffer.from('%PDF-1.7\nLegeerklæring for Kari');
const kept = () =>
  api.app.get(Database).query('select absence_id, sealed from attendance.absence_evidence') as Promise<
    { absence_id: string; sealed: Buffer }[]
  >;

describe('absence told in advance', () => {
  it('is answered with what it means', async () => {
    const [kari] = oslo.students as [string];
    const told = await report(kari, ['G4D1F', 'G4D1E']);
    expect(told).toMatchObject({
      status: 'REPORTED',
      sessionsOver: [],
      evidenceDueOn: '2027-02-23',
      answerDueOn: '2027-02-16',
      consequences: [
        {
          award: 'ectsCredits',
          status: 'SAFE',
          hoursLeftToLose: 36,
          sessionsLeftToLose: 9,
          text: 'Kan være borte 9 halvdager til',
        },
      ],
    });
    expect(told.texts[0]).toBe(
      'Fraværet er meldt. Svar innen 16. februar 2027. Dokumentasjon kan sendes til og med 23. februar 2027.',
    );
    expect(told.texts).toContain('Gyldig fravær senker ikke kravet til oppmøte: timene som mistes, teller ikke.');
    const again = await call('POST', `/classes/${oslo.id}/absences`, {
      studentNo: kari,
      sessions: ['G4D1E'],
      reason: 'CARE',
    });
    expect([again.statusCode, again.json().code]).toEqual([409, 'ABSENCE_ALREADY_REPORTED']);
  });

  it('is taken when the session is over, and says so', async () => {
    const told = await report(oslo.students[1]!, ['G1D1F', 'G5D1F']);
    expect(told.sessionsOver).toEqual(['G1D1F']);
    expect(told.texts).toContain('Meldingen kom etter at G1D1F var over, og er tatt imot likevel.');
  });

  it('is refused for sessions, students and classes that there are not', async () => {
    const codeOf = async (classId: string, studentNo: string, session: string) =>
      (await call('POST', `/classes/${classId}/absences`, { studentNo, sessions: [session], reason: 'OTHER' })).json()
        .code;
    expect(await codeOf(oslo.id, oslo.students[2]!, 'G9D9F')).toBe('UNKNOWN_SESSION');
    expect(await codeOf(oslo.id, 'nobody', 'G4D1F')).toBe('UNKNOWN_STUDENT');
    expect(await codeOf('cls_nowhere', 'nobody', 'G4D1F')).toBe('CLASS_NOT_PLANNED');
    expect((await call('GET', '/absences/abs_nothing')).json().code).toBe('ABSENCE_NOT_REPORTED');
  });
});

describe('evidence', () => {
  it('is kept sealed, read back, replaced, and deleted for good', async () => {
    const { id } = await report(oslo.students[2]!, ['G4D2F']);
    const early = await call('POST', `/absences/${id}/decisions`, { outcome: 'EXCUSED', basis: 'DOCUMENT_ATTACHED' });
    expect([early.statusCode, early.json().code]).toEqual([409, 'EVIDENCE_MISSING']);

    const attached = await call('PUT', `/absences/${id}/evidence`, pdf, 'application/pdf');
    expect(attached.json()).toMatchObject({ evidence: { mediaType: 'application/pdf' } });
    const rows = await kept();
    expect(rows).toHaveLength(1);
    expect(rows[0]!.sealed.includes('Legeerkl')).toBe(false);
    const read = await call('GET', `/absences/${id}/evidence`);
    expect([read.headers['content-type'], read.rawPayload]).toEqual(['application/pdf', pdf]);

    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
    // What it is, not what it was said to be.
    expect((await call('PUT', `/absences/${id}/evidence`, png, 'image/jpeg')).json()).toMatchObject({
      evidence: { mediaType: 'image/png' },
    });
    expect(await kept()).toHaveLength(1);
    expect((await call('GET', `/absences/${id}/evidence`)).rawPayload).toEqual(png);

    const excused = await call('POST', `/absences/${id}/decisions`, {
      outcome: 'EXCUSED',
      basis: 'DOCUMENT_ATTACHED',
    });
    expect(excused.json()).toMatchObject({ status: 'EXCUSED', decision: { basis: 'DOCUMENT_ATTACHED' } });
    expect((await call('DELETE', `/absences/${id}/evidence`)).json()).toMatchObject({
      status: 'EXCUSED',
      evidence: null,
    });
    expect(await kept()).toHaveLength(0);
    expect((await call('GET', `/absences/${id}/evidence`)).statusCode).toBe(404);
  });

  it('is a PDF, a JPEG or a PNG by its own bytes, up to 10 MB, and nothing else', async () => {
    const { id } = await report(oslo.students[2]!, ['G4D3F']);
    const put = (bytes: Buffer, type: string) => call('PUT', `/absences/${id}/evidence`, bytes, type);
    expect((await put(Buffer.from('MZ, said to be a PDF'), 'application/pdf')).json().code).toBe('DOCUMENT_EXPECTED');
    expect((await put(Buffer.from('%PDF-'), 'text/csv')).statusCode).toBe(415);
    expect((await put(Buffer.concat([pdf, Buffer.alloc(10_000_000)]), 'application/pdf')).statusCode).toBe(413);
    expect((await call('POST', `/absences/${id}/withdrawals`, pdf, 'application/pdf')).statusCode).toBe(415);
    expect(await kept()).toHaveLength(0);
  });

  it('is read by nobody once the person is forgotten', async () => {
    const { id } = await report(oslo.students[1]!, ['G4D4F']);
    await call('PUT', `/absences/${id}/evidence`, pdf, 'application/pdf');
    const students = await api.app.get(ClassDirectory).students(oslo.id);
    const { personId } = students.find(({ studentNo }) => studentNo === oslo.students[1])!;
    await api.app.get(People).erase(personId);
    expect((await call('GET', `/absences/${id}/evidence`)).statusCode).toBe(404);
  });
});

describe('a report of absence', () => {
  it('is decided, taken back, and put on record with work in its place', async () => {
    const [kari] = oslo.students as [string];
    const one = await report(kari, ['G5D1F']);
    const refused = await call('POST', `/absences/${one.id}/decisions`, {
      outcome: 'NOT_EXCUSED',
      reason: 'NO_EVIDENCE',
    });
    expect(refused.json().code).toBe('EVIDENCE_STILL_DUE');
    const wrong = await call('POST', `/absences/${one.id}/decisions`, { outcome: 'EXCUSED', reason: 'NO_EVIDENCE' });
    expect(wrong.statusCode).toBe(400);
    const work = await call('POST', `/absences/${one.id}/compensations`, { task: 'ESSAY-5' });
    expect(work.json()).toMatchObject({ compensations: [{ task: 'ESSAY-5', sessions: ['G5D1F'] }] });
    // I-32: it counts no hours.
    expect(work.json().consequences).toMatchObject([{ sessionsLeftToLose: 10 }]);

    const other = await report(kari, ['G5D2F']);
    expect((await call('POST', `/absences/${other.id}/withdrawals`, {})).json()).toMatchObject({ status: 'WITHDRAWN' });
    // Taken back, it stands in nobody's way.
    expect((await report(kari, ['G5D2F'])).status).toBe('REPORTED');
    await setClock('2027-03-01T09:00:00+01:00');
    const late = await call('POST', `/absences/${one.id}/decisions`, { outcome: 'NOT_EXCUSED', reason: 'NO_EVIDENCE' });
    expect(late.json()).toMatchObject({ status: 'NOT_EXCUSED', decision: { reason: 'NO_EVIDENCE' } });
  });

  it('is on the list of its class, by status and page by page', async () => {
    const list = async (query: string) =>
      (await call('GET', `/classes/${oslo.id}/absences?${query}`)).json() as {
        data: { id: string; status: string }[];
        nextCursor: string | null;
      };
    const all = (await list('')).data;
    expect(all.map(({ status }) => status).sort()).toEqual([
      'EXCUSED',
      'NOT_EXCUSED',
      'REPORTED',
      'REPORTED',
      'REPORTED',
      'REPORTED',
      'REPORTED',
      'WITHDRAWN',
    ]);
    expect((await list('status=REPORTED')).data).toEqual(all.filter(({ status }) => status === 'REPORTED'));
    const first = await list('limit=5');
    const rest = await list(`limit=5&cursor=${first.nextCursor}`);
    expect([...first.data, ...rest.data]).toEqual(all);
  });

  it('leaves a read model that equals its rebuild', async () => {
    const owner = await Database.connect({ url: api.databaseUrl });
    try {
      const { live, rebuilt } = await compareWithRebuild(absenceReadModel, new Codecs([absenceCodec]), owner);
      expect([...live]).toEqual([...rebuilt]);
    } finally {
      await owner.close();
    }
  });
});
