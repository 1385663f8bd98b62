import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { exampleOverview, type Overview } from '../../apps/api/src/overview/overview';
import { Overviews } from '../../apps/api/src/overview/overviews';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

/** As it is when the demonstration data is in. */
const busy: Overview = {
  ...exampleOverview,
  classes: [
    { code: 'OSLO-1', site: 'OSLO', capacity: 54, taken: 54 },
    { code: 'OSLO-2', site: 'OSLO', capacity: 54, taken: 51 },
    { code: 'OSLO-3', site: 'OSLO', capacity: 54, taken: 52 },
    { code: 'TRONDHEIM-1', site: 'TRONDHEIM', capacity: 54, taken: 48 },
    { code: 'NLA-2026V-1', site: 'ONLINE', capacity: 30, taken: 30 },
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

beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

const see = (path: string, width: number, colorScheme: 'light' | 'dark') =>
  visit(browser, `${origin}${path}`, { width, colorScheme, headers: { authorization: api.authorization } });

describe.each(looks)('the first page, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  it('shows the main numbers, is accessible, and asks nobody else for anything', async () => {
    const overview = jest.spyOn(api.app.get(Overviews), 'get').mockResolvedValue(busy);
    const { page, complaints } = await see('/', width, colorScheme);
    await keepPicture(page, `busy-${width}-${colorScheme}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    for (const text of ['NLP-2026', '205 av 216', 'TRONDHEIM-1', '48 av 54', 'NLA-2026V-1', '1 080 poeng', '48 213']) {
      expect(
        await page
          .getByText(text.replaceAll(/(\d) (?=\d)/g, '$1\u00a0'))
          .first()
          .isVisible(),
      ).toBe(true);
    }
    overview.mockRestore();
    await page.context().close();
  });

  it('says what to do while there is nothing', async () => {
    const { page, complaints } = await see('/', width, colorScheme);
    await keepPicture(page, `empty-${width}-${colorScheme}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    expect(await page.getByText('Ingen opptak ennå').isVisible()).toBe(true);
    await page.context().close();
  });
});

it('can be read at twice the size of text', async () => {
  const overview = jest.spyOn(api.app.get(Overviews), 'get').mockResolvedValue(busy);
  const { page } = await see('/', 640, 'light');
  await page.evaluate('document.documentElement.style.fontSize = "200%"');
  await keepPicture(page, 'busy-640-large');
  expect(await overflows(page)).toBe(false);
  overview.mockRestore();
  await page.context().close();
});

it('a page about a problem is accessible', async () => {
  const { page, complaints } = await see('/problems/missing-column', 360, 'dark');
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('Swagger UI shows the operations, from here alone and under its content security policy', async () => {
  const { page, complaints } = await see('/api/docs', 1280, 'light');
  await page.getByText('/api/v1/overview').waitFor();
  await page.getByText('/api/v1/overview').click();
  await page.getByText('NLP-2026').first().waitFor();
  await keepPicture(page, 'docs');
  expect(complaints).toEqual([]);
  await page.context().close();
});
