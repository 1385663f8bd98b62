import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount } from '../harness/logged-in';
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
  it('says what is next, the most urgent first, and is accessible (walks S4, S1)', async () => {
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

it('answers why there are no points, and shows the code for the door, in a tap each (walks S2, S3)', async () => {
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

it('gives the calendar in two taps, without a script, and takes the address out of use (walks S1 calendar)', async () => {
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

describe('a result that a student does not agree to', () => {
  /** Known on Monday 21 June 2027. */
  const result = () =>
    `student_no;assessment;result;graded_by;attested_by;attested_at\r\n${studentNo};TAKE_HOME_EXAM;D;grader-1;grader-2;2027-06-21T10:00:00+02:00\r\n`;
  const post = (path: string, form: Record<string, string>) =>
    fetch(`${world.origin}${path}`, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
  let about: { readonly kurs: string; readonly eksamen: string };

  beforeAll(async () => {
    const imported = await world.client.post(`/classes/${world.classes[0]!.id}/result-imports`, Buffer.from(result()));
    expect(imported.status).toBe(200);
    await world.moveClock('2027-06-25T09:00:00.000Z');
    cookie = await world.cookieOf(studentNo);
  });

  it('has its reasons asked for and is appealed, each once, without a script', async () => {
    const { page } = await see('/mine-poeng', { javaScriptEnabled: false });
    about = {
      kurs: await page.locator('input[name=kurs]').first().inputValue(),
      eksamen: await page.locator('input[name=eksamen]').first().inputValue(),
    };
    await page.getByText('Be om begrunnelse innen mandag 28. juni 2027').waitFor();
    await page.getByRole('button', { name: 'Be om begrunnelse' }).click();
    await page.waitForURL('**/mine-poeng?sendt=begrunnelse');
    await page.getByText('Du har bedt om begrunnelse.').waitFor();
    await page.getByText('Du ba om begrunnelse fredag 25. juni 2027.').waitFor();

    await page.getByText('Klag innen mandag 12. juli 2027').waitFor();
    await page.getByText('Skriv en klage').click();
    await page.getByLabel('Hvorfor klager du?').fill('Oppgave 2 er ikke vurdert.');
    // By key: what was unfolded just now may move on under a pointer.
    await page.getByRole('button', { name: 'Send klagen' }).press('Enter');
    await page.waitForURL('**/mine-poeng?sendt=klage');
    await page.getByText('Du klaget fredag 25. juni 2027.').waitFor();
    expect(await page.getByRole('button', { name: 'Be om begrunnelse' }).count()).toBe(0);
    await page.context().close();

    for (const [path, text] of [
      ['/mine-poeng/begrunnelse', 'Du har alt bedt om begrunnelse'],
      ['/mine-poeng/klage', 'Du har alt klaget'],
    ] as const) {
      const again = await post(path, { ...about, grunn: 'Igjen.' });
      expect([again.status, (await again.text()).includes(text)]).toEqual([409, true]);
    }
  });

  it('is nobody else’s to ask about', async () => {
    const own = cookie;
    cookie = await world.cookieOf(world.classes[0]!.students[1]!);
    for (const path of ['/mine-poeng/begrunnelse', '/mine-poeng/klage'])
      expect((await post(path, { ...about, grunn: 'Min.' })).status).toBe(404);
    cookie = own;
  });

  it('waits in the office’s queue with its grounds until it has been taken on, and the student sees that', async () => {
    const office = await loggedInAccount(world.api, 'mli', { role: 'administrator' });
    const { page, complaints } = await visit(browser, `${world.origin}/`, {
      width: 1280,
      colorScheme: 'light',
      cookie: office,
    });
    await page.getByRole('link', { name: '2 begrunnelser og klager på karakter å ta videre' }).click();
    await page.waitForURL('**/poeng');
    await page.getByText('Oppgave 2 er ikke vurdert.').waitFor();
    await keepPicture(page, 'grading-requests-1280-light');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Klagen er tatt videre' }).click();
    await page.getByText('Ført: klagen er tatt videre.').waitFor();
    await page.getByRole('button', { name: 'Klagen er tatt videre' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Begrunnelse er gitt' }).click();
    await page.getByText('Ført: begrunnelse er gitt.').waitFor();
    await page.getByRole('heading', { name: 'Begrunnelse og klage på karakter' }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await page.context().close();
    const seen = await (await fetch(`${world.origin}/mine-poeng`, { headers: { cookie } })).text();
    expect(seen).toContain('Klagen er sendt videre til ny sensur fredag 25. juni 2027.');
    expect(seen).toContain('Du fikk begrunnelse fredag 25. juni 2027');
    const data = await (await fetch(`${world.origin}/min-profil/mine-data.json`, { headers: { cookie } })).json();
    expect((data as { gradingRequests: object[] }).gradingRequests).toMatchObject([
      { kind: 'REASONS' },
      { kind: 'APPEAL', grounds: 'Oppgave 2 er ikke vurdert.' },
    ]);
  });

  it('has its days in a calendar, and what is sent too late is refused and said to be late', async () => {
    const other = world.classes[0]!.students[1]!;
    const row = result().replace(studentNo, other);
    await world.client.post(`/classes/${world.classes[0]!.id}/result-imports`, Buffer.from(row));
    cookie = await world.cookieOf(other);
    const file = await (await fetch(`${world.origin}/mine-poeng/frister.ics`, { headers: { cookie } })).text();
    expect(file.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual([
      'DTSTART;VALUE=DATE:20270628',
      'DTSTART;VALUE=DATE:20270712',
    ]);
    for (const width of [360, 1280] as const) {
      const { page, complaints } = await see('/mine-poeng', { width, colorScheme: width === 360 ? 'dark' : 'light' });
      about = { ...about, kurs: await page.locator('input[name=kurs]').first().inputValue() };
      await page.getByText('Skriv en klage').click();
      await page.getByLabel('Hvorfor klager du?').waitFor();
      await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))');
      await keepPicture(page, `student-appeal-${width}`);
      expect(await violations(page)).toEqual([]);
      expect([complaints, await overflows(page)]).toEqual([[], false]);
      await page.context().close();
    }
    const empty = await post('/mine-poeng/klage', { ...about, grunn: ' ' });
    expect([empty.status, (await empty.text()).includes('skriv hvorfor du klager')]).toEqual([422, true]);
    await world.moveClock('2027-07-13T09:00:00.000Z');
    cookie = await world.cookieOf(other);
    for (const [path, text] of [
      ['/mine-poeng/begrunnelse', 'fristen for å be om begrunnelse er ute'],
      ['/mine-poeng/klage', 'klagefristen er ute'],
    ] as const) {
      const late = await post(path, { ...about, grunn: 'Sent.' });
      expect([late.status, (await late.text()).includes(text)]).toEqual([409, true]);
    }
  });
});
