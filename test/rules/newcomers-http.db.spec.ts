import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createTestApi, type TestApi } from '../harness/api';
import { OpenIntakeForms } from '../harness/open-intake';
import { type StoryLoginProcess, startStoryLogin } from '../harness/story-login';
import { Visitor } from '../harness/visitor';

const KULL = 'http://localhost:3997';

const newcomers = [
  {
    id: 'nora',
    name: 'Nora',
    tells: '',
    login: 'id-porten',
    loginName: '15877510007',
    acr: 'idporten-loa-high',
    givenNames: 'Nora',
    familyName: 'Nygård',
  },
  { id: 'nameless', name: '?', tells: '', login: 'id-porten', loginName: '15877510198', acr: 'idporten-loa-high' },
  { id: 'no-id', name: '?', tells: '', login: 'id-porten', loginName: '15877510199', acr: 'idporten-loa-high' },
];

let story: StoryLoginProcess;
let api: TestApi;
let db: Client;

beforeAll(async () => {
  story = await startStoryLogin(KULL, newcomers);
  api = await createTestApi(undefined, { KULL_LOGINS: story.file, KULL_BASE_URL: KULL });
  db = new Client({ connectionString: api.databaseUrl });
  await db.connect();
}, 60_000);

afterAll(async () => {
  await db?.end();
  await api?.close();
  await story?.close();
});

const visitor = (): Visitor => new Visitor(api.fastify, KULL);
const refusalAt = (url: string): string | null => new URL(url).searchParams.get('feil');

describe('somebody who was never here', () => {
  const persons = async (): Promise<number> =>
    Number((await db.query('select count(*) from people.person')).rows[0].count);

  it('is turned away while there is nothing to apply to, and nothing is kept of them', async () => {
    const before = await persons();
    expect(refusalAt((await visitor().logIn('id-porten', 'nora')).url)).toBe('UNKNOWN');
    expect(await persons()).toBe(before);
  });

  it('comes in while an intake is open, by the name that the log-in gives, and is the same person ever after', async () => {
    const intake = new OpenIntakeForms(api);
    await intake.open();
    const before = await persons();
    const nora = visitor();
    const there = await nora.logIn('id-porten', 'nora', '/soknad');
    expect([there.status, new URL(there.url).pathname]).toEqual([200, '/soknad']);
    expect(there.body).toContain('Nora Nygård');
    const form = await nora.visit('/soknad/NLP-2026/om-deg');
    expect(form.body).toContain('15. juli 1975');
    expect(form.body).not.toContain('name="family_name"');
    expect(form.body).not.toContain('15877510007');
    await visitor().logIn('id-porten', 'nora', '/soknad');
    expect(await persons()).toBe(before + 1);
  });

  it('is asked for a name where the log-in gives none, and is not let in without a national id', async () => {
    const nameless = visitor();
    expect((await nameless.logIn('id-porten', 'nameless', '/')).body).toContain('href="/soknad"');
    const path = '/soknad/NLP-2026/om-deg';
    expect((await nameless.visit(path)).body).toContain('name="family_name"');
    const about = { email: 'o@example.no', language: 'nb', given_names: 'Ola', family_name: 'Ny' };
    const saved = await nameless.ask(path, { method: 'POST', form: about });
    expect(saved.status).toBe(303);
    expect((await nameless.visit('/soknad')).body).toContain('Ola Ny');
    expect(refusalAt((await visitor().logIn('id-porten', 'no-id')).url)).toBe('UNKNOWN');
  });
});
