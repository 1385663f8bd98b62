import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDateInOslo } from '@kull/kernel';
import { PlanIntakeClasses } from '@kull/teaching/reactions/plan-intake-classes';
import type { Browser } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount } from '../harness/logged-in';
import { type Draft, inRooms, type MoveJson, type PlanJson, type Planned } from '../rules/cohort-json';
import { CourseClient } from '../rules/course-client';
import { folderNamed } from '../rules/course-folder';
import { AtWork } from './at-work';
import { journey } from './journeys';
import { keepPicture, looks, overflows, violations } from './visiting';

interface GatheringLine {
  readonly number: number;
  readonly startsOn: string;
  readonly venue: string;
}
interface CohortJson {
  readonly classes: readonly { readonly code: string; readonly gatherings: readonly GatheringLine[] }[];
}

let api: TestApi;
let client: CourseClient;
let origin: string;
let browser: Browser;
let cookie: string;
/** The plan of NLP-2026. */
let national: PlanJson;

const firstDay = ({ sessions }: PlanJson['classes'][number]['gatherings'][number]): string =>
  localDateInOslo(new Date(sessions[0]!.startsAt).toISOString());

/** So many days later, at the same time of day; neither is in winter. */
const later = (text: string, days: number): string => new Date(Date.parse(text) + days * 86_400_000).toISOString();

beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  client = new CourseClient(api);
  await client.put('/clock', { now: '2026-08-03T10:00:00+02:00' });
  const intake = JSON.parse(readFileSync(join(folderNamed('nlp-2026-intake'), 'intake.json'), 'utf8')) as object;
  const { id: intakeId } = (await client.post<{ id: string }>('/intakes', intake)).json();
  await api.app.get(PlanIntakeClasses, { strict: false }).handle({ intakeId });
  const drafted = await client.post<Draft>('/cohort-drafts', { from: { intake: 'NLP-2026' } });
  national = inRooms(drafted.json().plan);
  // Ascension Day 2027 is 6 May; 52 weeks later the class meets on 1 May.
  const sixth = national.classes[1]!.gatherings[5]!;
  const days = (Date.parse('2027-05-03') - Date.parse(firstDay(sixth))) / 86_400_000;
  sixth.sessions = sixth.sessions.map((session) => ({ ...session, startsAt: later(session.startsAt, days) }));
  const planned = await client.post<Planned>('/cohorts', national);
  expect([planned.status, planned.text.slice(0, 300)]).toEqual([201, expect.any(String)]);
  for (const { id } of planned.json().classes) await client.post(`/classes/${id}/openings`, {});
  const trondheim = planned.json().classes.find(({ code }) => code === 'TRONDHEIM-1')!;
  const participants = readFileSync(join(folderNamed('nla-2026-spring'), 'participants.csv'));
  await client.post(`/classes/${trondheim.id}/participant-imports`, participants);
  await client.put('/clock', { now: '2027-02-26T10:00:00+01:00' });
  browser = await launchChromium();
  cookie = await loggedInAccount(api, 'mli', { role: 'administrator' });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

const cohort = async (code: string): Promise<CohortJson | undefined> => {
  const { data } = (await client.get<{ data: { id: string; code: string }[] }>('/cohorts')).json();
  const found = data.find((one) => one.code === code);
  return found && (await client.get<CohortJson>(`/cohorts/${found.id}`)).json();
};
const gatheringOf = async (code: string, classCode: string, number: number): Promise<GatheringLine> =>
  (await cohort(code))!.classes.find((one) => one.code === classCode)!.gatherings.find((one) => one.number === number)!;

const cell = (office: AtWork, name: string) => office.page.locator(`[data-gathering="${name}"]`);

describe('the next cohort (A8)', () => {
  it("is planned from last year's in at most 3 minutes: copied, one collision mended, saved (walks A8)", async () => {
    const office = await AtWork.begin(browser, origin, cookie);
    await office.goTo(`${origin}/kull`);
    await office.waitFor(office.page.getByRole('link', { name: 'NLP-2026' }));
    await journey('A8', office, async () => {
      await office.button('Nytt kull').click();
      expect(await office.page.getByLabel('Kode').inputValue()).toBe('NLP-2027');
      await office.button('Lag utkast').click();
      await office.waitFor(cell(office, 'OSLO-2.6').getByText('Helligdag'));
      expect(await office.page.locator('[data-gathering]').count()).toBe(24);
      await keepPicture(office.page, 'planning-draft');
      await cell(office, 'OSLO-2.6').click();
      await office.waitFor(office.page.getByRole('dialog').getByText('er første mai'));
      await office.button('1 uke senere').click();
      await office.waitFor(office.page.getByRole('dialog').getByText('Her kolliderer ingenting.'));
      await office.button('Bruk').click();
      await office.page.getByRole('dialog').waitFor({ state: 'detached' });
      await office.waitFor(office.page.locator('button:not(:disabled)', { hasText: 'Lagre kullet …' }));
      expect(await cell(office, 'OSLO-2.6').innerText()).not.toContain('Helligdag');
      expect(await cohort('NLP-2027')).toBeUndefined();
      await office.button('Lagre kullet …').click();
      expect(await office.page.getByRole('dialog').innerText()).toContain('4 klasser med 216 plasser, og 24 samlinger');
      await office.page.getByRole('dialog').getByRole('button', { name: 'Lagre kullet' }).click();
      await office.waitFor(office.page.getByRole('heading', { name: 'Samlingene i NLP-2027' }));
    });
    const planned = (await cohort('NLP-2027'))!;
    const before = new Map(
      national.classes.flatMap(({ code, gatherings }) =>
        gatherings.map((one) => [`${code}.${one.number}`, firstDay(one)] as const),
      ),
    );
    const weeks = planned.classes.flatMap(({ code, gatherings }) =>
      gatherings.map(({ number, startsOn }) => [
        `${code}.${number}`,
        (Date.parse(startsOn) - Date.parse(before.get(`${code}.${number}`)!)) / 604_800_000,
      ]),
    );
    expect(weeks.filter(([, later]) => later !== 52)).toEqual([['OSLO-2.6', 53]]);
    await office.button('Åpne 4 klasser').click();
    await office.page.getByRole('dialog').getByRole('button', { name: 'Åpne 4 klasser' }).click();
    await office.waitFor(office.text('4 klasser er åpnet.'));
    expect(
      await office.page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("kull-plan."))'),
    ).toEqual([]);
    expect(office.complaints).toEqual([]);
    await office.close();
  }, 120_000);

  it('cannot be saved while a room is taken twice: the reason stands at both, and undo takes it back', async () => {
    const office = await AtWork.begin(browser, origin, cookie);
    await office.goTo(`${origin}/kull/NLP-2031/utkast?fra=NLP-2026&uker=260`);
    const fourth = national.classes.map(({ gatherings }) => firstDay(gatherings[3]!));
    const [one, other] = [0, 1].map((at) => national.classes[at]!.code) as [string, string];
    await office.waitFor(cell(office, `${one}.4`));
    await cell(office, `${one}.4`).click();
    const dialog = office.page.getByRole('dialog');
    const weeks = (Date.parse(fourth[1]!) - Date.parse(fourth[0]!)) / 604_800_000;
    for (let week = 0; week < Math.abs(weeks); week++)
      await dialog.getByRole('button', { name: weeks > 0 ? '1 uke senere' : '1 uke tidligere' }).click();
    await dialog.locator('summary').click();
    await dialog.getByLabel('Rom, for alle øktene').fill(`ROM-${other}`);
    await office.waitFor(dialog.getByText(`Rommet ROM-${other} er tatt av samling 4 i ${other} på samme tid.`));
    await dialog.getByRole('button', { name: 'Bruk' }).click();
    for (const code of [one, other]) await cell(office, `${code}.4`).getByText('Rom opptatt').waitFor();
    await office.waitFor(office.text('Kollisjonene må løses før planen kan lagres.'));
    expect(await office.button('Lagre kullet …').isDisabled()).toBe(true);
    await keepPicture(office.page, 'planning-clash');
    // What was begun is there after the page was closed.
    await office.page.reload();
    await cell(office, `${one}.4`).getByText('Rom opptatt').waitFor();
    await cell(office, `${one}.4`).click();
    await dialog.getByLabel('Rom, for alle øktene').fill('ROM-NY');
    await office.waitFor(dialog.getByText('Her kolliderer ingenting.'));
    await dialog.getByRole('button', { name: 'Bruk' }).click();
    await office.waitFor(office.page.locator('button:not(:disabled)', { hasText: 'Lagre kullet …' }));
    await office.page.keyboard.press('Control+z');
    await cell(office, `${other}.4`).getByText('Rom opptatt').waitFor();
    expect(await cohort('NLP-2031')).toBeUndefined();
    await office.goTo(`${origin}/kull`);
    await office.button('Forkast: NLP-2031').click();
    await office.waitFor(office.text('Utkastet NLP-2031 er forkastet.'));
    expect(office.complaints).toEqual([]);
    await office.close();
  }, 120_000);
});

describe('one gathering (A8, W12)', () => {
  const days = (from: string, weeks: number): string =>
    new Date(Date.parse(from) + weeks * 604_800_000).toISOString().slice(0, 10);

  it('is moved in at most 20 s and 4 clicks, after showing who is told what; and moved back (walks A8 move)', async () => {
    const before = await gatheringOf('NLP-2026', 'TRONDHEIM-1', 6);
    const wanted = days(before.startsOn, 1);
    const asked = await client.post<MoveJson>(
      `/classes/${(await client.get<{ data: { id: string; code: string }[] }>('/classes?intake=NLP-2026')).json().data.find(({ code }) => code === 'TRONDHEIM-1')!.id}/gatherings/6/move-previews`,
      { startsOn: wanted },
    );
    const { notices } = asked.json().consequences!;
    const office = await AtWork.begin(browser, origin, cookie);
    await office.goTo(`${origin}/kull/NLP-2026`);
    await office.waitFor(cell(office, 'TRONDHEIM-1.6'));
    const dialog = office.page.getByRole('dialog');
    await journey('A8 move', office, async () => {
      await cell(office, 'TRONDHEIM-1.6').click();
      await office.waitFor(dialog.getByLabel('Første dag'));
      await dialog.getByLabel('Første dag').fill(wanted);
      await office.waitFor(dialog.getByText('Berører 30 studenter og 1 underviser.'));
      await office.waitFor(dialog.getByText('Ny kalender for alle dem, og for klassen: 31 kalendere.'));
      await keepPicture(office.page, 'planning-move');
      await dialog.getByRole('button', { name: 'Flytt · 31 berøres' }).click();
      await office.waitFor(office.text(/Samling 6 i TRONDHEIM-1 er flyttet til/));
    });
    expect(notices.map(({ language, recipients }) => [language, recipients.length])).toEqual([
      ['nb', 23],
      ['nn', 7],
    ]);
    expect((await gatheringOf('NLP-2026', 'TRONDHEIM-1', 6)).startsOn).toBe(wanted);
    await office.page.keyboard.press('Control+z');
    await office.waitFor(office.text('Angret.'));
    expect((await gatheringOf('NLP-2026', 'TRONDHEIM-1', 6)).startsOn).toBe(before.startsOn);
    expect(office.complaints).toEqual([]);
    await office.close();
  }, 120_000);

  it('is said to have mail off or on, in which languages; and is refused with the reason before anybody tries', async () => {
    const office = await AtWork.begin(browser, origin, cookie);
    const dialog = office.page.getByRole('dialog');
    const ask = async (weeks: number): Promise<void> => {
      const before = await gatheringOf('NLP-2026', 'TRONDHEIM-1', 6);
      await office.goTo(`${origin}/kull/NLP-2026?samling=TRONDHEIM-1.6`);
      await dialog.getByLabel('Første dag').fill(days(before.startsOn, weeks));
    };
    await ask(1);
    await dialog.getByText('brev om endrede samlinger er slått av for studiet').waitFor();
    expect((await client.post('/reminder-plans/NLP/GATHERING_CHANGED/switches', { on: true })).status).toBe(200);
    await ask(1);
    await dialog.getByText('E-post: bokmål 23, nynorsk 7.').waitFor();
    await ask(52);
    await dialog.getByText('Samlingen kan ikke flyttes dit.').waitFor();
    expect(await dialog.innerText()).toContain('Samlingen ligger før klassen begynner eller etter at den slutter.');
    expect(await dialog.getByRole('button', { name: 'Flytt', exact: true }).isDisabled()).toBe(true);
    expect(office.complaints).toEqual([]);
    await office.close();
  }, 120_000);

  it('is found and moved to another room by keyboard, from the list of its class', async () => {
    const office = await AtWork.begin(browser, origin, cookie);
    await office.goTo(`${origin}/klasser/NLP-2026/TRONDHEIM-1`);
    await office.page.getByRole('link', { name: 'Samlinger' }).press('Enter');
    await cell(office, 'TRONDHEIM-1.6').waitFor();
    expect(await office.page.locator('.plan-grid tbody tr').count()).toBe(1);
    await office.page.getByRole('link', { name: 'Alle klassene' }).press('Enter');
    await cell(office, 'OSLO-1.6').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await office.page.keyboard.press(key);
    const dialog = office.page.getByRole('dialog', { name: 'Flytt samling 6 i TRONDHEIM-1' });
    await dialog.locator('summary').press('Enter');
    await dialog.getByLabel('Rom, for alle øktene').fill('ROM-OSLO-9');
    await dialog.getByRole('button', { name: 'Flytt · 31 berøres' }).waitFor();
    await dialog.getByLabel('Rom, for alle øktene').press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await office.page.evaluate('document.activeElement.dataset.gathering')).toBe('TRONDHEIM-1.6');
    expect(office.complaints).toEqual([]);
    await office.close();
  }, 120_000);
});

describe('what does not take place (A8)', () => {
  const dialogAt = async (office: AtWork, address: string) => {
    await office.goTo(`${origin}/kull/NLP-2026?samling=${address}`);
    return office.page.getByRole('dialog');
  };

  it('one session alone is called off, added and moved; the others stay', async () => {
    const office = await AtWork.begin(browser, origin, cookie);
    const dialog = await dialogAt(office, 'TRONDHEIM-1.5&gjor=okt');
    await dialog.getByLabel('Den avlyses').check();
    await dialog.getByText('Ny kalender for alle dem, og for klassen: 31 kalendere.').waitFor();
    await dialog.getByText('Oppmøtet regnes av 43 halvdager').waitFor();
    await dialog.getByText('Andre økter enn i OSLO-1: samlingen kan ikke tas igjen der.').waitFor();
    expect(await dialog.getByRole('button', { name: /^Avlys økten/ }).isDisabled()).toBe(true);
    await dialog.getByLabel('Årsak').selectOption('ROOM_UNAVAILABLE');
    await keepPicture(office.page, 'planning-session-off');
    await dialog.locator('button:not(:disabled)', { hasText: 'Avlys økten · 31 berøres' }).click();
    await office.waitFor(office.text('Økten er avlyst.'));
    expect(await office.button('Angre').count()).toBe(0);
    await dialogAt(office, 'TRONDHEIM-1.5&gjor=okt');
    await dialog.getByLabel('Økt', { exact: true }).selectOption('');
    await dialog.getByLabel('Klokkeslett').fill('17:00');
    await dialog.getByLabel('Timer').fill('2');
    await dialog.getByText(/^Ny økt .* kl\. 17:00\.$/).waitFor();
    await dialog.locator('button:not(:disabled)', { hasText: 'Legg til økten · 31 berøres' }).click();
    await office.waitFor(office.text('Økten er lagt til.'));
    await dialogAt(office, 'TRONDHEIM-1.5&gjor=okt');
    await dialog.getByLabel('Klokkeslett').fill('14:00');
    await dialog.getByText(/^Økten .* kl\. 13:00 blir .* kl\. 14:00\.$/).waitFor();
    await dialog.locator('button:not(:disabled)', { hasText: 'Flytt økten · 31 berøres' }).click();
    await office.waitFor(office.text('Økten er flyttet.'));
    const { data } = (await client.get<{ data: { id: string; code: string }[] }>('/classes?intake=NLP-2026')).json();
    const { id } = data.find(({ code }) => code === 'TRONDHEIM-1')!;
    const { course } = (
      await client.get<{ course: { sessions: { gathering: number; hours: number; startsAt: string }[] } }>(
        `/classes/${id}`,
      )
    ).json();
    const fifth = course.sessions.filter(({ gathering }) => gathering === 5);
    const planned = national.classes.find(({ code }) => code === 'TRONDHEIM-1')!.gatherings[4]!.sessions;
    expect([fifth.length, fifth.filter(({ hours }) => hours === 2).length]).toEqual([planned.length, 1]);
    expect(office.complaints).toEqual([]);
    await office.close();
  }, 120_000);

  it('a gathering is called off after showing who is told, for a reason, and without undo; it stands as called off', async () => {
    const office = await AtWork.begin(browser, origin, cookie);
    const dialog = await dialogAt(office, 'TRONDHEIM-1.6');
    await office.waitFor(dialog.getByLabel('Første dag'));
    await dialog.getByRole('button', { name: 'Avlys samlingen …' }).click();
    await dialog.getByText('Avlyst i kalenderen til alle dem, og i klassens: 31 kalendere.').waitFor();
    await dialog.getByText('E-post: bokmål 23, nynorsk 7.').waitFor();
    await dialog.getByText(/^Kravet for studiepoeng, 75\s%, blir/).waitFor();
    await dialog.getByText('Klassen har 5 av 6 samlinger igjen på planen.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Avlys · 31 berøres' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Årsak').selectOption('TEACHER_AWAY');
    await keepPicture(office.page, 'planning-call-off');
    await dialog.locator('button:not(:disabled)', { hasText: 'Avlys · 31 berøres' }).click();
    await office.waitFor(office.text('Samling 6 i TRONDHEIM-1 er avlyst.'));
    expect(await office.button('Angre').count()).toBe(0);
    await office.page.locator('.plan-grid tbody tr', { hasText: 'TRONDHEIM-1' }).getByText('avlyst').waitFor();
    expect(await gatheringOf('NLP-2026', 'TRONDHEIM-1', 6)).toMatchObject({ status: 'cancelled' });
    expect(office.complaints).toEqual([]);
    await office.close();
  }, 120_000);

  it('a gathering that was called off is set up again where it stands, after showing the same', async () => {
    const office = await AtWork.begin(browser, origin, cookie);
    await office.goTo(`${origin}/kull/NLP-2026`);
    await cell(office, 'TRONDHEIM-1.6').press('Enter');
    const dialog = office.page.getByRole('dialog', { name: 'Sett opp samling 6 i TRONDHEIM-1 igjen' });
    await dialog.getByText(/^Avlyst\. Den skulle vært/).waitFor();
    await dialog.getByText('Tilbake i kalenderen til alle dem, og i klassens: 31 kalendere.').waitFor();
    await dialog.getByText('Klassen får 6 av 6 samlinger på planen.').waitFor();
    await keepPicture(office.page, 'planning-set-up');
    expect(await violations(office.page)).toEqual([]);
    await dialog.locator('button:not(:disabled)', { hasText: 'Sett opp · 31 berøres' }).click();
    await office.waitFor(office.text(/^Samling 6 i TRONDHEIM-1 er satt opp igjen/));
    expect(await gatheringOf('NLP-2026', 'TRONDHEIM-1', 6)).toMatchObject({ status: 'scheduled' });
    expect(office.complaints).toEqual([]);
    await office.close();
  }, 120_000);
});

describe('a commissioned cohort (A8, I-22)', () => {
  it('is drafted without an intake, for so many classes, from a template; its places are never more than commissioned', async () => {
    const office = await AtWork.begin(browser, origin, cookie);
    await office.goTo(`${origin}/kull?ny=ja`);
    const dialog = office.page.getByRole('dialog');
    await dialog.getByLabel('Kopier fra').selectOption('bestilling:');
    const fields = {
      Kode: 'BERGEN-2028',
      'Bestiller, som Bergen kommune': 'Bergen kommune',
      Organisasjonsnummer: '964338531',
      Kommunenummer: '4601',
      'Antall klasser': '2',
      'Plasser i hver klasse': '25',
      Sted: 'Bergen',
      Begynner: '2028-01-10',
      Slutter: '2028-12-15',
    };
    for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(text);
    await dialog.getByText('Bestilt til sammen: 50 plasser.').waitFor();
    expect(await violations(office.page)).toEqual([]);
    await keepPicture(office.page, 'planning-commission');
    await office.button('Lag utkast').click();
    await office.waitFor(cell(office, 'BERGEN-2028-2.6'));
    expect(await office.page.locator('[data-gathering]').count()).toBe(12);
    await office.waitFor(office.page.locator('button:not(:disabled)', { hasText: 'Lagre kullet …' }));
    await office.button('Lagre kullet …').click();
    await dialog.getByText('2 klasser med 50 plasser, og 12 samlinger.').waitFor();
    await dialog.getByRole('button', { name: 'Lagre kullet' }).click();
    await office.waitFor(office.page.getByRole('heading', { name: 'Samlingene i BERGEN-2028' }));
    await office.waitFor(office.text('50 plasser bestilt · Bergen kommune'));
    await office.button('Endre plassene i BERGEN-2028-1').click();
    await dialog.getByLabel('Plasser', { exact: true }).fill('28');
    await dialog.getByText('Det er 3 flere enn bestilt.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Endre plassene' }).isDisabled()).toBe(true);
    await keepPicture(office.page, 'planning-places');
    await dialog.getByLabel('Bestillingen er økt til 53 plasser').check();
    await dialog.locator('button:not(:disabled)', { hasText: 'Endre plassene' }).click();
    await office.waitFor(office.text('BERGEN-2028-1 har 28 plasser.'));
    await office.waitFor(office.text('53 plasser bestilt · Bergen kommune'));
    expect(office.complaints).toEqual([]);
    await office.close();
  }, 120_000);
});

describe('the screens of planning', () => {
  // Each with its window open: what stands behind is looked at as well.
  const windows = [
    ['/kull/NLP-2026?samling=OSLO-2.6', '.plan-day'],
    ['/kull/NLP-2032/utkast?fra=NLP-2026&uker=313&samling=OSLO-1.4', '.plan-day'],
  ] as const;
  const others = [
    ['/kull?ny=ja', 'select'],
    ['/kull/NLP-2032/utkast?fra=NLP-2026&uker=313&klasse=OSLO-1', 'form'],
    ['/kull/NLP-2026?samling=OSLO-2.6&gjor=avlys', 'h3'],
    ['/kull/NLP-2026?samling=OSLO-2.6&gjor=okt', 'fieldset'],
  ] as const;
  const see = async (office: AtWork, paths: readonly (readonly [string, string])[], more = ''): Promise<void> => {
    for (const [path, part] of paths) {
      await office.goTo(`${origin}${path}${more}`);
      await office.page.locator(`dialog[open] ${part}`).first().waitFor();
      expect([path, await violations(office.page)]).toEqual([path, []]);
      expect([path, await overflows(office.page)]).toEqual([path, false]);
      expect(await office.page.innerText('body')).not.toMatch(/undefined|\[object/);
    }
    expect(office.complaints).toEqual([]);
  };

  it.each(looks)(
    'have nothing that axe finds, and fit: $width px, $colorScheme',
    async (look) => {
      const office = await AtWork.begin(browser, origin, cookie, look);
      await see(office, look.width === 360 && look.colorScheme === 'light' ? [...windows, ...others] : windows);
      await keepPicture(office.page, `planning-${look.width}-${look.colorScheme}`);
      await office.close();
    },
    120_000,
  );

  it.each(['nn', 'en'])(
    'speak %s',
    async (language) => {
      const office = await AtWork.begin(browser, origin, cookie);
      await see(office, [...windows, ...others], `&lang=${language}`);
      expect(await office.page.getAttribute('html', 'lang')).toBe(language);
      await office.close();
    },
    120_000,
  );
});
