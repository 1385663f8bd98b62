import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../harness/chromium';
import { StudentWorld } from '../harness/student-world';
import { Wire } from '../harness/wire';
import { journey } from './journeys';
import { keepPicture, looks, overflows, type VisitChoice, violations, visit } from './visiting';

let world: StudentWorld;
let browser: Browser;
let cookie: string;
let studentNo: string;

beforeAll(async () => {
  world = await StudentWorld.start();
  await world.moveClock('2027-02-15T09:00:00.000Z');
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

const see = (path: string, choice: Partial<VisitChoice> = {}) =>
  visit(browser, `${world.origin}${path}`, { width: 360, colorScheme: 'light', cookie, ...choice });

const evidence = (name: string, content: string): string => {
  const file = join(tmpdir(), `kull-test-${process.pid}-${name}`);
  writeFileSync(file, content);
  return file;
};

const inForm = (url: string, payload: Record<string, string>, as = cookie) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(payload)) form.append(name, value);
  return fetch(`${world.origin}${url}`, {
    method: 'POST',
    headers: { cookie: as, 'sec-fetch-site': 'same-origin' },
    body: form,
    redirect: 'manual',
  });
};

describe.each(looks)('$width px wide, $colorScheme', ({ width, colorScheme }) => {
  it('a student’s code for the door is dark on white, with name and class', async () => {
    const { page, complaints } = await see('/min-qr', { width, colorScheme });
    const code = page.getByRole('img', { name: 'QR-koden din for OSLO-1' });
    const { width: side, y, height } = (await code.boundingBox())!;
    expect([side >= 300, y + height < 800]).toEqual([true, true]);
    await page.getByText('Kari Nordmann 1 · OSLO-1').waitFor();
    const admin = await world.api.app.inject({
      url: `/api/v1/classes/${world.classes[0]!.id}/students/${studentNo}/door-code.svg`,
      headers: { authorization: world.api.authorization },
    });
    const shown = Buffer.from((await code.getAttribute('src'))!.split(',')[1]!, 'base64').toString();
    expect(shown).toBe(admin.body);
    expect(shown).toContain('fill="#fff"');
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await keepPicture(page, `student-door-code-${width}-${colorScheme}`);
    await page.context().close();
  });

  it('the form for absence is accessible', async () => {
    const { page, complaints } = await see('/fravaer', { width, colorScheme });
    await keepPicture(page, `student-absences-${width}-${colorScheme}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.context().close();
  });
});

it('a student’s code is there without a network, and gone for whoever has the telephone after the log-out', async () => {
  const wire = await Wire.to(world.origin);
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'nb-NO',
    reducedMotion: 'reduce',
  });
  const [name, value] = (await world.cookieOf(studentNo)).split('=') as [string, string];
  await context.addCookies([{ name, value, url: wire.origin }]);
  const page = await context.newPage();
  const cut = async () => {
    wire.cut();
    await context.setOffline(true);
  };
  const mend = async () => {
    wire.mend();
    await context.setOffline(false);
  };
  const code = page.getByRole('img', { name: 'QR-koden din for OSLO-1' });

  await page.goto(`${wire.origin}/min-qr`);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  const shown = await code.getAttribute('src');
  await cut();
  await page.reload();
  await code.waitFor();
  expect(await code.getAttribute('src')).toBe(shown);
  await page.getByText('Kari Nordmann 1 · OSLO-1').waitFor();
  await page.getByText('Siden virker også uten nett.').waitFor();
  const styled = 'getComputedStyle(document.querySelector("main")).maxWidth';
  expect(await page.evaluate(styled)).not.toBe('none');

  await mend();
  await page.reload();
  await code.waitFor();
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await page.waitForURL(/\/logg-inn/);
  await page.waitForFunction("caches.has('kull-code-page').then((has) => !has)");
  await cut();
  await expect(page.goto(`${wire.origin}/min-qr`)).rejects.toThrow(/net::ERR/);
  await context.close();
  await wire.close();
});

it.each(['nn', 'en'])('the form for absence is whole in %s', async (language) => {
  const { page } = await see(`/fravaer?lang=${language}`);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

const statusOn = (page: Page) => page.getByRole('status').innerText();

it('absence is reported in five taps without a script, with evidence later, and taken back (walks S5)', async () => {
  const seen = await see('/', { javaScriptEnabled: false });
  const { page } = seen;
  await journey('S5', seen, async () => {
    await page.getByRole('link', { name: 'Fravær' }).click();
    await page.getByLabel('onsdag 17. februar kl. 08:00–12:00').click();
    await page.getByLabel('onsdag 17. februar kl. 13:00–17:00').click();
    await page.getByLabel('Sykdom').click();
    await page.getByRole('button', { name: 'Send melding' }).click();
    await page.waitForURL(/\/fravaer\/abs_/);
  });
  const receipt = await statusOn(page);
  for (const words of [
    'Fraværet er meldt.',
    'Venter på svar',
    'Du får svar innen mandag 22. februar 2027.',
    'Du kan være borte 2 halvdager til.',
  ])
    expect(receipt).toContain(words);

  await page.setInputFiles('#dokument', evidence('note.txt', 'not a document'));
  await page.getByRole('button', { name: 'Send dokumentasjon' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('Filen er verken PDF, JPEG eller PNG');
  await page.setInputFiles('#dokument', evidence('note.pdf', '%PDF-1.7 a note from the doctor'));
  await page.getByRole('button', { name: 'Send dokumentasjon' }).click();
  await page.getByText('Dokumentasjon er sendt inn.').waitFor();
  await keepPicture(page, 'student-absence-360-light');
  const id = page.url().split('/').at(-1)!;
  const kept = await world.api.app.inject({
    url: `/api/v1/absences/${id}/evidence`,
    headers: { authorization: world.api.authorization },
  });
  expect(kept.body).toBe('%PDF-1.7 a note from the doctor');

  await page.getByRole('link', { name: 'Til Fravær' }).click();
  expect(await page.getByText('meldt', { exact: true }).count()).toBe(2);
  await page.getByRole('link', { name: /Sykdom/ }).click();
  await page.getByRole('button', { name: 'Trekk meldingen tilbake' }).click();
  expect(await statusOn(page)).toContain('Meldingen er trukket tilbake.');
  await page.context().close();
});

it('what is missing in a report is said above it, and what was chosen stays', async () => {
  const [{ id }] = world.classes as [(typeof world.classes)[0]];
  const answer = await inForm('/fravaer', { samling: `${id}/4`, 'okt-G4D1F': 'ja' });
  const body = await answer.text();
  expect([answer.status, body.includes('Velg en årsak')]).toEqual([422, true]);
  expect(body).toMatch(/<input[^>]*name="okt-G4D1F" value="ja" checked/);
  const none = await (await inForm('/fravaer', { arsak: 'CARE' })).text();
  expect(none).toContain('Huk av når du er borte');
  expect(none).toMatch(/<input[^>]*value="CARE" checked/);
});

it('sent twice it is one report, and two reports of one session are refused', async () => {
  const [{ id, sessions }] = world.classes as [(typeof world.classes)[0]];
  const told = { samling: `${id}/5`, [`okt-${sessions[32]!.code}`]: 'ja', arsak: 'WORK_DUTY', skjema: 'form-1' };
  const [first, second] = [await inForm('/fravaer', told), await inForm('/fravaer', told)];
  expect([first.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')]);
  const again = await inForm('/fravaer', { ...told, skjema: 'form-2' });
  expect([again.status, (await again.text()).includes('Du har meldt fravær for en av disse øktene før')]).toEqual([
    422,
    true,
  ]);
});

it('is reported by keyboard alone', async () => {
  const { page } = await see('/fravaer');
  await page.getByLabel('fredag 19. februar kl. 08:00–12:00').focus();
  await page.keyboard.press('Space');
  for (const key of ['Tab', 'Tab', 'ArrowDown', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  await page.waitForURL('**/fravaer/abs_*');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Fravær: Omsorg');
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

it('what is another student’s is not there', async () => {
  const [{ id, sessions, students }] = world.classes as [(typeof world.classes)[0]];
  const told = { samling: `${id}/6`, [`okt-${sessions[40]!.code}`]: 'ja', arsak: 'ILLNESS', skjema: 'form-3' };
  const location = (await inForm('/fravaer', told)).headers.get('location')!;
  const other = await world.cookieOf(students[1]!);
  const headers = { cookie: other, 'sec-fetch-site': 'same-origin' };
  const asked = async (path: string, init: RequestInit = {}) =>
    (await fetch(`${world.origin}${path}`, { headers, redirect: 'manual', ...init })).status;
  const document = new FormData();
  document.append('dokument', new Blob(['%PDF-1.7']), 'a.pdf');
  const missing = '/fravaer/abs_none';
  for (const path of [location, missing]) {
    expect(await asked(path)).toBe(404);
    expect(await asked(`${path}/dokumentasjon`, { method: 'POST', body: document })).toBe(404);
    expect(await asked(`${path}/tilbake`, { method: 'POST', body: new URLSearchParams() })).toBe(404);
  }
  const elsewhere = { ...told, samling: `${world.classes[1]!.id}/6`, skjema: 'form-4' };
  expect((await inForm('/fravaer', elsewhere)).status).toBe(422);
});
