import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database } from '@kull/event-store';
import { createTestApi, type TestApi } from '../harness/api';
import { settleCertificates } from '../harness/settled-certificates';
import { CourseClient } from '../rules/course-client';
import { folderNamed } from '../rules/course-folder';
import { runCourseFolder } from '../rules/course-run';

const run = promisify(execFile);

/** Ten operations whose parameters reach a statement: filters, pages, points in time, keys in the path (`*`), a public form. */
const addresses = (classId: string, studentNo: string, certificateNo: string): readonly string[] => [
  '/api/v1/events/latest?before=20&subject=class&limit=5',
  '/api/v1/reads?person=per_1&reader=mli&limit=5',
  `/api/v1/reconciliation?classId=${classId}`,
  `/api/v1/certificates?class=${classId}&limit=5`,
  `/api/v1/attendance-risk?class=${classId}&status=all`,
  `/api/v1/classes/${classId}/roster?knownAt=${new Date().toISOString()}&validOn=2026-04-01`,
  `/api/v1/exports?class=${classId}&after=1&limit=5`,
  `/api/v1/reminders?state=PLANNED&subject=GATHERING&recipient=per_1&class=${classId}`,
  `/api/v1/persons/${studentNo}*/timeline`,
  `/v/check?no=${certificateNo}&version=1`,
];

/** An operation as nobody should write one: without it nobody knows whether the program finds anything. */
const openToInjection = (database: Database): Server =>
  createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').searchParams.get('name') ?? '';
    database.query(`select '1' as found where 'kari' = '${name}'`).then(
      (rows) => response.end(rows?.length > 0 ? 'There is somebody of that name.' : 'There is nobody.'),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });

let api: TestApi;
let open: Server;
let openDatabase: Database;
let folder: string;
let targets: readonly string[];
let openTarget: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kull-sqlmap-'));
  api = await createTestApi();
  const client = new CourseClient(api);
  const { id, awards } = await runCourseFolder(client, folderNamed('nla-2026-spring'));
  const [, first = ''] = awards.split('\r\n');
  await settleCertificates(api, id);
  const issued = await client.get<{ data: { certificateNo: string }[] }>(`/certificates?class=${id}`);
  await api.app.listen(0, '127.0.0.1');
  const origin = await api.app.getUrl();
  targets = addresses(id, first.split(';')[0]!, issued.json().data[0]!.certificateNo).map(
    (address) => `${origin}${address}`,
  );
  openDatabase = await Database.connect({ url: api.databaseUrl });
  open = openToInjection(openDatabase);
  await new Promise<void>((go) => open.listen(0, '127.0.0.1', go));
  openTarget = `http://127.0.0.1:${(open.address() as AddressInfo).port}/?name=kari`;
}, 300_000);
afterAll(async () => {
  open?.close();
  await openDatabase?.close();
  await api?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What sqlmap found, by address, and what it said. */
const attack = async (among: readonly string[]) => {
  const list = join(folder, 'targets.txt');
  const output = mkdtempSync(join(folder, 'out-'));
  writeFileSync(list, among.join('\n'));
  const running = run(
    'sqlmap',
    [
      ...['-m', list, '--batch', '--dbms=PostgreSQL', '--technique=BEUST', '--time-sec=1', '--disable-coloring'],
      ...['--ignore-code=400,401,403,404,409,422,429', '--flush-session', '--output-dir', output],
      ...['--headers', `Authorization: ${api.authorization}`],
    ],
    { maxBuffer: 64 * 1024 * 1024, timeout: 900_000 },
  );
  // What comes on its standard input it takes for more addresses, and waits.
  running.child.stdin?.end();
  const { stdout } = await running;
  const results = readdirSync(output).filter((name) => /^results-.*\.csv$/.test(name));
  const rows = results.flatMap((name) => readFileSync(join(output, name), 'utf8').trim().split('\n').slice(1));
  // `Target URL,Place,Parameter,Technique(s),Note(s)`: of addresses where nothing was found, only the first.
  return { stdout, found: rows.filter((row) => row.split(',')[1] !== '') };
};

it('finds nothing where parameters reach a statement (S03)', async () => {
  // What is refused at the door says nothing of what is behind it.
  const headers = { authorization: api.authorization };
  const answers = targets.map(async (target) => [target, (await fetch(target.replace('*', ''), { headers })).status]);
  expect(await Promise.all(answers)).toEqual(targets.map((target) => [target, 200]));
  const { stdout, found } = await attack(targets);
  expect(found).toEqual([]);
  // It has really tried each of them, and come to an end with each.
  for (const target of targets) expect(stdout).toContain(`testing URL '${target}'`);
  expect(stdout.match(/all tested parameters do not appear to be injectable/g)).toHaveLength(targets.length);
}, 960_000);

it('finds what is open', async () => {
  const { found } = await attack([openTarget]);
  expect(found).toEqual([expect.stringContaining(openTarget)]);
}, 960_000);
