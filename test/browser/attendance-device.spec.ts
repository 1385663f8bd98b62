import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import encodeQR from 'qr';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { type AttendedClass, AttendedCohort } from '../rules/attended-cohort';
import { Phone } from './phone';

jest.setTimeout(300_000);

const [WIDTH, HEIGHT] = [640, 480];

/** A film of one picture: a code held up to the camera. */
const filmOf = (text: string): Buffer => {
  const modules = encodeQR(text, 'raw', { border: 4 });
  const scale = Math.floor(HEIGHT / modules.length);
  const [left, top] = [WIDTH, HEIGHT].map((side) => Math.floor((side - modules.length * scale) / 2)) as [
    number,
    number,
  ];
  const light = Buffer.alloc(WIDTH * HEIGHT, 235);
  for (const [y, row] of modules.entries())
    for (const [x, isDark] of row.entries())
      if (isDark)
        for (let line = 0; line < scale; line++)
          light.fill(
            16,
            (top + y * scale + line) * WIDTH + left + x * scale,
            (top + y * scale + line) * WIDTH + left + (x + 1) * scale,
          );
  const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([head, Buffer.from('FRAME\n'), light, grey]);
};

let api: TestApi;
let cohort: AttendedCohort;
let oslo: AttendedClass;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'kull-camera-'));
beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  cohort = new AttendedCohort(api);
  oslo = await cohort.plan('OSLO-1', 3);
  await cohort.at('2026-09-14T06:40:00.000Z');
  const { code } = (
    await cohort.client.get<{ code: string }>(`/classes/${oslo.id}/students/${oslo.students[0]}/door-code`)
  ).json();
  const film = join(folder, 'code.y4m');
  writeFileSync(film, filmOf(code));
  browser = await launchChromium([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that the browser keeps for the door, as the disk has it, and what stands in the way of the key. */
const kept = (page: Page) =>
  page.evaluate(`(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const pages = (await caches.keys()).filter((name) => name === 'kull-door-page');
    if (!names.includes('kull-door-mli')) return { names, pages };
    const db = await new Promise((resolve) => { const asked = indexedDB.open('kull-door-mli'); asked.onsuccess = () => resolve(asked.result); });
    const all = (shelf) => new Promise((resolve) => { const asked = db.transaction(shelf).objectStore(shelf).getAll(); asked.onsuccess = () => resolve(asked.result); });
    const [keys, values] = [await all('key'), await all('kept')];
    db.close();
    const text = values.map(({ data }) => new TextDecoder().decode(data)).join(' ');
    return { names, pages, count: values.length, text, extractable: keys.map((key) => key.extractable) };
  })()`) as Promise<{ names: string[]; pages: string[]; count?: number; text?: string; extractable?: boolean[] }>;

it('reads a code that is held up to the camera, once, and only this page may use the camera', async () => {
  const phone = await Phone.of(api, browser, 'tvik');
  await phone.open(oslo);
  const page = await phone.go(`/oppmote/${oslo.id}/G1-1/skann`);
  expect(page!.headers()['permissions-policy']).toContain('camera=(self)');
  expect((await phone.context.request.get(`${phone.wire.origin}/klasser`)).headers()['permissions-policy']).toContain(
    'camera=()',
  );
  await phone.page.locator('.read').first().waitFor();
  await phone.settled();
  await phone.page.waitForTimeout(1_000);
  const { students } = (
    await cohort.client.get<{ students: { studentNo: string; marks: { source: string }[] }[] }>(
      `/classes/${oslo.id}/registers/G1-1`,
    )
  ).json();
  expect(students.map(({ marks }) => marks.map(({ source }) => source))).toEqual([['DOOR'], [], []]);
  expect(phone.problems).toEqual([]);
  await phone.close();
});

it('keeps nothing that can be read on the device, and nothing at all after the log-out (E4)', async () => {
  const phone = await Phone.of(api, browser, 'mli');
  const { page } = phone;
  await phone.open(oslo);
  const name = (await phone.row(oslo.students[1]!).innerText()).split(',')[0]!;
  await phone.cut();
  await phone.mark(oslo.students[1]!);
  await page.getByText('1 i kø').waitFor();
  const before = await kept(page);
  expect(before.count).toBeGreaterThan(3);
  expect(before.extractable).toEqual([false]);
  expect(before.pages).toHaveLength(1);
  expect(name.length).toBeGreaterThan(2);
  expect(before.text).not.toContain(name);
  expect(before.text).not.toContain(oslo.students[1]!);
  // It says what would be lost, and goes only when told to.
  await page.getByRole('link', { name: /Tilbake til øktene/ }).tap();
  await page.getByRole('button', { name: 'Logg ut' }).tap();
  await page.getByText('1 merker ligger bare på denne enheten').waitFor();
  await phone.mend();
  await page.getByRole('button', { name: 'Bli, og send dem først' }).tap();
  await phone.settled();
  await page.getByRole('button', { name: 'Logg ut' }).tap();
  await page.waitForURL(/logg-inn/);
  const after = await kept(page);
  expect([after.names, after.pages]).toEqual([[], []]);
  await phone.close();
});
