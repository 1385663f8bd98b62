import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../harness/chromium';
import { programmeRequirements, StudentWorld } from '../harness/student-world';
import { journey } from './journeys';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

let world: StudentWorld;
let browser: Browser;
let cookie: string;
let studentNo: string;

beforeAll(async () => {
  world = await StudentWorld.start(programmeRequirements);
  await world.moveClock('2027-01-20T09:00:00.000Z');
  const [oslo] = world.classes;
  studentNo = oslo!.students[0]!;
  await world.mark(oslo!, studentNo, 7, 17);
  cookie = await world.cookieOf(studentNo);
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const see = (path: string, choice: Partial<Parameters<typeof visit>[2]> = {}) =>
  visit(browser, `${world.origin}${path}`, { width: 360, colorScheme: 'light', cookie, ...choice });

describe.each(looks)('a student’s home, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  it('says what is next, the most urgent first, and is accessible', async () => {
    const seen = await see('/', { width, colorScheme });
    const { page, complaints } = seen;
    expect(await page.locator('h2').allInnerTexts()).toEqual([
      'Oppmøte · OSLO-1',
      'Neste: Samling 4 · OSLO-1',
      'Poeng · OSLO-1',
      'Frister',
    ]);
    await journey('S4', seen, () => page.getByText('Du har vært borte 7 halvdager og kan være borte 4 til.').waitFor());
    await journey('S1', seen, async () => {
      await page.getByText('tirsdag 16. – fredag 19. februar 2027, BI').waitFor();
      await page.getByText('Første økt begynner kl. 08:00.').waitFor();
    });
    await page.getByText('torsdag 3. juni 2027 kl. 14:00').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await keepPicture(page, `student-home-${width}-${colorScheme}`);
    await page.context().close();
  });
});

it.each([
  ['nn', 'Du har vore borte 7 halvdagar og kan vere borte 4 til.', 'tysdag 16. – fredag 19. februar 2027, BI'],
  ['en', 'You have been absent 7 half-days and can be absent 4 more.', 'Tuesday 16 – Friday 19 February 2027, BI'],
])('is whole in %s', async (language, absent, next) => {
  const { page } = await see(`/?lang=${language}`);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  await page.getByText(absent).waitFor();
  await page.getByText(next).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

it('answers why there are no points, and shows the code for the door, in a tap each', async () => {
  const seen = await see('/', { javaScriptEnabled: false });
  const { page } = seen;
  await journey('S2', seen, async () => {
    await page.getByRole('link', { name: /^Hvorfor\? 0 av 30/ }).click();
    await page.getByText('0 av 30 studiepoeng').first().waitFor();
  });
  await page.goBack();
  await journey('S3', seen, async () => {
    await page.getByRole('link', { name: 'Min QR' }).click();
    await page.getByRole('img', { name: 'QR-koden din for OSLO-1' }).waitFor();
  });
  await page.context().close();
});

it('gives the calendar in two taps, without a script, and takes the address out of use', async () => {
  const seen = await see('/', { javaScriptEnabled: false });
  const { page } = seen;
  const subscribe = page.getByRole('link', { name: 'Åpne i kalenderen min' });
  await journey('S1 calendar', seen, async () => {
    await page.getByRole('button', { name: 'Kalender' }).click();
    await subscribe.waitFor();
  });
  const address = (await subscribe.getAttribute('href'))!;
  expect(address).toMatch(/^webcal:\/\/.+\/calendar\/[\w-]{32}\.ics$/);
  const { pathname } = new URL(address.replace('webcal:', 'http:'));
  const file = await world.api.app.inject({ url: pathname });
  expect([file.statusCode, file.body.match(/SUMMARY/g)?.length]).toEqual([200, 44]);
  await keepPicture(page, 'student-calendar-360-light');

  await page.getByRole('button', { name: 'Ta adressen ut av bruk' }).click();
  await page.getByRole('button', { name: 'Lag adressen' }).waitFor();
  expect((await world.api.app.inject({ url: pathname })).statusCode).toBe(410);
  await page.getByRole('button', { name: 'Lag adressen' }).click();
  expect(await subscribe.getAttribute('href')).not.toBe(address);
  await page.context().close();
});

it('goes by keyboard from the top of the page to the calendar', async () => {
  const { page } = await see('/');
  for (let press = 0; press < 20; press++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate('document.activeElement.textContent')) === 'Kalender') break;
  }
  await page.keyboard.press('Enter');
  await page.waitForURL('**/kalender');
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

it('opens no calendar of a class that the student is not in', async () => {
  const other = world.classes[1]!.id;
  for (const klasse of [other, 'cls_none']) {
    for (const url of ['/kalender', '/kalender/ut-av-bruk']) {
      const { statusCode } = await world.api.app.inject({
        method: 'POST',
        url,
        headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ klasse }).toString(),
      });
      expect(statusCode).toBe(404);
    }
  }
});
