import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../harness/chromium';
import { createDeskWorld, type DeskWorld, OLA } from '../harness/desk-world';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

let world: DeskWorld;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  world = await createDeskWorld();
  await world.api.app.listen(0, '127.0.0.1');
  origin = await world.api.app.getUrl();
  browser = await launchChromium();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const see = (path: string, look: (typeof looks)[number], javaScriptEnabled = true) =>
  visit(browser, `${origin}${path}`, { ...look, headers: { cookie: world.cookie }, javaScriptEnabled });

const pages = () => [
  ['desk', '/levering'],
  ['delivery', `/levering/${world.second}`],
  ['deliveries', '/levering/alle'],
  ['machines', '/levering/maskintilgang'],
  ['approvals', '/levering/kursgodkjenninger'],
];

describe.each(looks)('the pages of the desk, $width px wide, $colorScheme', (look) => {
  it('are accessible and no wider than the screen', async () => {
    const { page, complaints } = await see('/levering', look);
    for (const [name, path] of pages()) {
      await page.goto(`${origin}${path}`);
      await keepPicture(page, `${name}-${look.width}-${look.colorScheme}`);
      expect([name, await violations(page), await overflows(page)]).toEqual([name, [], false]);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 300_000);
});

describe('the pages of the desk in other languages', () => {
  it.each([
    ['nn', 'Nytt sidan sist: 2 leveringar', 'Etternamn: Testesen → Testesen Prøve'],
    ['en', 'New since last time: 2 deliveries', 'Family name: Testesen → Testesen Prøve'],
  ])(
    'are in %s, and accessible',
    async (lang, news, change) => {
      const { page } = await see(`/levering?lang=${lang}`, looks[0]!);
      for (const text of [news, change]) await page.getByText(text).first().waitFor();
      for (const [name, path] of pages()) {
        await page.goto(`${origin}${path}`);
        await keepPicture(page, `${name}-${lang}`);
        expect(await page.getAttribute('html', 'lang')).toBe(lang);
        expect([name, await violations(page), await overflows(page)]).toEqual([name, [], false]);
      }
      await page.context().close();
    },
    300_000,
  );
});

/** What is done on a page, counted as the keystroke-level model does: a pointing, a press and a thought each. */
const counting = (page: Page) => {
  const times = { point: 1.1, press: 0.2, key: 0.28, think: 1.35 };
  let clicks = 0;
  let seconds = 0;
  return {
    click: async (name: string | RegExp, role: 'button' | 'link' | 'radio' = 'button') => {
      clicks++;
      seconds += times.think + times.point + times.press;
      await page.getByRole(role, { name }).first().click();
    },
    choose: async (label: string, value: string) => {
      clicks += 2;
      seconds += 2 * (times.think + times.point + times.press);
      await page.getByLabel(label).selectOption(value);
    },
    spent: () => ({ clicks, seconds }),
  };
};

describe('without a script', () => {
  const look = { width: 1280, colorScheme: 'light' } as const;

  it('what is new is fetched with one click (L1)', async () => {
    const { page } = await see('/levering', look, false);
    const { click, spent } = counting(page);
    const download = page.waitForEvent('download');
    await click(/^Last ned CSV/, 'link');
    expect((await download).suggestedFilename()).toMatch(/^LF_971228865_000002_.*\.csv$/);
    expect(spent().clicks).toBeLessThanOrEqual(2);
    await page.context().close();
  });

  it('one line is rejected with its code in less than half a minute (L5)', async () => {
    const { page } = await see(`/levering/${world.first}`, look, false);
    const { click, choose, spent } = counting(page);
    await choose(`Svar for ${OLA}`, 'E301');
    await click('Noen avvises: velg kode i lista', 'radio');
    await click('Send kvittering for de nye');
    await page.getByText('Kvitteringen er sendt.').waitFor();
    await page.getByText('1 mottatt, 1 avvist, 0 venter på kvittering').waitFor();
    await keepPicture(page, 'delivery-acknowledged');
    expect(spent().seconds).toBeLessThan(30);
    await page.context().close();
  });

  it('everything is acknowledged by keyboard alone, changes apart (L5, L6)', async () => {
    const { page } = await see(`/levering/${world.second}`, look, false);
    const focused = page.locator('button:focus', { hasText: 'Send kvittering for endringene' });
    for (let n = 0; n < 60 && (await focused.count()) === 0; n++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('2 mottatt, 0 avvist, 1 venter på kvittering').waitFor();
    await page.context().close();
  });

  it('a receipt file that is none is answered in words', async () => {
    const { page } = await see(`/levering/${world.second}`, look, false);
    await page.setInputFiles('#fil', { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\r\n1;2') });
    await page.getByRole('button', { name: 'Send kvitteringsfila' }).click();
    await page.getByText('Fila kan ikke leses som en kvitteringsfil.').waitFor();
    await page.context().close();
  });

  it('a number is looked up, and the page says that nobody has it', async () => {
    const { page } = await see('/levering', look, false);
    await page.fill('#nummer', '9 999 999');
    await page.keyboard.press('Enter');
    await page.getByText('Ingen kurs hos oss har det nummeret').waitFor();
    expect(page.url()).not.toContain('9999999');
    await page.context().close();
  });
});
