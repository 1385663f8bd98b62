import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount } from '../harness/logged-in';
import { PlannedClasses } from '../harness/planned-classes';
import { journey } from './journeys';
import { restyledAtMost } from './restyled';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

let api: TestApi;
let origin: string;
let browser: Browser;
let cookie: string;
let house: PlannedClasses;

const named = (studentNo: string, familyName: string, givenNames: string, over: object = {}) => ({
  ...house.entry(studentNo),
  familyName,
  givenNames,
  ...over,
});

/** Two classes of a cohort, taught by then; of six half-days one may be missed. */
beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
  cookie = await loggedInAccount(api, 'mli', { role: 'administrator' });
  house = new PlannedClasses(api);
  await house.moveClock('2026-08-20T08:00:00.000Z');
  const { client } = house;
  const [one, two] = [
    await house.plan('OSLO-1', { capacity: 10 }),
    await house.plan('OSLO-2', { capacity: 10, week: 1 }),
  ];
  for (const id of [one, two]) await client.post(`/classes/${id}/openings`, {});
  const enrol = (id: string, body: object) => client.post(`/classes/${id}/enrolments`, body);
  const physician = { participantStatus: 'PHYSICIAN' };
  await enrol(
    one,
    named('A26-000439', 'Nordmann', 'Kari', { ...physician, hprNumber: '9144889', email: 'kari@example.no' }),
  );
  await enrol(one, named('A26-000261', 'Aas', 'Karim', { ...physician, language: 'nn' }));
  await enrol(one, named('A26-000100', 'Ødegård-Lie', 'Bjørn'));
  await enrol(one, named('A26-000101', 'Sæther', 'Siv'));
  await enrol(two, named('A26-000102', 'Berg', 'Ola'));
  await house.act(one, 'A26-000101', 'leaves', { from: '2026-09-20', reasonClass: 'ILLNESS' });
  await house.moveClock('2026-09-10T10:00:00.000Z');
  const mark = (id: string, session: string, studentNo: string, presence: string, day: number) => ({
    id: `0b9c1c6e-3c0e-4c55-9a55-6f1f3c2f8f${id}`,
    session,
    studentNo,
    presence,
    observedAt: `2026-09-0${day}T07:05:00.000Z`,
  });
  const marks = [
    mark('10', 'G1-0', 'A26-000439', 'ABSENT', 7),
    mark('11', 'G1-1', 'A26-000439', 'PRESENT', 8),
    mark('12', 'G1-0', 'A26-000261', 'PRESENT', 7),
  ];
  await client.post(`/classes/${one}/mark-batches`, { marks, device: 'd1' });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

const see = (path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light') =>
  visit(browser, `${origin}${path}`, { width, colorScheme, headers: { cookie } });

const close = (page: Page): Promise<void> => page.context().close();

const openPalette = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').waitFor();
};

const choose = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('checkbox', { name: `Velg ${name}` }).focus();
  await page.keyboard.press('Space');
};

const ROSTER = '/klasser/NLP-2026/OSLO-1';

describe.each(looks)('persons and classes, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  const isFine = async (page: Page, complaints: readonly string[], name: string): Promise<void> => {
    await keepPicture(page, `${name}-${width}-${colorScheme}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
  };

  it('the classes, with their places and the next gathering', async () => {
    const { page, complaints } = await see('/klasser', width, colorScheme);
    await page.getByText('4 av 10').waitFor();
    await isFine(page, complaints, 'classes');
    await close(page);
  });

  it('the list of a class, with how each stands', async () => {
    const { page, complaints } = await see(ROSTER, width, colorScheme);
    await page.getByText('ingen igjen').waitFor();
    await page.getByText('9144***').waitFor();
    await isFine(page, complaints, 'roster');
    await close(page);
  });

  it('a person, with the answers on top', async () => {
    const { page, complaints } = await see('/personer/A26-000439', width, colorScheme);
    await page.getByText('må være med på alt som er igjen').waitFor();
    await page.getByText('Oppmøte: fravær, 1 økt').waitFor();
    await isFine(page, complaints, 'person');
    await close(page);
  });

  it('the search over them all', async () => {
    const { page, complaints } = await see('/klasser', width, colorScheme);
    await openPalette(page);
    await page.keyboard.type('kar');
    await page.getByRole('option').nth(1).waitFor();
    await isFine(page, complaints, 'palette');
    await close(page);
  });
});

describe('finding a person (ux.md A1)', () => {
  it('takes ⌘K, three letters and Enter, and the answer is there without scrolling (walks A1)', async () => {
    const seen = await see('/');
    const { page } = seen;
    const card = page.getByRole('region', { name: 'Slik står det til nå' });
    await journey('A1', seen, async () => {
      await openPalette(page);
      await page.keyboard.type('kar');
      await page.getByRole('option', { name: /Nordmann, Kari/ }).waitFor();
      expect(await page.getByRole('option').allTextContents()).toEqual([
        expect.stringContaining('Nordmann, Kari'),
        expect.stringContaining('Aas, Karim'),
      ]);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/personer/A26-000439');
      await card.waitFor();
    });
    const text = await card.innerText();
    for (const answer of ['OSLO-1', 'lege', 'aktiv', '1 av 6 halvdager', '9144***', 'kari@example.no'])
      expect(text).toContain(answer);
    const box = (await card.boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(800);
    expect(await page.evaluate('scrollY')).toBe(0);
    await close(page);
  });

  it('never by eleven digits, and says so; Escape gives the focus back', async () => {
    const { page } = await see('/klasser');
    const button = page.getByRole('button', { name: /Søk/ });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('01018012345');
    await page.getByText('Skriv ikke fødselsnummer her').waitFor();
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('combobox').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.className')).toContain('palette-open');
    await close(page);
  });

  it('works out the style of what a key changes, and not of the page behind', async () => {
    const { page } = await see('/klasser/NLP-2026/OSLO-1', 360);
    await openPalette(page);
    const all = Number(await page.evaluate("document.querySelectorAll('*').length"));
    const some = page.locator('.palette-hit strong');
    const found = await restyledAtMost(browser, page, async () => {
      await page.keyboard.press('n');
      await some.first().waitFor();
      await page.keyboard.press('Backspace');
      await some.first().waitFor({ state: 'detached' });
    });
    expect({ found, isPart: found < all / 4 }).toEqual({ found, isPart: true });
    await close(page);
  });

  it('and the acts that begin so', async () => {
    const { page } = await see('/');
    await openPalette(page);
    await page.keyboard.type('klasse oslo-2');
    await page.getByRole('option', { name: /Klasseliste OSLO-2/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/klasser/NLP-2026/OSLO-2');
    await close(page);
  });
});

const moveToOslo2 = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Flytt klasse …' }).click();
  await page.getByLabel('Til klasse').selectOption({ label: 'OSLO-2 (9 ledige)' });
  await page.getByRole('button', { name: 'Flytt 1', exact: true }).click();
  await page.getByText('Flyttet 1 til OSLO-2.').waitFor();
};

describe('the list of a class (ux.md E3)', () => {
  it('has views with an address, and a search', async () => {
    const { page } = await see(ROSTER);
    await page.getByText('ingen igjen').waitFor();
    await page.getByRole('link', { name: 'Leger 2' }).click();
    expect(page.url()).toContain('vis=leger');
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.getByRole('link', { name: 'Uten HPR 1' }).click();
    expect(await page.locator('tbody tr').innerText()).toContain('Aas, Karim');
    await page.getByRole('link', { name: 'I fare 1' }).click();
    expect(await page.locator('tbody tr').innerText()).toContain('Nordmann, Kari');
    await page.getByRole('link', { name: 'Alle 4' }).click();
    await page.locator('tbody tr').first().focus();
    await page.keyboard.press('/');
    await page.keyboard.type('odeg');
    await page.waitForURL('**sok=odeg*');
    await page.locator('tbody tr', { hasText: 'Ødegård-Lie' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.reload();
    await page.locator('tbody tr', { hasText: 'Ødegård-Lie' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    await close(page);
  });

  it('is shown as it was on a date, without what is only known of now', async () => {
    const { page, complaints } = await see(`${ROSTER}?dag=2026-09-21`);
    await page.getByText('Slik lista var 21.09.2026').waitFor();
    await page.getByText('permisjon fra 20.09.2026').waitFor();
    expect(await page.getByRole('checkbox', { name: /Velg/ }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close(page);
  });

  it('is exported as it is shown, as a whole, and printed per gathering', async () => {
    const { page } = await see(`${ROSTER}?vis=leger&sort=-navn`);
    await page.getByText('ingen igjen').waitFor();
    await page.getByRole('button', { name: 'Eksporter' }).click();
    const dialog = page.getByRole('dialog');
    const shown = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'CSV for Excel' }).click();
    const file = await shown;
    expect(file.suggestedFilename()).toBe('OSLO-1.csv');
    const lines = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffNavn;Studentnummer;Status;Lege;HPR;Oppmøte;Til stede;Av;Krav/);
    expect(lines.slice(1).map((line) => line.split(';').slice(0, 2))).toEqual([
      ['Aas, Karim', 'A26-000261'],
      ['Nordmann, Kari', 'A26-000439'],
    ]);
    await dialog.getByText('Lastet ned: OSLO-1.csv').waitFor();
    const whole = page.waitForEvent('download');
    await dialog.getByRole('link', { name: 'Klasselista som regneark (xlsx)' }).click();
    expect((await whole).suggestedFilename()).toBe('Klasseliste OSLO-1.xlsx');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Skriv ut' }).click();
    expect(await page.getByRole('link', { name: /Samling 2/ }).getAttribute('href')).toContain('gathering=2');
    await close(page);
  });

  it('has the columns and views that somebody chooses, also after coming back', async () => {
    const { page, complaints } = await see(ROSTER);
    await page.getByText('ingen igjen').waitFor();
    await page.getByRole('button', { name: 'Kolonner' }).click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Krav' }).click();
    await page.waitForURL('**uten=krav*');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('columnheader', { name: 'Krav' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Leger 2' }).click();
    await page.getByRole('button', { name: '+ Lagre visning' }).click();
    await page.getByLabel('Navn på visningen').fill('Leger uten krav');
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.goto(`${origin}${ROSTER}`);
    await page.getByRole('link', { name: 'Leger uten krav' }).waitFor();
    await page.locator('tbody tr').first().waitFor();
    expect(await page.getByRole('columnheader', { name: 'Krav' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Leger uten krav' }).click();
    await page.waitForURL('**vis=leger*');
    expect(await page.locator('tbody tr').count()).toBe(2);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Fjern visningen Leger uten krav' }).click();
    await page.getByRole('link', { name: 'Leger uten krav' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Kolonner' }).click();
    await page.getByRole('button', { name: 'Vis alle' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Krav' }).waitFor();
    expect(complaints).toEqual([]);
    await close(page);
  });

  it('moves who is chosen by keys, after showing what follows', async () => {
    const { page, complaints } = await see(ROSTER);
    await choose(page, 'Ødegård-Lie, Bjørn');
    await page.getByRole('button', { name: 'Flytt klasse …' }).click();
    await page.getByLabel('Til klasse').selectOption({ label: 'OSLO-2 (9 ledige)' });
    await page.getByText('OSLO-2 får 2 av 10 plasser tatt.').waitFor();
    await page.getByText('Oppmøtet de har, følger med.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Flytt 1', exact: true }).click();
    await page.getByText('Flyttet 1 til OSLO-2.').waitFor();
    await page.getByRole('link', { name: 'Sluttet 1' }).waitFor();
    await page.getByRole('button', { name: /^Angre/ }).click();
    await page.getByText('Angret.').waitFor();
    await page.getByRole('link', { name: 'Sluttet 1' }).waitFor({ state: 'detached' });
    const person = await see('/personer/A26-000100');
    await moveToOslo2(person.page);
    await person.page.getByRole('button', { name: /^Angre: Flyttet til OSLO-2/ }).click();
    await person.page.getByText('Flyttingen ble angret: går i OSLO-1 som før').waitFor();
    await keepPicture(person.page, 'person-angret');
    await moveToOslo2(person.page);
    await person.page.getByRole('button', { name: /^Angre: Flyttet til OSLO-2/ }).waitFor();
    await keepPicture(person.page, 'person-angre');
    expect(await violations(person.page)).toEqual([]);
    expect(person.complaints).toEqual([]);
    await close(person.page);
    expect(complaints).toEqual([]);
    const { students } = await house.roster(
      (await house.client.get<{ data: { id: string; code: string }[] }>('/classes'))
        .json()
        .data.find(({ code }) => code === 'OSLO-2')!.id,
    );
    expect(students.map(({ studentNo }) => studentNo)).toContain('A26-000100');
    await close(page);
  });

  it('reports absence of who is chosen', async () => {
    const { page, complaints } = await see(ROSTER);
    await choose(page, 'Aas, Karim');
    await page.getByRole('button', { name: 'Meld fravær …' }).click();
    await page.getByRole('checkbox', { name: /12\. okt/ }).check();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Meld fravær for 1' }).click();
    await page.getByText('Meldte fravær for 1.').waitFor();
    expect(complaints).toEqual([]);
    await close(page);
  });
});

describe.each(['nn', 'en'])('in %s', (language) => {
  it.each(['/klasser', ROSTER, '/personer/A26-000439'])('%s is complete and accessible', async (path) => {
    const chosen = { cookie: `${cookie}; kull-lang=${language}` };
    const address = `${origin}${path}`;
    const { page, complaints } = await visit(browser, address, { width: 1280, colorScheme: 'light', headers: chosen });
    await page
      .getByText(/OSLO-1|9144/)
      .first()
      .waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await page.innerText('main')).not.toMatch(/undefined|\[object|halvdager|ikke |timer\b/);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close(page);
  });
});
