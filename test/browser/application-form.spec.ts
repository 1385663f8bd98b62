import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AskEmployer, EmployerLinks, type FormPart, SaveOwnDraft } from '@kull/admissions';
import { draftId, ownApplicationNo } from '@kull/admissions/commands/ids';
import { newUuid } from '@kull/kernel';
import { CommandBus } from '@nestjs/cqrs';
import type { Browser, Page } from 'playwright-core';
import { filledInForm } from '../../libs/admissions/test-model/filled-in-form';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount, loggedInPerson } from '../harness/logged-in';
import { OpenIntakeForms } from '../harness/open-intake';
import { journey } from './journeys';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

let api: TestApi;
let origin: string;
let browser: Browser;
let intake: OpenIntakeForms;
let personId: string;
let cookie: string;
let office: string;

beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
  intake = new OpenIntakeForms(api);
  await intake.open();
  personId = await intake.person('15877510007');
  cookie = await loggedInPerson(api, personId);
  office = await loggedInAccount(api, 'mli', { role: 'administrator' });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

const goOn = (page: Page) => page.getByRole('button', { name: 'Lagre og gå videre' }).click();
const isOn = (page: Page, path: string) => page.waitForURL(`${origin}${path}`);
/** Focus comes a moment after its page. */
const isFocused = (page: Page, id: string) => page.locator(`#${id}:focus`).waitFor();

/** From the log-in to the receipt, and what the leader does in between (ux.md S8, W3), without a script. */
it('is filled in, confirmed by the leader and sent, and says where it stands (walks S8)', async () => {
  const seen = await visit(browser, `${origin}/soknad`, {
    width: 360,
    colorScheme: 'light',
    javaScriptEnabled: false,
    status: 422,
    cookie,
  });
  const { page, complaints } = seen;
  await journey('S8', seen, async () => {
    await page.getByRole('link', { name: 'Begynn på søknaden' }).click();
    await page.getByRole('link', { name: 'Om deg' }).click();
    await page.getByText('Kari Nordmann').last().waitFor();
    await page.getByLabel('E-post').fill('kari@example.no');
    await page.getByLabel('Bokmål').check();
    await goOn(page);

    await isOn(page, '/soknad/NLP-2026/lederrolle');
    await page.getByLabel('Arbeidsgiver').fill('Bodø kommune');
    await goOn(page);
    await isFocused(page, 'feil');
    await page.getByRole('link', { name: 'Organisasjonsnummer: fyll ut feltet' }).click();
    await isFocused(page, 'employer_org_no');
    await page.getByLabel('Organisasjonsnummer').fill('974 767 880');
    await page.getByLabel('Kommune').fill('1804');
    await page.getByLabel('Tjenesten du leder').selectOption({ label: 'Hjemmetjenesten' });
    await page.getByLabel('Stilling').fill('Kommuneoverlege');
    await page.getByLabel('Yrke').selectOption({ label: 'Lege' });
    for (const question of ['Er du leder?', 'Har du personalansvar?', 'Har du budsjettansvar?'])
      await page.getByRole('group', { name: question }).getByLabel('Ja').check();
    await page.getByLabel('År med arbeidserfaring').fill('7,5');
    await page.getByLabel('Mastergrad eller høyere').check();
    await goOn(page);

    await isOn(page, '/soknad/NLP-2026/kvote');
    await page.getByRole('group', { name: 'Er du lege?' }).getByLabel('Ja').check();
    await page.getByLabel('HPR-nummer').fill('9144900');
    await page.getByLabel('Legerolle').selectOption({ label: 'Kommuneoverlege' });
    await page.getByRole('button', { name: 'Kontroller nummeret' }).click();
    await page.getByText('Fødselsdato og autorisasjon som lege stemmer').waitFor();
    await goOn(page);

    await isOn(page, '/soknad/NLP-2026/vedlegg');
    for (const [kind, name] of [
      ['Vitnemål', 'vitnemal.pdf'],
      ['Arbeidsattest', 'attest.pdf'],
    ] as const) {
      await page.getByLabel(kind, { exact: true }).check();
      await page.getByLabel('Fil').setInputFiles({
        name,
        mimeType: 'application/pdf',
        buffer: Buffer.from(`%PDF-1.7 ${name}`),
      });
      await page.getByRole('button', { name: 'Legg ved' }).click();
    }
    await page.getByText('2 av 2 er lagt ved').waitFor();
    await page.getByRole('link', { name: 'Gå videre' }).click();

    await page.getByLabel('Ønske 1').selectOption('TRONDHEIM-1');
    await page.getByLabel('Ønske 2').selectOption('OSLO-1');
    await goOn(page);

    await isOn(page, '/soknad/NLP-2026');
    await page.getByText('Arbeidsgiveren din har ikke bekreftet ennå.').waitFor();
    await page.getByLabel('Navnet til lederen din').fill('Lise Leder');
    await page.getByLabel('E-posten til lederen din').fill('lise@kommune.example.no');
    await page.getByRole('button', { name: 'Send lenke til lederen din' }).click();
    await page.getByText('Lederen har ikke svart ennå.').waitFor();

    const path = api.app.get(EmployerLinks).pathTo(draftId('NLP-2026', personId), 1);
    const leader = await visit(browser, `${origin}${path}`, {
      width: 360,
      colorScheme: 'light',
      javaScriptEnabled: false,
    });
    await leader.page.getByLabel('Søkeren er Kommuneoverlege i Bodø kommune').check();
    await leader.page.getByLabel('Søkeren får fri').check();
    await leader.page.getByLabel('Stillingen din').fill('Kommunaldirektør');
    await leader.page.getByRole('button', { name: 'Bekreft' }).click();
    await leader.page.getByRole('heading', { name: 'Takk. Det er bekreftet' }).waitFor();
    expect(leader.complaints).toEqual([]);
    await leader.page.context().close();

    await page.reload();
    await page.getByText('Bekreftet av Lise Leder, Kommunaldirektør').waitFor();
    await page.getByRole('button', { name: 'Send søknad' }).click();
    await page.getByText(/Søknadsnummer K-[0-9A-Z]{10}\. Mottatt søndag 22\. mars 2026 kl\. 21:14\./).waitFor();
  });
  expect(await page.locator('[aria-current="step"]').innerText()).toContain('Kontrolleres, nå');
  await page.getByText('senest fredag 24. april 2026').first().waitFor();
  await page.getByRole('link', { name: 'Søknad', exact: true }).click();
  expect(await page.locator('.ds-tag').innerText()).toMatch(/Sendt$/);
  expect(complaints).toEqual([]);
  await page.context().close();
}, 60_000);

/** What the office then sees of it (A6): its papers, and what the leader said. */
describe.each(looks)('its papers at the office, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  it('are on the page of the person, each one click away', async () => {
    const number = ownApplicationNo('NLP-2026', personId);
    const address = `${origin}/personer/${number}`;
    const { page, complaints } = await visit(browser, address, { width, colorScheme, status: 409, cookie: office });
    await page.locator('summary', { hasText: number }).click();
    const paper = page.getByRole('link', { name: 'Last ned: Vitnemål, vitnemal.pdf' });
    await paper.waitFor();
    await page.getByText('Bekreftet av Lise Leder, Kommunaldirektør søndag 22. mars 2026.').waitFor();
    await page.getByText('Søkeren er Kommuneoverlege i Bodø kommune og får fri til samlingene.').waitFor();
    await page.getByText('Ingen brev ennå.').waitFor();
    await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))');
    const [download] = await Promise.all([page.waitForEvent('download'), paper.click()]);
    expect(download.suggestedFilename()).toMatch(/^diploma-.*\.pdf$/);
    await keepPicture(page, `papers-office-${width}-${colorScheme}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.context().close();
  });
});

const screens = [
  ['list', '/soknad'],
  ['whole', '/soknad/NLP-2026'],
  ['about', '/soknad/NLP-2026/om-deg'],
  ['leader', '/soknad/NLP-2026/lederrolle'],
  ['quota', '/soknad/NLP-2026/kvote'],
  ['documents', '/soknad/NLP-2026/vedlegg'],
  ['wishes', '/soknad/NLP-2026/onsker'],
] as const;

/** Who one is stays as the log-in gave it; the quota is chosen on the page. */
const { LEADER_ROLE, WISHES } = filledInForm;
const filledIn = { LEADER_ROLE, WISHES };
const context = (actor: string) => ({ commandId: newUuid(), actor, occurredAt: '2026-03-22T20:14:00.000Z' });

/** What is looked at in every look: the fullest page, the one with files, and one with everything wrong. */
describe.each(looks)('the form, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  it('is accessible, and fits', async () => {
    const { page } = await visit(browser, `${origin}/soknad`, { width, colorScheme, status: 422, cookie });
    for (const [name, path] of screens.filter(([one]) => ['whole', 'documents'].includes(one))) {
      await page.goto(`${origin}${path}`);
      expect([name, await violations(page)]).toEqual([name, []]);
      expect([name, await overflows(page)]).toEqual([name, false]);
      await keepPicture(page, `application-${name}-${width}-${colorScheme}`);
    }
    await page.goto(`${origin}/soknad/NLP-2026/lederrolle`);
    await page.getByLabel('Organisasjonsnummer').fill('974 767 881');
    await page.getByLabel('Stilling').fill('');
    await goOn(page);
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await keepPicture(page, `application-wrong-${width}-${colorScheme}`);
    await page.context().close();
  }, 60_000);
});

it('is accessible in its other parts', async () => {
  const other = await intake.person('15877510198');
  const own = await loggedInPerson(api, other);
  const { page } = await visit(browser, `${origin}/soknad`, {
    width: 360,
    colorScheme: 'light',
    status: 422,
    cookie: own,
  });
  for (const [name, path] of screens.filter(([one]) => ['list', 'about', 'quota', 'wishes'].includes(one))) {
    await page.goto(`${origin}${path}`);
    expect([name, await violations(page)]).toEqual([name, []]);
    expect([name, await overflows(page)]).toEqual([name, false]);
    await keepPicture(page, `application-${name}-360-light`);
  }
  await page.goto(`${origin}/soknad/NLP-2026`);
  await page.getByRole('button', { name: 'Send søknad' }).click();
  expect(await violations(page)).toEqual([]);
  await keepPicture(page, 'application-unsent');
  await page.context().close();
}, 60_000);

it('has an accessible page for the leader', async () => {
  const other = await intake.person('15877510279');
  const recipient = { name: 'Lise Leder', email: 'lise@kommune.example.no' };
  const commands = api.app.get(CommandBus);
  for (const [part, given] of Object.entries(filledIn))
    await commands.execute(new SaveOwnDraft(intake.id, other, part as FormPart, given, context(other)));
  await commands.execute(new AskEmployer(intake.id, other, recipient, context(other)));
  const path = api.app.get(EmployerLinks).pathTo(draftId('NLP-2026', other), 1);
  const { page } = await visit(browser, `${origin}${path}`, { width: 360, colorScheme: 'light', status: 422 });
  expect(await violations(page)).toEqual([]);
  for (const language of ['nb', 'nn', 'en']) {
    await page.goto(`${origin}${path}?lang=${language}`);
    expect(await page.locator('main').innerText()).toContain('Bodø kommune');
    expect(await page.locator('main').innerText()).not.toMatch(/undefined|null|NaN|\[object|[A-Z]{3,}_[A-Z]/);
    expect(await overflows(page)).toBe(false);
    await keepPicture(page, `employer-${language}`);
  }
  await page.locator('button[type="submit"]').last().click();
  await isFocused(page, 'feil');
  expect(await violations(page)).toEqual([]);
  await keepPicture(page, 'employer-wrong');
  await page.context().close();
}, 60_000);

it.each(['nb', 'nn', 'en'])(
  'says everything in %s',
  async (language) => {
    const { page } = await visit(browser, `${origin}/soknad`, { width: 1280, colorScheme: 'light', cookie });
    for (const [name, path] of screens) {
      await page.goto(`${origin}${path}?lang=${language}`);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('main').innerText()).not.toMatch(/undefined|null|NaN|\[object|[A-Z]{3,}_[A-Z]/);
      if (language !== 'nb' && name === 'whole') expect(await violations(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
    }
    await page.context().close();
  },
  60_000,
);
