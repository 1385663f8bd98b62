import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LoginRefusal } from '@kull/access';
import type { Browser } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { type StoryLoginProcess, startStoryLogin } from '../harness/story-login';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

const refusals: readonly LoginRefusal[] = ['CANCELLED', 'UNKNOWN'];

let story: StoryLoginProcess;
let api: TestApi;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  story = await startStoryLogin('http://localhost:3998', []);
  api = await createTestApi(undefined, { KULL_LOGINS: story.file, KULL_BASE_URL: 'http://localhost:3998' });
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
  await story?.close();
});

describe.each(looks)('the log-in, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  it.each(['nb', 'nn', 'en'])('is accessible without a script, in %s', async (language) => {
    for (const address of ['/logg-inn', ...refusals.map((why) => `/logg-inn?feil=${why}`)]) {
      const url = `${origin}${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
      const { page, complaints } = await visit(browser, url, { width, colorScheme });
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('.ways a').count()).toBe(3);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await overflows(page)).toBe(false);
      if (language === 'nb') await keepPicture(page, `login-${width}-${colorScheme}`);
      await page.context().close();
    }
  });
});

it('is reached and left by keyboard alone', async () => {
  const { page } = await visit(browser, `${origin}/mine-poeng`, { width: 1280, colorScheme: 'light' });
  expect(new URL(page.url()).pathname).toBe('/logg-inn');
  const focused: string[] = [];
  for (let step = 0; step < 5; step++) {
    await page.keyboard.press('Tab');
    focused.push(String(await page.evaluate('document.activeElement.textContent.trim()')));
  }
  expect(focused[0]).toBe('Til innholdet');
  expect(focused.filter((text) => text.startsWith('Logg inn med'))).toHaveLength(3);
});

it('asks nobody else for anything, and sends a style sheet within its budget', async () => {
  const { headers, rawPayload } = await api.fastify.inject({
    url: /href="(\/assets\/stil\/[^"]+)"/.exec((await api.fastify.inject({ url: '/logg-inn' })).body)![1]!,
    headers: { 'accept-encoding': 'gzip' },
  });
  expect(headers['content-encoding']).toBe('gzip');
  expect(rawPayload.length).toBeLessThan(30_000);
});
