import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount } from '../harness/logged-in';
import { type AttendedClass, AttendedCohort, markOf } from '../rules/attended-cohort';
import { journey } from './journeys';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

jest.setTimeout(300_000);

let api: TestApi;
let origin: string;
let cohort: AttendedCohort;
let oslo: AttendedClass;
let browser: Browser;
let cookie: string;

const mark = (device: string, marks: readonly object[], observedBy?: string) =>
  cohort.client.post(`/classes/${oslo.id}/mark-batches`, { device, marks, ...(observedBy && { observedBy }) });
const lineOf = async (session: string, studentNo: string) =>
  (
    await cohort.client.get<{
      students: {
        studentNo: string;
        counts?: { presence: string };
        marks: object[];
        changes: { presence: string; reasonClass: string; reason?: string }[];
      }[];
    }>(`/classes/${oslo.id}/registers/${session}`)
  )
    .json()
    .students.find((one) => one.studentNo === studentNo)!;

beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  cohort = new AttendedCohort(api);
  oslo = await cohort.plan('OSLO-1', 12);
  await cohort.at('2026-09-16T12:00:00.000Z');
  const morning = oslo.students.map((studentNo, at) =>
    markOf('G1-1', studentNo, '2026-09-14T06:45:00.000Z', { presence: at % 5 === 4 ? 'ABSENT' : 'PRESENT' }),
  );
  expect((await mark('phone-1', morning)).status).toBe(200);
  await mark(
    'phone-2',
    [markOf('G1-1', oslo.students[0]!, '2026-09-14T06:50:00.000Z', { presence: 'ABSENT' })],
    'tvik',
  );
  const absence = { studentNo: oslo.students[1]!, sessions: ['G1-4'], reason: 'ILLNESS' };
  expect((await cohort.client.post(`/classes/${oslo.id}/absences`, absence)).status).toBe(201);
  cookie = await loggedInAccount(api, 'mli', { role: 'administrator' });
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

const see = (query = '', choice: { width?: number; colorScheme?: 'light' | 'dark'; lang?: string } = {}) => {
  const { width = 1280, colorScheme = 'light', lang } = choice;
  const headers = { cookie: `${cookie}${lang ? `; kull-lang=${lang}` : ''}` };
  return visit(browser, `${origin}/klasser/NLP-2026/OSLO-1/oppmote${query}`, { width, colorScheme, headers });
};
const cell = (page: Page, studentNo: string, session: string) => page.locator(`[data-cell="${studentNo}/${session}"]`);
/** The rows are by name: who stands where on the screen. */
const shown = async (page: Page): Promise<readonly string[]> => {
  const cells = await page.locator('[data-cell$="/G1-2"]').all();
  return Promise.all(cells.map(async (one) => (await one.getAttribute('data-cell'))!.split('/')[0]!));
};

describe('the grid of the office, by keyboard (A3)', () => {
  it('marks, chooses a block, asks why something is changed, and takes it back (walks A3)', async () => {
    const seen = await see();
    const { page, complaints } = seen;
    await cell(page, oslo.students[0]!, 'G1-2').waitFor();
    const [first, second, third] = (await shown(page)) as readonly [string, string, string];
    // The registers come slowly: what is done next is done to what was just said all the same.
    const slowly = /\/registers\/[^/]+$/;
    await page.route(slowly, async (route) => {
      await new Promise((go) => setTimeout(go, 400));
      await route.continue().catch(() => undefined);
    });
    // One stop for Tab: into the grid, then the arrows.
    await page.locator('.grid-search').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('p');
    await page.getByText(/Lagret. «P, til stede»/).waitFor();
    expect(await lineOf('G1-2', first)).toMatchObject({
      counts: { presence: 'PRESENT' },
      marks: [{ observedBy: 'mli', device: 'office' }],
    });

    // A block of three: one is marked already and needs a reason, two are not.
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('3 celler er valgt.').waitFor();
    await page.keyboard.press('g');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 føres. 1 endres, og det gamle merket blir stående.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Lagre 3' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Fraværsgrunn').selectOption('ILLNESS');
    await dialog.getByLabel('Årsak til endringen').selectOption('NEW_INFORMATION');
    await dialog.getByLabel(/Mer om årsaken/).fill('Legeerklæring vist');
    await keepPicture(page, 'office-change-1280-light');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Lagre 3' }).press('Enter');
    await page.getByText(/Lagret. «G, gyldig fravær/).waitFor();
    for (const studentNo of [second, third])
      expect(await lineOf('G1-2', studentNo)).toMatchObject({ counts: { presence: 'EXCUSED', excuse: 'ILLNESS' } });
    expect((await lineOf('G1-2', first)).changes).toMatchObject([
      { presence: 'EXCUSED', reasonClass: 'NEW_INFORMATION', reason: 'Legeerklæring vist' },
    ]);

    await page.unroute(slowly);
    // One correction alone: Enter opens it with its history; undo says again what stood before.
    await page.keyboard.press('Escape');
    await page.getByText(/3 celler er valgt/).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await dialog.getByText('Historikk').click();
    await dialog
      .getByText(/gyldig fravær, merket av/)
      .first()
      .waitFor();
    await journey('A3', seen, async () => {
      await dialog.getByLabel('P til stede').check();
      await dialog.getByLabel('Årsak til endringen').selectOption('WRONG_MARK');
      await dialog.getByRole('button', { name: 'Lagre 1' }).press('Enter');
      await page.getByText(/Lagret. «P, til stede, Feil merke»/).waitFor();
    });
    expect(await lineOf('G1-2', third)).toMatchObject({ counts: { presence: 'PRESENT' } });
    await page.keyboard.press('Control+z');
    await page.getByText('Angret.').waitFor();
    expect(await lineOf('G1-2', third)).toMatchObject({
      counts: { presence: 'EXCUSED', excuse: 'ILLNESS' },
      changes: [{}, {}],
    });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('tells of each cell who recorded it, when, and from which device', async () => {
    const { page } = await see();
    await cell(page, oslo.students[1]!, 'G1-1').click();
    await page.getByText(/til stede, merket av .* 08:45, fra lista \(phone-1\)/).waitFor();
    await page.context().close();
  });
});

describe('the rest of the work', () => {
  it('settles what two disagree about', async () => {
    const { page } = await see('?vis=uenighet');
    await page.getByText('(phone-2)').waitFor();
    expect(await violations(page)).toEqual([]);
    await keepPicture(page, 'office-conflicts-1280-light');
    await page.getByRole('button', { name: /Behold P/ }).click();
    await page.getByRole('button', { name: 'Avgjør: til stede' }).click();
    await page.getByText('Ingen uenighet.').waitFor();
    expect(await lineOf('G1-1', oslo.students[0]!)).toMatchObject({ counts: { presence: 'PRESENT' } });
    await page.context().close();
  });

  it('answers absence that was reported, from the list of what needs action (walks A4)', async () => {
    const seen = await visit(browser, `${origin}/`, { width: 1280, colorScheme: 'light', headers: { cookie } });
    const { page } = seen;
    const item = page.getByRole('link', { name: /fravær/i }).first();
    await item.waitFor();
    await journey('A4', seen, async () => {
      await item.click();
      await page.getByText('Sykdom').waitFor();
      await page.getByRole('button', { name: 'Godkjenn …' }).click();
      await page.getByLabel('Grunnlag').selectOption('DOCUMENT_SHOWN');
      await keepPicture(page, 'office-absences-1280-light');
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Godkjenn 1' }).click();
      await page.getByText('✓ Gyldig').waitFor();
    });
    await page.context().close();
  });

  it('locks a session that is over, and reads a sheet in', async () => {
    const { page } = await see('?vis=okter&samling=1');
    await page.getByRole('button', { name: 'Lås' }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await keepPicture(page, 'office-sessions-1280-light');
    await page.getByRole('button', { name: 'Les inn skjema' }).nth(2).click();
    await page.getByLabel('Fil').setInputFiles({
      name: 'skjema.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('row_code;presence\r\nAAAAAA;T\r\n'),
    });
    await page.getByRole('button', { name: 'Les inn', exact: true }).click();
    await page.getByText('1 rader ble ikke tatt inn:').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Lås' }).first().click();
    await page.getByText('Alle er merket.').waitFor();
    await page.getByRole('button', { name: 'Lås økten' }).click();
    await page.getByText('■ Låst').first().waitFor();
    await page.context().close();
  });
});

describe.each(looks)('the grid, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  it('is accessible, in three languages', async () => {
    const lang = width === 360 ? (colorScheme === 'dark' ? 'en' : 'nn') : undefined;
    const { page, complaints } = await see('', { width, colorScheme, lang });
    await cell(page, oslo.students[0]!, 'G1-1').click();
    await keepPicture(page, `office-grid-${width}-${colorScheme}`);
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
