import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { testKey } from '../../libs/access/test-model/forged';
import { launchChromium } from '../harness/chromium';
import { createDeskWorld, type DeskWorld, OLA } from '../harness/desk-world';
import { journey } from './journeys';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

let world: DeskWorld;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  world = await createDeskWorld({ KULL_WEBHOOKS_TO_PRIVATE: 'yes' });
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

describe('without a script', () => {
  const look = { width: 1280, colorScheme: 'light' } as const;

  it('what is new is fetched with one click (walks L1)', async () => {
    const seen = await see('/levering', look, false);
    const { page } = seen;
    await journey('L1', seen, async () => {
      const download = page.waitForEvent('download');
      await page
        .getByRole('link', { name: /^Last ned CSV/ })
        .first()
        .click();
      expect((await download).suggestedFilename()).toMatch(/^LF_971228865_000002_.*\.csv$/);
    });
    await page.context().close();
  });

  it('one line is rejected with its code in less than half a minute (walks L5)', async () => {
    const seen = await see(`/levering/${world.first}`, look, false);
    const { page } = seen;
    await journey('L5', seen, async () => {
      await page.getByLabel(`Svar for ${OLA}`).selectOption('E301');
      await page.getByRole('radio', { name: 'Noen avvises: velg kode i lista' }).first().click();
      await page.getByRole('button', { name: 'Send kvittering for de nye' }).click();
      await page.getByText('Kvitteringen er sendt.').waitFor();
    });
    await page.getByText('1 mottatt, 1 avvist, 0 venter på kvittering').waitFor();
    await keepPicture(page, 'delivery-acknowledged');
    await page.context().close();
  });

  it('everything is acknowledged by keyboard alone, changes apart (walks L6)', async () => {
    const seen = await see(`/levering/${world.second}`, look, false);
    const { page } = seen;
    const focused = page.locator('button:focus', { hasText: 'Send kvittering for endringene' });
    await journey('L6', seen, async () => {
      for (let n = 0; n < 60 && (await focused.count()) === 0; n++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('2 mottatt, 0 avvist, 1 venter på kvittering').waitFor();
    });
    await page.context().close();
  });

  it('an old delivery is found, with who has fetched it, and so are the approvals (walks L9, L7)', async () => {
    const seen = await see('/levering', look, false);
    const { page } = seen;
    await journey('L9', seen, async () => {
      await page.getByRole('link', { name: '000001' }).first().click();
      await page.getByRole('heading', { level: 1, name: /000001/ }).waitFor();
      await page
        .getByText(/hentet/i)
        .first()
        .waitFor();
      await page
        .getByText(/SHA-256/)
        .first()
        .waitFor();
    });
    await page.goto(`${origin}/levering`);
    await journey('L7', seen, async () => {
      await page.getByRole('link', { name: 'Kursgodkjenninger' }).click();
      await page.getByRole('heading', { level: 1, name: 'Kursgodkjenninger' }).waitFor();
    });
    await page.context().close();
  });

  it('a machine gets its access, and an address is told of a test (walks L8, L8 test)', async () => {
    const seen = await see('/levering/maskintilgang', look, false);
    const { page } = seen;
    const { publicJwk } = await testKey('ES256', 'lf-2026');
    await journey('L8', seen, async () => {
      await page.locator('#nokler').fill(JSON.stringify({ keys: [publicJwk] }));
      await page.getByRole('button', { name: 'Registrer klient' }).click();
      await page.getByText(/Den logger inn som mcl_\w+/).waitFor();
    });
    await page.getByLabel('https-adresse som er åpen på Internett').fill('http://127.0.0.1:9/kull');
    await page.getByRole('button', { name: 'Legg til' }).click();
    await page.getByText(/Hemmeligheten vises bare nå/).waitFor();
    await journey('L8 test', seen, async () => {
      await page.getByRole('button', { name: 'Send testhendelse' }).click();
      await page.getByText('Testhendelsen er på vei. Svaret kommer i loggen.').waitFor();
    });
    await page.context().close();
  });

  it('a receipt file that is none is answered in words', async () => {
    const { page } = await see(`/levering/${world.second}`, look, false);
    await page.setInputFiles('#fil', { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\r\n1;2') });
    await page.getByRole('button', { name: 'Send kvitteringsfila' }).click();
    await page.getByText('Fila kan ikke leses som en kvitteringsfil.').waitFor();
    await page.context().close();
  });

  it('a number is looked up, and the page says that nobody has it (walks L4)', async () => {
    const seen = await see('/levering', look, false);
    const { page } = seen;
    await journey('L4', seen, async () => {
      await page.locator('#nummer').fill('9 999 999');
      await page.keyboard.press('Enter');
      await page.getByText('Ingen kurs hos oss har det nummeret').waitFor();
    });
    expect(page.url()).not.toContain('9999999');
    await page.context().close();
  });
});
