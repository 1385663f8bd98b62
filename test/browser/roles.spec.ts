import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrantedRole } from '@kull/access/accounts/account';
import { StaffDirectory } from '@kull/people';
import type { Browser, Page } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount } from '../harness/logged-in';
import { PlannedClasses } from '../harness/planned-classes';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

const folder = join(__dirname, '../../apps/cli/demo/nlp-2026-intake');
const file = (name: string): Buffer => readFileSync(join(folder, name));

type Who = 'administrator' | 'coordinator' | 'assessor' | 'grader' | 'auditor' | 'teacher';

let api: TestApi;
let origin: string;
let browser: Browser;
let house: PlannedClasses;
let intake: string;
const cookies = new Map<Who, string>();
/** The numbers of the applications, in the order of the file. */
const numbers = file('applications.csv')
  .toString()
  .split('\r\n')
  .slice(1, 13)
  .map((row) => row.slice(0, row.indexOf(';')));

/**
 * Two classes, of which one is the coordinator's; an intake with twelve applications that nobody has scored, and one
 * assessor who is partial in the last of them.
 */
beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
  house = new PlannedClasses(api);
  await house.moveClock('2026-08-20T08:00:00.000Z');
  const own = await house.plan('OSLO-1', { capacity: 10 });
  const other = await house.plan('OSLO-2', { capacity: 10, week: 1 });
  for (const id of [own, other]) await house.client.post(`/classes/${id}/openings`, {});
  const entry = (no: string, familyName: string) => ({ ...house.entry(no), familyName, givenNames: 'Kari' });
  await house.client.post(`/classes/${own}/enrolments`, entry('S1', 'Nordmann'));
  await house.client.post(`/classes/${other}/enrolments`, entry('S2', 'Berg'));
  const { id } = (
    await house.client.post<{ id: string }>('/intakes', JSON.parse(file('intake.json').toString()))
  ).json();
  intake = id;
  await house.client.put(`/intakes/${id}/hpr-register`, file('hpr-register.csv'));
  await house.client.put(`/intakes/${id}/municipalities`, file('municipalities.csv'));
  const rows = file('applications.csv').toString().split('\r\n').slice(0, 13);
  await house.client.post(`/intakes/${id}/application-imports`, Buffer.from(`${rows.join('\r\n')}\r\n`));
  const { data } = (
    await house.client.get<{ data: { id: string; applicationNo: string }[] }>(`/applications?intake=${id}`)
  ).json();
  const last = data.find(({ applicationNo }) => applicationNo === numbers[11])!;
  const partiality = { assessor: 'other', ground: 'CLOSE_RELATION', explanation: 'Søskenbarn.' };
  await house.client.post(`/applications/${last.id}/disqualifications`, partiality);
  const named = { code: 'ass', name: 'Anne Sand', email: 'ass@example.no', phone: '', language: 'nb' };
  await api.app.get(StaffDirectory).take([named] as never);
  const accounts: readonly (readonly [Who, string, GrantedRole])[] = [
    ['administrator', 'mli', { role: 'administrator' }],
    ['coordinator', 'cor', { role: 'coordinator', classes: [own] }],
    ['assessor', 'ass', { role: 'assessor' }],
    ['grader', 'gra', { role: 'grader' }],
    ['auditor', 'aud', { role: 'auditor' }],
    ['teacher', 'tea', { role: 'teacher', classes: [own] }],
  ];
  for (const [who, code, role] of accounts) cookies.set(who, await loggedInAccount(api, code, role));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

const see = (who: Who, path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light', status = 200) =>
  visit(browser, `${origin}${path}`, { width, colorScheme, cookie: cookies.get(who)!, status });

const settled = (page: Page) => page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))');

const menuOf = (page: Page): Promise<string[]> => page.locator('nav.menu a').allInnerTexts();

describe('whoever logs in begins in their own room, and sees only the rooms that are theirs', () => {
  it.each([
    ['coordinator', '/klasser', 'Klasser', ['Klasser', 'Oppmøte', 'Poeng']],
    ['assessor', '/vurdering', 'Vurdering', ['Vurdering']],
    ['grader', '/poeng', 'Poeng', ['Poeng']],
    ['auditor', '/logg', 'Logg', ['Tilganger', 'Logg']],
  ] as const)('%s', async (who, path, title, menu) => {
    const { page, complaints } = await see(who, '/');
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(path);
    expect(await menuOf(page)).toEqual(menu);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('whoever stands at a door, at the door', async () => {
    const { page } = await see('teacher', '/');
    expect(new URL(page.url()).pathname).toBe('/oppmote');
    await page.context().close();
  });
});

const screens = [
  ['coordinator', '/klasser', 'OSLO-1'],
  ['coordinator', '/personer/S1', 'Kari Nordmann'],
  ['assessor', '/vurdering/NLP-2026', 'A26-'],
  ['assessor', `/vurdering/NLP-2026/${numbers[1]}`, 'Søknaden kom i en fil.'],
  ['administrator', '/opptak/NLP-2026/habilitet', 'Søskenbarn.'],
  ['auditor', '/logg', 'ClassPlanned'],
  ['auditor', '/logg/innsyn', 'Hvem har sett på hvem'],
  ['auditor', '/tilganger', 'Anne Sand'],
] as const;

describe.each(looks)('$width px wide, $colorScheme', ({ width, colorScheme }) => {
  it.each(screens)('%s: %s is accessible', async (who, path, text) => {
    const { page, complaints } = await see(who, path, width, colorScheme);
    await page
      .getByText(text === 'ClassPlanned' ? 'class.planned' : text)
      .first()
      .waitFor();
    await keepPicture(page, `role-${who}${path.replaceAll(/\W/g, '-')}-${width}-${colorScheme}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.context().close();
  });
});

it.each(['nn', 'en'])('each room is complete in %s', async (language) => {
  for (const [who, path] of screens) {
    const { page, complaints } = await see(who, `${path}?lang=${language}`);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await page.innerText('main')).not.toMatch(/undefined|\[object/);
    expect(complaints).toEqual([]);
    await page.context().close();
  }
});

describe('a coordinator', () => {
  it('has the own class with its students, and nothing of the other', async () => {
    const { page } = await see('coordinator', '/klasser');
    const list = page.getByRole('table', { name: 'Klasser' });
    await list.getByRole('link', { name: 'OSLO-1', exact: true }).click();
    await page.getByRole('link', { name: 'Nordmann, Kari' }).waitFor();
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').fill('berg');
    await page.getByText('Ingen treff').waitFor();
    await page.context().close();
    const other = await see('coordinator', '/klasser/NLP-2026/OSLO-2');
    expect(await other.page.innerText('main')).not.toContain('Berg');
    await other.page.context().close();
    const person = await see('coordinator', '/personer/S2', 1280, 'light', 404);
    expect(await person.page.innerText('main')).not.toContain('Berg');
    await person.page.context().close();
  });
});

describe('an assessor', () => {
  it('scores by keyboard, sees what is left, and never what others gave', async () => {
    const no = numbers[0]!;
    const others = `application_no;assessor;score\r\n${no};other;97\r\n`;
    await house.client.post(`/intakes/${intake}/assessment-imports`, Buffer.from(others));
    const { page, complaints } = await see('assessor', '/vurdering/NLP-2026');
    const score = page.getByLabel(`Poeng til ${no}`);
    await score.focus();
    await page.keyboard.type('101');
    await page.getByText('Poeng er hele tall fra 0 til 100.').waitFor();
    await page.keyboard.press('Backspace');
    expect(await page.innerText('main')).not.toContain('97');
    await page.keyboard.press('Enter');
    await page.getByText('1 vurdering er lagret.').waitFor();
    await page.getByRole('button', { name: /^Dine 1/ }).click();
    expect(await page.getByLabel(`Poeng til ${no}`).inputValue()).toBe('10');
    expect(complaints).toEqual([]);
    const given = await api.fastify.inject({
      url: `/api/v1/intakes/${intake}/assessment-work`,
      headers: { cookie: cookies.get('assessor')! },
    });
    const [first] = given.json().data.filter((one: { own: number | null }) => one.own !== null);
    expect(first).toMatchObject({ applicationNo: no, own: 10, wanted: 'THIRD' });
    expect(given.body).not.toMatch(/\b97\b|personId|@/);
    await page.context().close();
  });
});

describe('an assessor who is partial', () => {
  const no = numbers[2]!;

  it('says so, sees the application no more, and the office gives it to somebody else or takes it back', async () => {
    const assessor = await see('assessor', '/vurdering/NLP-2026');
    await assessor.page.getByRole('link', { name: no }).click();
    await assessor.page.getByRole('heading', { name: 'Lederens bekreftelse' }).waitFor();
    // Nobody can say that they are related to a number.
    expect(await assessor.page.locator('.papers').innerText()).toMatch(/Søker: \p{Lu}\S+ \p{Lu}/u);
    await assessor.page.getByRole('button', { name: 'Jeg er inhabil' }).click();
    const dialog = assessor.page.getByRole('dialog');
    await dialog.getByLabel('Samme arbeidsgiver').check();
    await dialog.getByLabel('Forklaring').fill('Vi er i samme lederteam.');
    await settled(assessor.page);
    await keepPicture(assessor.page, 'role-assessor-partial');
    expect(await violations(assessor.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Jeg er inhabil' }).click();
    await assessor.page.getByRole('heading', { name: 'Du er inhabil' }).waitFor();
    await assessor.page.getByText(`${no}: samme arbeidsgiver`).waitFor();
    expect(await assessor.page.getByRole('link', { name: no }).count()).toBe(0);
    await keepPicture(assessor.page, 'role-assessor-disqualified');
    expect(assessor.complaints).toEqual([]);
    await assessor.page.context().close();

    const office = await see('administrator', '/opptak/NLP-2026');
    await office.page.getByText('2 søknader trenger en ny vurderer, fordi en er inhabil.').waitFor();
    await office.page.getByRole('link', { name: 'Se hvilke' }).click();
    await office.page.getByText('Vi er i samme lederteam.').waitFor();
    await office.page.getByRole('button', { name: `Trekk tilbake: ${no}, ass` }).click();
    await office.page.getByLabel('Begrunnelse').fill('De arbeider ikke sammen lenger.');
    await office.page.getByRole('dialog').getByRole('button', { name: 'Trekk tilbake' }).click();
    await office.page.getByText('1 søknad trenger en ny vurderer, fordi en er inhabil.').waitFor();
    await office.page.getByRole('button', { name: 'Meld en vurderer inhabil' }).click();
    await office.page.getByLabel('Søknadsnummer').fill(no);
    expect(await office.page.locator('datalist option').getAttribute('value')).toBe('ass');
    await office.page.getByLabel('Vurderer (kode)').fill('ass');
    await office.page.getByLabel('Annet').check();
    await office.page.getByLabel('Forklaring').fill('Meldt på telefon.');
    await settled(office.page);
    await keepPicture(office.page, 'role-administrator-declares');
    await office.page.getByRole('dialog').getByRole('button', { name: 'Meld en vurderer inhabil' }).click();
    await office.page.getByText('Meldt på telefon.').waitFor();
    expect(office.complaints).toEqual([]);
    await office.page.context().close();
  });
});

/** The lines of the page's list as CSV, and how many rows the page shows. */
const exported = async (page: Page): Promise<readonly [lines: readonly string[], rows: number]> => {
  const rows = await page.locator('tbody tr').count();
  await page.getByRole('button', { name: 'Eksporter' }).click();
  const dialog = page.getByRole('dialog');
  const coming = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'CSV for Excel' }).click();
  const csv = await readFile(await (await coming).path(), 'utf8');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return [csv.replace('\ufeff', '').trimEnd().split('\r\n'), rows];
};

describe('an auditor', () => {
  it('reads the log of one subject, and who has looked at whom', async () => {
    const looked = await see('coordinator', '/personer/S1');
    await looked.page.getByRole('heading', { name: 'Kari Nordmann' }).waitFor();
    await looked.page.context().close();
    const { page, complaints } = await see('auditor', '/logg');
    await page
      .getByRole('button', { name: /^Bare class-/ })
      .first()
      .click();
    await page.getByText(/^Bare class-/).waitFor();
    await page.getByRole('link', { name: 'Hvem har sett på hvem' }).click();
    await page.getByLabel('Konto').fill('cor');
    await page.keyboard.press('Enter');
    await page.getByText('getPerson', { exact: true }).first().waitFor();
    const [ofReads, shown] = await exported(page);
    expect(ofReads[0]).toBe('Når;Hvem;Som;Hva;Person');
    expect(ofReads).toHaveLength(shown + 1);
    await page.goto(`${origin}/logg`);
    await page
      .getByRole('button', { name: /^Bare class-/ })
      .first()
      .click();
    await page.getByText(/^Bare class-/).waitFor();
    const subject = new URL(page.url()).searchParams.get('om')!;
    await page.waitForFunction(
      `![...document.querySelectorAll('tbody .subject')].some((one) => one.textContent !== ${JSON.stringify(subject)})`,
    );
    const [ofLog, events] = await exported(page);
    expect(ofLog[0]).toBe('Nr.;Når;Hva;Om;Hvem;Innhold');
    expect(ofLog).toHaveLength(events + 1);
    expect(ofLog.slice(1).every((line) => line.includes(`;${subject};`))).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
