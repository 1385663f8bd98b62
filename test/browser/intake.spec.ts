import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { syntheticNationalId } from '../../libs/admissions/test-model/arbitrary-intake';
import { demonstrationFolder, readIntakeFolder } from '../../libs/admissions/test-model/intake-folder';
import { slowSelection } from '../../libs/admissions/test-model/slow-selection';
import { birthDateOf } from '../acceptance/model/course-awards';
import { rowsOf } from '../acceptance/model/tables';
import { isNationalId } from '../acceptance/national-ids';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount } from '../harness/logged-in';
import { AtWork } from './at-work';
import { journey } from './journeys';
import { keepPicture, looks, overflows, violations } from './visiting';

const folder = demonstrationFolder();
const file = (name: string): string => join(folder, name);
const input = readIntakeFolder(folder);
const births = new Map(
  input.applications
    .map((row) => row.national_id)
    .filter(isNationalId)
    .map((id) => [id, birthDateOf(id)]),
);
const expected = slowSelection(input, births);
if ('stopped' in expected) throw new Error('the demonstration lacks assessments');

let api: TestApi;
let origin: string;
let browser: Browser;
let cookie: string;
let own: string;

beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
  cookie = await loggedInAccount(api, 'mli', { role: 'administrator' });
  own = mkdtempSync(join(tmpdir(), 'kull-intake-'));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
  rmSync(own, { recursive: true, force: true });
});

const download = async (code: string, name: string): Promise<string> => {
  const headers = { authorization: api.authorization };
  const { data } = (await (await fetch(`${origin}/api/v1/intakes`, { headers })).json()) as {
    data: { id: string; code: string }[];
  };
  const { id } = data.find((one) => one.code === code)!;
  return (await fetch(`${origin}/api/v1/intakes/${id}/files/${name}`, { headers })).text();
};

const takeInOthers = async (office: AtWork, assessments = file('assessments.csv')): Promise<void> => {
  for (const [label, path, read] of [
    [/HPR-registeret/, file('hpr-register.csv'), /linjer lest/],
    [/Kommunenavn/, file('municipalities.csv'), /57 linjer lest/],
    [/Vurderinger/, assessments, /tatt inn, /],
  ] as const) {
    await office.page.getByLabel(label).setInputFiles(path);
    await office.waitFor(office.page.locator('.other-files [role="status"]', { hasText: read }));
  }
};

describe('from the file of applications to the offers of round 1 (goal 14)', () => {
  it('in at most 60 clicks, 15 s of waiting and 10 min, and the offers are those of the rules (walks A7)', async () => {
    const office = await AtWork.begin(browser, origin, cookie);
    await office.goTo(`${origin}/opptak`);
    await journey('A7', office, async () => {
      await office.button('Nytt opptak').click();
      await office.page.getByLabel(/Innstillinger fra fil/).setInputFiles(file('intake.json'));
      await office.button('Åpne opptaket').click();
      await office.waitFor(office.page.getByLabel(/Fil med søknader/));

      await office.page.getByLabel(/Fil med søknader/).setInputFiles(file('applications.csv'));
      await office.waitFor(office.text(/468 kan tas inn/));
      expect(
        await office
          .text(/477 rader/)
          .first()
          .innerText(),
      ).toContain('kolonner gjenkjent 26/26');
      expect(await office.page.locator('tbody tr').count()).toBe(13);
      await keepPicture(office.page, 'intake-check');
      await office.page.getByLabel('Vis bare avviste').click();
      expect(await office.page.locator('tbody tr').count()).toBe(9);
      const saving = office.page.waitForEvent('download');
      await office.button('Last ned rejected-rows.csv').click();
      const saved = readFileSync(await (await saving).path());
      expect(rowsOf(saved).map((row) => Object.values(row).slice(0, 4))).toEqual(expected.rejectedRows);
      await office.button('Importer 468').click();
      await office.waitFor(office.text(/468 søknader er tatt inn/));
      await takeInOthers(office);

      await office.page.getByRole('link', { name: 'Rangering' }).click();
      await office.button('Kjør rangeringen').click();
      await office.waitFor(office.page.getByRole('row', { name: /Lege \(øremerket\) 20 25/ }));
      await office.page.getByRole('link', { name: 'Runder' }).click();
      await office.waitFor(office.button('Forhåndsvis 216'));
      await office.button('Forhåndsvis 216').click();
      expect(await office.button('Send 216').isDisabled()).toBe(true);
      await office.page.getByLabel('Skriv NLP-2026 for å bekrefte').fill('NLP-2026');
      await office.button('Send 216').click();
      await office.waitFor(office.text(/216 åpne tilbud/));
    });

    const offers = rowsOf(Buffer.from(await download('NLP-2026', 'offers.csv')));
    const ofRound1 = (rows: readonly (readonly string[])[]) =>
      rows.filter(([round]) => round === '1').map((row) => row.slice(0, 5));
    expect(offers.map((row) => Object.values(row).slice(0, 5))).toEqual(ofRound1(expected.offers));
    expect(office.complaints).toEqual([]);
    await office.close();
  }, 400_000);

  it('the same file again changes nothing, and says so (walks A6)', async () => {
    const other = join(own, 'intake.json');
    writeFileSync(other, readFileSync(file('intake.json'), 'utf8').replace('"NLP-2026"', '"NLP-2026-B"'));
    const office = await AtWork.begin(browser, origin, cookie);
    await office.goTo(`${origin}/opptak`);
    await office.button('Nytt opptak').click();
    await office.page.getByLabel(/Innstillinger fra fil/).setInputFiles(other);
    await office.button('Åpne opptaket').click();
    await office.waitFor(office.page.getByLabel(/Fil med søknader/));
    await journey('A6', office, async () => {
      await office.page.getByLabel(/Fil med søknader/).setInputFiles(file('applications.csv'));
      await office.waitFor(office.text(/468 kan tas inn/));
    });
    await office.button('Importer 468').click();
    await office.waitFor(office.text(/468 er tatt inn før og er uendret/));
    await office.page.getByLabel(/Fil med søknader/).setInputFiles(file('applications.csv'));
    await office.waitFor(office.text('Filen er tatt inn før. Den endrer ingenting.'));
    expect(await office.button('Importer 0').isDisabled()).toBe(true);
    await office.close();
  }, 300_000);
});

describe('rows that are refused', () => {
  /** What the office finds out and types into the cell that has the focus, by code. */
  const mended: Readonly<Record<string, (row: number) => string>> = {
    DUPLICATE_APPLICATION_NO: (row) => `A26-9${row}`,
    MISSING_NAME: () => 'Moe',
    INVALID_NATIONAL_ID: (row) => syntheticNationalId('1975-07-15', row % 10),
    INVALID_TIMESTAMP: () => '2026-03-25T19:34:28Z',
    UNKNOWN_CLASS: () => 'OSLO-1',
    OUTSIDE_WINDOW: () => '2026-03-31T18:00:00Z',
  };

  it('are mended on the spot, each in at most 10 s, and those without assessments stop the ranking by name (walks A6 mend)', async () => {
    const office = await AtWork.begin(browser, origin, cookie);
    const other = join(own, 'other.json');
    writeFileSync(other, readFileSync(file('intake.json'), 'utf8').replace('"NLP-2026"', '"NLP-2026-C"'));
    await office.goTo(`${origin}/opptak`);
    await office.button('Nytt opptak').click();
    await office.page.getByLabel(/Innstillinger fra fil/).setInputFiles(other);
    await office.button('Åpne opptaket').click();
    await office.waitFor(office.page.getByLabel(/Fil med søknader/));
    await office.page.getByLabel(/Fil med søknader/).setInputFiles(file('applications.csv'));
    await office.waitFor(office.text(/9 avvist/));
    await office.page.getByLabel('Vis bare avviste').click();
    for (let left = 9; left > 0; left--) {
      const first = office.page.locator('tbody tr').first();
      const code = await first.locator('code').innerText();
      const row = Number(await first.locator('td').first().innerText());
      await journey('A6 mend', office, async () => {
        await first.getByRole('button').click();
        await office.page.getByRole('dialog').waitFor();
        await office.page.keyboard.insertText(mended[code]!(row));
        await office.page.keyboard.press('Enter');
        await office.waitFor(left > 1 ? office.text(`${left - 1} avvist`) : office.text(/477 kan tas inn/));
      });
    }
    await office.button('Importer 477').click();
    await office.waitFor(office.text(/477 søknader er tatt inn/));
    // The first application's assessments got lost on the way.
    const lost = input.assessments[0]!.application_no!;
    const some = join(own, 'assessments.csv');
    const lines = readFileSync(file('assessments.csv'), 'utf8').split('\r\n');
    writeFileSync(some, lines.filter((line) => !line.startsWith(`${lost};`)).join('\r\n'));
    await takeInOthers(office, some);
    await office.page.getByRole('link', { name: 'Rangering' }).click();
    await office.button('Kjør rangeringen').click();
    await office.waitFor(office.text('Ingen er rangert før disse søknadene er vurdert:'));
    await keepPicture(office.page, 'intake-stopped');
    const named = await office.page.locator('.missing li').allInnerTexts();
    expect(named.some((text) => text.includes(`${lost} har 0 av 2 vurderinger`))).toBe(true);
    for (const text of named) {
      const [no] = /A26-\d+/.exec(text)!;
      for (const assessor of ['assessor-a', 'assessor-b']) {
        await office.page.getByRole('button', { name: `Registrer vurdering: ${no}` }).click();
        const dialog = office.page.getByRole('dialog');
        await dialog.getByLabel('Vurderer (kode)').fill(assessor);
        await dialog.getByLabel('Poeng (0–100)').fill('70');
        await dialog.getByRole('button', { name: 'Registrer' }).click();
        await dialog.waitFor({ state: 'detached' });
      }
    }
    await office.button('Kjør rangeringen').click();
    await office.waitFor(office.page.getByRole('row', { name: /Generell 196/ }));
    expect(office.complaints).toEqual([]);
    await office.close();
  }, 400_000);
});

const clockAt = (now: string | null) =>
  api.fastify.inject({
    method: 'PUT',
    url: '/api/v1/clock',
    headers: { authorization: api.authorization, 'content-type': 'application/json' },
    payload: JSON.stringify({ now }),
  });

describe('between the rounds', () => {
  it('an answer by telephone, answers from a file, the round closed, the next one previewed and sent in 3 clicks (walks A5)', async () => {
    const office = await AtWork.begin(browser, origin, cookie);
    await office.goTo(`${origin}/opptak/NLP-2026/runder?svar=OPEN`);
    await office.waitFor(office.page.locator('#round-offers'));
    await office.page.locator('tbody tr', { hasText: 'Registrer svar' }).first().waitFor();
    await office.page
      .getByRole('button', { name: /^Registrer svar: / })
      .first()
      .click();
    await keepPicture(office.page, 'intake-answer');
    await office.page.getByRole('radio', { name: /^Nei/ }).last().click();
    await office.page.getByLabel('Svarte (tomt er nå)').fill('2026-05-02T12:00');
    await office.button('Registrer svaret').click();
    await office.waitFor(office.page.getByLabel('✗ Nei (1)'));
    await office.waitFor(office.text(/215 åpne tilbud · 1 ledige/));
    await office.waitFor(office.text(/215 tilbud er ikke besvart og regnes som brukte plasser/));

    await office.page.getByLabel(/Svar fra fil/).setInputFiles(file('answers.csv'));
    await office.waitFor(office.text(/✓ \d+ ja, \d+ nei, \d+ for sent/));
    await office.button('Avslutt runden').click();
    await office.button(/^Avslutt, bortfall/).click();
    await office.waitFor(office.page.getByRole('heading', { name: /Runde 2 slik det står nå/ }));
    await office.waitFor(office.button(/^Forhåndsvis \d/));
    await keepPicture(office.page, 'intake-next-round');
    await journey('A5', office, async () => {
      await office.button(/^Forhåndsvis \d/).click();
      await office.page.getByLabel('Skriv NLP-2026 for å bekrefte').fill('NLP-2026');
      await office.button(/^Send \d/).click();
      await office.waitFor(office.page.getByRole('heading', { name: /Runde 3 slik det står nå/ }));
    });
    await clockAt('2026-05-20T08:00:00Z');
    await office.page.getByRole('radio', { name: /^automatisk 26\.05\.2026/ }).click();
    await office.page.getByLabel('Skriv NLP-2026 for å bekrefte').fill('NLP-2026');
    await keepPicture(office.page, 'intake-sending-approval');
    await office.button('Godkjenn').click();
    await office.waitFor(office.text(/Det kan tas tilbake til runden er sendt/));
    await keepPicture(office.page, 'intake-sending');
    expect(await violations(office.page)).toEqual([]);
    await office.page.getByRole('radio', { name: /^etter godkjenning/ }).click();
    await office.waitFor(office.text('Runden sendes ikke av seg selv lenger.'));
    await clockAt(null);
    await office.page.getByRole('combobox', { name: /^Liste/ }).selectOption({ index: 0 });
    expect(await office.page.locator('section[aria-labelledby="waiting-lists"] tbody tr').count()).toBeGreaterThan(0);
    await office.page.getByLabel('Som på dato').fill('2026-05-08');
    await office.waitFor(office.text('Slik lista var 08.05.2026, etter det som er kjent nå.'));
    expect(await office.page.locator('section[aria-labelledby="waiting-lists"] tbody details').count()).toBe(0);
    await keepPicture(office.page, 'intake-waiting-then');
    expect(office.complaints).toEqual([]);
    await office.close();
  }, 300_000);
});

describe('the ranking', () => {
  it('is walked and explained by keyboard, and filtered in the address', async () => {
    const office = await AtWork.begin(browser, origin, cookie);
    await office.goTo(`${origin}/opptak/NLP-2026/rangering?klasse=OSLO-1&grense=ja`);
    await office.waitFor(office.text(/\d+ vises/));
    const shown = await office.page.locator('table').last().locator('tbody tr').count();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThanOrEqual(10);
    await office.page.keyboard.press('j');
    await office.page.keyboard.press('Enter');
    const dialog = office.page.getByRole('dialog');
    await dialog.getByText('Nok utdanning').waitFor();
    await dialog.getByText('Plass i rekkefølgen').waitFor();
    await dialog.getByText('Inhabile: ingen meldt.').waitFor();
    // What is said of an applicant is words, and no code of the file.
    expect(await dialog.innerText()).toContain('personalansvar ja');
    expect(await dialog.innerText()).not.toMatch(/\b[A-Z]{4,}(_[A-Z]+)*\b(?!-)/);
    await keepPicture(office.page, 'intake-why');
    expect(await violations(office.page)).toEqual([]);
    await office.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const [csv] = await Promise.all([
      office.page.waitForEvent('download'),
      (async () => {
        await office.button('Eksporter').click();
        await dialog.getByRole('button', { name: 'CSV for Excel' }).click();
      })(),
    ]);
    const lines = readFileSync(await csv.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(csv.suggestedFilename()).toBe('Rangering NLP-2026.csv');
    expect(lines).toHaveLength(shown + 1);
    expect(lines[0]).toContain('Søknadsnummer');
    await office.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const [pdf] = await Promise.all([
      office.page.waitForEvent('download'),
      office.page.getByRole('link', { name: 'Protokoll PDF' }).click(),
    ]);
    expect(pdf.suggestedFilename()).toMatch(/^Protokoll NLP-2026 kjøring \d+\.pdf$/);
    await office.page.keyboard.press('/');
    await office.page.keyboard.type('zzz');
    await office.waitFor(office.text(/^0 vises/));
    expect(office.page.url()).toContain('sok=zzz');
    await office.close();
  }, 300_000);

  it('supposes other places and names whom that moves, and stores nothing', async () => {
    const office = await AtWork.begin(browser, origin, cookie);
    await office.goTo(`${origin}/opptak/NLP-2026/rangering`);
    await office.text('Hva om …?').click();
    await office.page.getByLabel('plasser', { exact: true }).first().fill('55');
    await office.button('Se hvem det flytter').click();
    await office.waitFor(office.text(/får et annet utfall/));
    await office.waitFor(office.text('Antall plasser i klassene'));
    expect(office.complaints).toEqual([]);
    await office.close();
  }, 200_000);
});

describe('every screen of the intake', () => {
  const paths = [
    '',
    '/NLP-2026',
    '/NLP-2026/soknader',
    '/NLP-2026-B/soknader',
    '/NLP-2026/rangering?kvote=EARMARKED_PHYSICIAN',
    '/NLP-2026/runder?svar=DECLINED',
  ];

  it.each(looks)(
    'has nothing that axe finds, and fits: $width px, $colorScheme',
    async (look) => {
      const office = await AtWork.begin(browser, origin, cookie, look);
      for (const path of paths) {
        await office.goTo(`${origin}/opptak${path}`);
        await office.page.locator('main table, main .other-files').first().waitFor();
        expect([path, await violations(office.page)]).toEqual([path, []]);
        expect([path, await overflows(office.page)]).toEqual([path, false]);
        await keepPicture(
          office.page,
          `intake${path.replaceAll('/', '-').replace(/\?.*/, '')}-${look.width}-${look.colorScheme}`,
        );
      }
      await office.close();
    },
    240_000,
  );

  it.each([
    ['nn', 'Rundar'],
    ['en', 'Rounds'],
  ])(
    'speaks %s',
    async (language, rounds) => {
      const office = await AtWork.begin(browser, origin, cookie);
      for (const path of paths) {
        await office.goTo(`${origin}/opptak${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        await office.page.locator('main table, main .other-files').first().waitFor();
        expect([path, await violations(office.page)]).toEqual([path, []]);
      }
      expect(await office.page.locator('h1').innerText()).toBe(`NLP-2026: ${rounds}`);
      await office.close();
    },
    240_000,
  );
});
