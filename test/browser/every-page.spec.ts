import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { pages } from '../access/pages';
import { type World, worldIn } from '../access/world';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount, loggedInPerson } from '../harness/logged-in';
import { CourseClient } from '../rules/course-client';
import { keepPicture, overflows, violations, visit } from './visiting';

/** Every width, theme and language, each of them twice or more. */
const looks = [
  { width: 360, colorScheme: 'light', lang: 'nb' },
  { width: 1280, colorScheme: 'dark', lang: 'nn' },
  { width: 360, colorScheme: 'dark', lang: 'en' },
  { width: 1280, colorScheme: 'light', lang: 'en' },
] as const;

/** What is visited, as whom: `pattern address`; `404` where nothing is there in this world. The pattern is the router's. */
interface Stop {
  readonly pattern: string;
  readonly address: string;
  readonly status: number;
}

const stop = (pattern: string, values: Readonly<Record<string, string>> = {}, status = 200): Stop => ({
  pattern,
  address: pattern.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name]!)),
  status,
});

/** Pages that are no pages, or that only lead on: of each, where it is looked at, or why not. */
const otherwise: Readonly<Record<string, string>> = {
  '/mine-poeng/frister.ics': 'a file',
  '/fravaer/:id': 'student-attendance.spec',
  '/kursbevis/:no/pdf': 'a file',
  '/kursbevis/:no/open-badge': 'a file',
  '/min-profil/innsyn.csv': 'a file',
  '/min-profil/innsyn.xlsx': 'a file',
  '/min-profil/mine-data.json': 'a file',
  '/soknad/:intake': 'application-form.spec',
  '/soknad/:intake/vedlegg': 'application-form.spec',
  '/soknad/:intake/vedlegg/:document': 'a file',
  '/soknad/:intake/:part': 'application-form.spec',
  '/vis-som/:person': 'roles.spec',
  '/levering/alle.csv': 'a file',
  '/levering/alle.xlsx': 'a file',
  '/oppmote/app.webmanifest': 'a file',
  '/oppmote/sw.js': 'a file',
  '/min-qr/sw.js': 'a file',
  '/vedtak/:token/:ticket': 'decision.spec',
  '/vedtak/:token/brev/:letter': 'a file',
  '/vedtak/:token/:ticket/brev/:letter': 'a file',
  '/tilbud/:token/:ticket': 'offer.spec',
  '/tilbud/:token/brev': 'a file',
  '/tilbud/:token/:ticket/brev': 'a file',
  '/assets/:file': 'a file',
  '/assets/app/:file': 'a file',
  '/assets/stil/:file': 'a file',
  '/health/live': 'for machines',
  '/health/ready': 'for machines',
  '/health/startup': 'for machines',
  '/utboks': 'outbox.spec',
  '/utboks/:id': 'outbox.spec',
  '/utboks/:id/html': 'outbox.spec',
  '/personer': 'no screen of its own: the palette',
  '/leveringer/utkast/:id': 'deliveries-office.spec',
  '/v/style.css': 'a file',
  '/v/check.js': 'a file',
  '/v/check': 'leads on',
  '/b/:token/:ticket': 'student-papers.spec',
  '/b/:token/:ticket/:file': 'a file',
  '/status/certificates/:list': 'for machines',
  '/.well-known/oauth-authorization-server': 'for machines',
  '/.well-known/kull-keys.json': 'for machines',
  '/.well-known/did.json': 'for machines',
  '/calendar/:token.ics': 'a file',
  '/logg-inn/:login': 'leads on',
  '/logg-inn/:login/svar': 'leads on',
  '/logg-inn/:login/ut': 'leads on',
};

let api: TestApi;
let world: World;
let browser: Browser;
let origin: string;
const cookies = new Map<string, string>();
let stops: Readonly<Record<string, readonly Stop[]>>;

beforeAll(async () => {
  api = await createTestApi(undefined, { KULL_WEBHOOKS_TO_PRIVATE: 'yes' });
  world = await worldIn(api);
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
  const client = new CourseClient(api);
  const { things } = world;
  const [classX, personX] = [things.class.X!, things.person.X!];
  cookies.set('student of X', await loggedInPerson(api, personX.id));
  cookies.set('student A', await loggedInPerson(api, world.persons.A));
  cookies.set('administrator', await loggedInAccount(api, 'adm', { role: 'administrator' }));
  cookies.set('assessor', await loggedInAccount(api, 'ass', { role: 'assessor' }));
  cookies.set('association, desk', await loggedInAccount(api, 'dsk', { role: 'association', orgNumber: '960474341' }));
  const { cohort, code } = (await client.get<{ cohort: string; code: string }>(`/classes/${classX.id}`)).json();
  const intakes = await client.get<{ data: { id: string; code: string }[] }>('/intakes');
  const intake = intakes.json().data[0]!;
  const list = await client.get<{ data: { applicationNo: string }[] }>(`/applications?intake=${intake.id}`);
  const values = {
    class: code,
    cohort,
    code: intake.code,
    intake: intake.code,
    no: list.json().data[0]!.applicationNo,
    key: classX.studentNo!,
    id: things.export.ours!.id,
    token: 'x'.repeat(32),
    slug: 'validation-failed',
  };
  stops = {
    administrator: [
      ...['/', '/opptak', '/opptak/:code', '/opptak/:code/soknader', '/opptak/:code/rangering'].map((one) =>
        stop(one, values),
      ),
      ...['/opptak/:code/habilitet', '/opptak/:code/runder', '/kull', '/kull/:cohort', '/kull/:cohort/utkast'].map(
        (one) => stop(one, values),
      ),
      ...['/logg', '/logg/innsyn', '/klasser', '/personer/:key', '/tilganger', '/rapporter', '/paminnelser'].map(
        (one) => stop(one, values),
      ),
      ...['/klasser/:cohort/:class/oppmote', '/klasser/:cohort/:class', '/poeng', '/poeng/:class'].map((one) =>
        stop(one, values),
      ),
      ...[
        '/poeng/:class/resultater',
        '/poeng/:class/rettelser',
        '/bevis',
        '/leveringer',
        '/leveringer/:id',
        '/oppmote',
      ].map((one) => stop(one, values)),
      stop('/bevis/:no', { no: things.certificate.X!.id }),
    ],
    assessor: ['/vurdering', '/vurdering/:code', '/vurdering/:code/:no'].map((one) => stop(one, values)),
    'student of X': [
      ...['/', '/mine-poeng', '/fravaer', '/kalender', '/kursbevis', '/min-profil', '/min-profil/innsyn'].map((one) =>
        stop(one),
      ),
      ...['/vedtak', '/tilbud', '/soknad', '/min-qr'].map((one) => stop(one)),
    ],
    'student A': ['/', '/vedtak', '/tilbud'].map((one) => stop(one)),
    'association, desk': [
      ...['/levering', '/levering/alle', '/levering/kursgodkjenninger', '/levering/:id'].map((one) =>
        stop(one, values),
      ),
      stop('/levering/maskintilgang'),
      stop('/levering/maskintilgang/webhooker/:id', { id: things.webhook.ours!.id }),
    ],
    anonymous: [
      ...['/logg-inn', '/problems/:slug', '/trekning/:intake', '/v'].map((one) => stop(one, values)),
      stop('/v/:number', { number: things.certificate.X!.id }),
      ...['/vedtak/:token', '/tilbud/:token', '/bekreft/:token', '/b/:token', '/avmelding/:token'].map((one) =>
        stop(one, values, 404),
      ),
    ],
  };
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

it('is a list of every page and every screen there is', () => {
  const screens = [
    ...readFileSync(join(__dirname, '../../apps/web/app/screens.ts'), 'utf8').matchAll(/path: '([^']+)'/g),
  ];
  const served = [...pages.matchAll(/^GET +(\S+)/gm)].map(([, path]) => path!).filter((path) => !path.endsWith('/*'));
  const known = new Set([
    ...Object.values(stops)
      .flat()
      .map(({ pattern }) => pattern),
    ...Object.keys(otherwise),
  ]);
  const all = [...new Set([...screens.map(([, path]) => path!), ...served])];
  expect(all.filter((path) => !known.has(path))).toEqual([]);
  expect(all.length).toBeGreaterThan(80);
});

describe.each(looks)('each of them, $width px, $colorScheme, in $lang', ({ width, colorScheme, lang }) => {
  it.each(['administrator', 'assessor', 'student of X', 'student A', 'association, desk', 'anonymous'])(
    'is accessible and no wider than the screen for: %s',
    async (who) => {
      const wrong: string[] = [];
      for (const { pattern, address, status } of stops[who]!) {
        const cookie = [cookies.get(who), `kull-lang=${lang}`].filter(Boolean).join('; ');
        const { page } = await visit(browser, `${origin}${address}`, { width, colorScheme, cookie, status });
        await page.locator('h1').first().waitFor();
        await keepPicture(page, `${pattern.replaceAll(/\W+/g, ' ').trim() || 'home'} ${who} ${width} ${colorScheme}`);
        const found = await violations(page);
        if (found.length > 0) wrong.push(`${pattern}: ${found.join('; ')}`);
        if (await overflows(page)) wrong.push(`${pattern} is wider than the screen`);
        const shown = await page.locator('html').getAttribute('lang');
        if (shown !== lang) wrong.push(`${pattern} is in ${shown}`);
        await page.context().close();
      }
      expect(wrong).toEqual([]);
    },
    300_000,
  );
});

/** A file is only weighed on the reader's own machine by a script; it is not offered where none runs. */
const onlyWithScript = /^(Har du PDF-en\?|Velg filen|Den sjekkes på din maskin\.)/;

describe('without JavaScript', () => {
  it.each(['student of X', 'student A', 'association, desk', 'anonymous'])(
    'says as much as with it, to: %s',
    async (who) => {
      const wrong: string[] = [];
      for (const { pattern, address, status } of stops[who]!) {
        const choice = { width: 360, colorScheme: 'light', cookie: cookies.get(who) ?? '', status } as const;
        const linesOf = async (javaScriptEnabled: boolean): Promise<readonly string[]> => {
          const { page } = await visit(browser, `${origin}${address}`, { ...choice, javaScriptEnabled });
          const lines = (await page.locator('main').innerText()).split('\n').map((line) => line.trim());
          await page.context().close();
          return lines.filter(Boolean);
        };
        const without = new Set(await linesOf(false));
        const missing = (await linesOf(true)).filter((line) => !without.has(line) && !onlyWithScript.test(line));
        if (missing.length > 0 || without.size === 0) wrong.push(`${pattern}: ${missing.join(' | ')}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
