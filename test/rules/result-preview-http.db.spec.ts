import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassResultsView, ResultsPreviewView } from '../../libs/credits/src/http/class-results.dto';
import { createTestApi, type TestApi } from '../harness/api';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';
import type { Imported } from './course-run';

const spring = folderNamed('nla-2026-spring');
const fileOf = (name: string): Buffer => readFileSync(join(spring, name));

describe('a file of results before it is taken in', () => {
  let api: TestApi;
  let client: CourseClient;
  let at: string;

  const preview = async (file: Buffer, query = ''): Promise<ResultsPreviewView> =>
    (await client.post<ResultsPreviewView>(`${at}/result-previews${query}`, file)).json();
  const results = async (): Promise<ClassResultsView> => (await client.get<ClassResultsView>(`${at}/results`)).json();

  beforeAll(async () => {
    api = await createTestApi();
    client = new CourseClient(api);
    const planned = await client.post<{ id: string }>('/classes', JSON.parse(fileOf('course.json').toString('utf8')));
    at = `/classes/${planned.json().id}`;
    await client.post(`${at}/participant-imports`, fileOf('participants.csv'));
  });
  afterAll(() => api.close());

  it('says of each row what the import would, and stores nothing', async () => {
    const before = await client.events();
    const { counts, rows, withoutResult } = await preview(fileOf('results.csv'));
    expect(await client.events()).toBe(before);
    expect(rows.every(({ row, code, name }) => row > 0 && (code === 'UNKNOWN_STUDENT') === (name === null))).toBe(true);

    const imported = (await client.post<Imported>(`${at}/result-imports`, fileOf('results.csv'))).json();
    expect(counts).toEqual({
      rows: imported.rows,
      taken: imported.taken,
      unchanged: 0,
      rejected: imported.rejected.length,
    });
    const refused = rows.filter(({ outcome }) => outcome === 'REJECTED');
    expect(refused.map(({ row, studentNo, code, message }) => ({ row, studentNo, code, message }))).toEqual(
      imported.rejected,
    );
    const missing = (await results()).data.filter(({ results: [exam] }) => exam!.state === 'MISSING');
    expect(withoutResult.map(({ studentNo }) => studentNo)).toEqual(missing.map(({ studentNo }) => studentNo));
    expect((await preview(fileOf('results.csv'))).counts).toEqual({ ...counts, taken: 0, unchanged: imported.taken });
  });

  it('takes headings as examination systems have them, and what the file leaves out from the address', async () => {
    const [student] = (await results()).data.filter(({ results: [exam] }) => exam!.state === 'MISSING');
    const file = Buffer.from(`Kandidatnummer;Karakter\r\n${student!.studentNo};PASSED\r\nK-118;PASSED\r\n`);
    const bare = await preview(file);
    expect(bare.rows.map(({ code }) => code)).toEqual(['INVALID_GRADER', 'UNKNOWN_STUDENT']);
    const { rows } = await preview(file, '?assessment=EXAM&gradedBy=grader-7');
    expect(rows).toMatchObject([
      {
        outcome: 'TAKEN',
        name: `${student!.familyName}, ${student!.givenNames}`,
        assessment: 'EXAM',
        gradedBy: 'grader-7',
      },
      { outcome: 'REJECTED', code: 'UNKNOWN_STUDENT', name: null, message: 'Studenten er ikke i klassen' },
    ]);
  });

  it('shows who waits for a second person', async () => {
    const [student] = (await results()).data.filter(({ results: [exam] }) => exam!.state === 'MISSING');
    const row = `student_no;assessment;result;graded_by;attested_by;attested_at\r\n${student!.studentNo};EXAM;PASSED;grader-7;;\r\n`;
    await client.post(`${at}/result-imports`, Buffer.from(row));
    const { data } = await results();
    expect(data.find(({ studentNo }) => studentNo === student!.studentNo)?.results).toEqual([
      {
        assessment: 'EXAM',
        state: 'WAITING',
        result: 'PASSED',
        gradedBy: 'grader-7',
        attestedBy: null,
        attestedAt: null,
        isCorrected: false,
      },
    ]);
    const grading = (await client.get<{ assessments: object[] }>(`${at}/grading`)).json();
    expect(grading.assessments).toMatchObject([{ waitingBy: [{ gradedBy: 'grader-7', students: 1 }] }]);
  });

  it('is asked of a class that has a course', async () => {
    const unknown = await client.post('/classes/cls_00000000000000000000000000/result-previews', fileOf('results.csv'));
    expect(unknown.status).toBe(404);
  });
});
