import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { exampleOverview, type Overview } from '../../apps/api/src/overview/overview';
import { Overviews } from '../../apps/api/src/overview/overviews';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount } from '../harness/logged-in';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

const classAt = (code: string, site: string, capacity: number, taken: number) => ({
  classId: `cls_${code}`,
  code,
  intake: site === 'ONLINE' ? null : 'NLP-2026',
  site,
  capacity,
  taken,
});

/** As it is when the demonstration data is in. */
const busy: Overview = {
  ...exampleOverview,
  classes: [
    classAt('OSLO-1', 'OSLO', 54, 54),
    classAt('OSLO-2', 'OSLO', 54, 51),
    classAt('OSLO-3', 'OSLO', 54, 52),
    classAt('TRONDHEIM-1', 'TRONDHEIM', 54, 48),
    classAt('NLA-2026V-1', 'ONLINE', 30, 30),
  ],
  deliveries: [
    { sequence: 2, lines: 5, points: 120, at: '2026-07-08T04:00:00.000Z' },
    { sequence: 1, lines: 18, points: 1080, at: '2026-06-24T04:00:00.000Z' },
  ],
  work: { open: 3, oldestDueAt: '2026-07-08T04:00:00.000Z', quarantined: 1, done: 1296 },
};

let api: TestApi;
let origin: string;
let browser: Browser;
let cookie: string;

beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
  cookie = await loggedInAccount(api, 'mli', { role: 'administrator' });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

const see = (path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light') =>
  visit(browser, `${origin}${path}`, { width, colorScheme, headers: { cookie } });

const whileBusy = async (look: () => Promise<void>): Promise<void> => {
  const overview = jest.spyOn(api.app.get(Overviews), 'get').mockResolvedValue(busy);
  await look();
  overview.mockRestore();
};

const spaced = (text: string): string => text.replaceAll(/(\d) (?=\d)/g, '$1\u00a0');

describe.each(looks)('the overview, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  it('shows what needs action and how everything stands, is accessible, and asks nobody else for anything', () =>
    whileBusy(async () => {
      const { page, complaints } = await see('/', width, colorScheme);
      await page.getByText('Krever handling').waitFor();
      await keepPicture(page, `busy-${width}-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await overflows(page)).toBe(false);
      for (const text of [
        '1 linje avvist av Legeforeningen',
        '3 i fare for kravet til oppmøte (NLP-2026)',
        '48 av 54',
        '18 linjer, 1 080 poeng',
        'Hendelse nr. 48 213',
      ])
        await page.getByText(spaced(text)).first().waitFor();
      await page.context().close();
    }));

  it('says what to do while there is nothing', async () => {
    const { page, complaints } = await see('/', width, colorScheme);
    await page.getByText('Ingen opptak ennå').waitFor();
    await keepPicture(page, `empty-${width}-${colorScheme}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.context().close();
  });
});

describe('the application', () => {
  it.each([
    ['nn', 'Krev handling', 'lang="nn"'],
    ['en', 'Needs action', 'lang="en"'],
  ])('speaks %s', (lang, heading) =>
    whileBusy(async () => {
      const { page, complaints } = await see(`/?lang=${lang}`);
      await page.getByText(heading).waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe(lang);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    }),
  );

  it('writes the days of nynorsk in nynorsk, which Chromium does not know', () =>
    whileBusy(async () => {
      const { page } = await see('/?lang=nn');
      await page.getByText('Neste samlingar').waitFor();
      // 15 March 2027 is a Monday.
      await page.getByText('mån. 15. mars–ons. 17. mars').waitFor();
      await page.context().close();
    }));

  it('is refused in the language of its page', async () => {
    const { page } = await see('/leveringer/finst-ikkje?lang=nn');
    await page.getByRole('alert').getByText('Leveransen finst ikkje').waitFor();
    await page.context().close();
  });

  it('can be read at twice the size of text', () =>
    whileBusy(async () => {
      const { page } = await see('/', 640);
      await page.getByText('Krever handling').waitFor();
      await page.evaluate('document.documentElement.style.fontSize = "200%"');
      expect(await overflows(page)).toBe(false);
      await page.context().close();
    }));

  it('is dark or light as the machine is, or as was chosen', async () => {
    const { page } = await see('/');
    const scheme = () => page.getAttribute('html', 'data-color-scheme');
    expect(await scheme()).toBe('auto');
    await page.getByRole('button', { name: 'Som maskinen' }).click();
    await page.getByRole('button', { name: 'Lyst' }).click();
    expect(await scheme()).toBe('dark');
    await page.reload();
    await page.locator('main h1').waitFor();
    expect(await scheme()).toBe('dark');
    await page.context().close();
  });

  it('tells which keys do what, and switches single ones off', async () => {
    const { page } = await see('/');
    const help = page.getByRole('dialog', { name: 'Taster' });
    await page.keyboard.press('?');
    await help.waitFor();
    expect(await violations(page)).toEqual([]);
    await help.getByLabel('Enkelttaster er på').uncheck();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.waitForTimeout(200);
    expect(await help.count()).toBe(0);
    await page.context().close();
  });

  it('says so when there is nothing at an address, and asks whoever is not logged in to log in and comes back', async () => {
    const { page } = await see('/opptak/finnes/ikke/her');
    await page.getByRole('heading', { name: 'Siden finnes ikke' }).waitFor();
    await page.context().close();
    const reply = await api.fastify.inject({ url: '/opptak?vis=alle' });
    expect(reply.headers.location).toBe('/logg-inn?til=%2Fopptak%3Fvis%3Dalle');
  });

  it('shows what others change by itself, well before anybody would ask anew', async () => {
    const { page } = await see('/');
    await page.getByText('Hendelse nr.').waitFor();
    const position = async (): Promise<number> =>
      Number(((await page.getByText('Hendelse nr.').textContent()) ?? '').replaceAll(/\D/g, '').slice(0, 6));
    const waits: number[] = [];
    for (const code of ['anb', 'bnb', 'cnb', 'dnb', 'enb']) {
      // Screens rest for a second after they have asked.
      await page.waitForTimeout(1_300);
      const before = await position();
      await loggedInAccount(api, code, { role: 'administrator' });
      const began = performance.now();
      while ((await position()) <= before) await page.waitForTimeout(20);
      waits.push(performance.now() - began);
    }
    waits.sort((one, other) => one - other);
    process.stdout.write(`another screen follows after ${waits.map(Math.round).join(', ')} ms\n`);
    // 300 ms is the goal, on a machine that does nothing else (ux.md 5, row 9); without being told, a screen waits 5 s.
    expect(waits[2]).toBeLessThan(1_500);
    await page.context().close();
  });
});

describe('what goes over the wire', () => {
  /** What a page asks for, with its size as it was sent. */
  const sentFor = async (path: string): Promise<ReadonlyMap<string, number>> => {
    const { page } = await see(path);
    const names: string[] = await page.evaluate(
      `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\\.(js|css)$/.test(name))`,
    );
    await page.context().close();
    const sizes = await Promise.all(
      names.map(async (name) => {
        const { rawPayload } = await api.fastify.inject({ url: new URL(name).pathname });
        return [new URL(name).pathname, gzipSync(rawPayload, { level: 9 }).length] as const;
      }),
    );
    return new Map(sizes);
  };
  const sum = (sizes: ReadonlyMap<string, number>, kind: string): number =>
    [...sizes].filter(([name]) => name.endsWith(kind)).reduce((all, [, size]) => all + size, 0);

  it('keeps to the budgets of ux.md 5: 90 kB of script and 30 kB of styles at first', async () => {
    const sizes = await sentFor('/');
    process.stdout.write(`first load: ${sum(sizes, '.js')} bytes of script, ${sum(sizes, '.css')} of styles\n`);
    expect(sum(sizes, '.js')).toBeGreaterThan(1_000);
    expect(sum(sizes, '.js')).toBeLessThan(90_000);
    expect(sum(sizes, '.css')).toBeLessThan(30_000);
  });
});

describe('pages of the API', () => {
  const seen = async (path: string, look: (page: Page) => Promise<void>, width = 1280): Promise<void> => {
    const { page, complaints } = await see(path, width, 'dark');
    await look(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  };

  it('about a problem is accessible', () =>
    seen('/problems/missing-column', async (page) => expect(await violations(page)).toEqual([]), 360));

  it('Swagger UI shows the operations, from here alone and under its content security policy', () =>
    seen('/api/docs', async (page) => {
      await page.getByText('/api/v1/overview').click();
      await page.getByText('NLP-2026').first().waitFor();
      await keepPicture(page, 'docs');
    }));
});
