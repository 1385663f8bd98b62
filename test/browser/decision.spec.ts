import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  ApplicantLetters,
  ApplicantLinks,
  type Draw,
  Draws,
  type LetterLine,
  type OwnApplication,
  OwnApplications,
} from '@kull/admissions';
import { People } from '@kull/people';
import type { Browser } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInPerson } from '../harness/logged-in';
import { keepPicture, looks, overflows, settled, violations, visit } from './visiting';

const id = 'app_0123456789abcdefghjkmnpqrs';
const draw: Draw = {
  intake: 'NLP-2026',
  programme: 'Nasjonal lederutdanning for primærhelsetjenesten',
  lotterySeed: 'NLP-2026:kull-1',
  closesAt: '2026-03-31T21:59:59.000Z',
  recordedAt: '2026-02-20T08:00:00.000Z',
  position: 1,
  hash: '9f2c'.repeat(16),
};

const letters: readonly LetterLine[] = [
  { id: 'ltr_1', kind: 'OFFER', about: 'ofr_1', number: 1, on: '2026-04-24' },
  {
    id: 'ltr_2',
    kind: 'DECISION',
    about: id,
    number: 1,
    on: '2026-06-15',
    written: { at: '2026-06-16T07:00:00.000Z', language: 'nb', sha256: '9f2c'.repeat(16) },
  },
];

let api: TestApi;
let origin: string;
let browser: Browser;
let cookie: string;
let path: string;
let application: OwnApplication;

beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
  const [personId] = await api.app.get(People).register([
    {
      nationalId: '15877512345',
      familyName: 'Lund',
      givenNames: 'Sjur',
      birthDate: '1975-07-15',
      asOf: '2026-03-01T10:00:00.000Z',
    },
  ]);
  cookie = await loggedInPerson(api, personId!);
  path = api.app.get(ApplicantLinks).pathTo('vedtak', id);
  application = {
    applicationId: id,
    personId: personId!,
    applicationNo: 'A26-000362',
    intake: 'NLP-2026',
    programme: draw.programme,
    submittedAt: '2026-03-22T20:14:00.000Z',
    wishes: ['TRONDHEIM-1', 'OSLO-3'],
    explanation: {
      outcome: 'WAITING',
      requirements: [
        { code: 'LEADER_WITH_PERSONNEL_AND_BUDGET', status: 'met', evidence: [] },
        {
          code: 'EXPERIENCE',
          status: 'met',
          evidence: [
            { record: 'YEARS_EXPERIENCE', value: 7.5 },
            { record: 'MIN_YEARS_EXPERIENCE', value: 4 },
          ],
        },
        { code: 'HPR_UNVERIFIED', status: 'not_met', evidence: [] },
        {
          code: 'RANKED',
          status: 'met',
          evidence: [
            { record: 'ASSESSMENT', value: 60, who: 'a' },
            { record: 'ASSESSMENT', value: 61, who: 'b' },
            { record: 'MEAN', value: '60.5' },
            { record: 'SCORE', value: '60.5' },
            { record: 'LOTTERY_NUMBER', value: '0a3f'.repeat(16) },
          ],
        },
        {
          code: 'WAITING_LIST',
          status: 'waiting',
          evidence: [
            { record: 'CLASS', value: 'OSLO-3' },
            { record: 'QUOTA', value: 'GENERAL' },
            { record: 'WAITING_LIST_POSITION', value: 7 },
          ],
        },
        {
          code: 'PLACE',
          status: 'not_met',
          evidence: [
            { record: 'SCORE_NEEDED', value: '61.0' },
            { record: 'SCORE_NEEDED_IN_CLASS', value: 'OSLO-3' },
            { record: 'SCORE_NEEDED_IN_QUOTA', value: 'GENERAL' },
            { record: 'SCORE_NEEDED_IN_ROUND', value: 2 },
            { record: 'ONE_MORE_PLACE_IN_CLASS', value: 'OSLO-3' },
          ],
        },
        { code: 'APPEAL', status: 'waiting', evidence: [], dueAt: '2026-07-06' },
      ],
      warnings: [],
    },
    lastOffered: [
      { class: 'TRONDHEIM-1', quota: 'GENERAL', score: '63.5' },
      { class: 'OSLO-3', quota: 'EARMARKED_PHYSICIAN', score: '58.0', tier: 2 },
    ],
    appeal: { personId: personId!, appealBy: '2999-07-06', decisions: [] },
  };
  jest.spyOn(api.app.get(ApplicantLetters), 'of').mockImplementation(async () => letters);
  jest.spyOn(api.app.get(OwnApplications), 'find').mockImplementation(async () => application);
  jest.spyOn(api.app.get(OwnApplications), 'ofPerson').mockImplementation(async () => [application]);
  jest.spyOn(api.app.get(Draws), 'find').mockImplementation(async () => draw);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

describe.each(looks)('a decision, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  it('says the result, why, where the line went and how to appeal, and is accessible', async () => {
    const { page, complaints } = await visit(browser, `${origin}/vedtak`, { width, colorScheme, headers: { cookie } });
    await page.locator('summary').first().click();
    await settled(page);
    await keepPicture(page, `decision-${width}-${colorScheme}`);
    for (const text of [
      'Du har ikke fått plass, men står på venteliste.',
      'Det minste som skulle til: 61,0 poeng i den allmenne kvoten hadde gitt tilbud om OSLO-3 i runde 2, eller én plass til i OSLO-3 hadde gitt deg den',
      'Kvoten for leger',
      'Last ned brevet (PDF)',
      `Avtrykk av brevet (SHA-256): ${'9f2c'.repeat(16)}`,
    ])
      await page.getByText(text, { exact: false }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.context().close();
  });

  it('and the draw, which anybody may work out, are accessible', async () => {
    const address = `${origin}/trekning/NLP-2026?soknad=A26-000362`;
    const { page, complaints } = await visit(browser, address, { width, colorScheme });
    await keepPicture(page, `draw-${width}-${colorScheme}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.context().close();
  });
});

it.each(['nb', 'nn', 'en'])('is asked for by birth date, and read, in %s without a script', async (language) => {
  const { page } = await visit(browser, `${origin}${path}?lang=${language}`, {
    width: 360,
    colorScheme: 'light',
    javaScriptEnabled: false,
  });
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  await page.locator('#fodselsdato').fill('15.07.1975');
  await page.keyboard.press('Enter');
  await page.locator('article').waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/undefined|null|NaN|\[object|[A-Z]{3,}_[A-Z]/);
  await page.goto(`${origin}/trekning/NLP-2026?lang=${language}&soknad=A26-000362`);
  expect(await page.locator('main').innerText()).not.toMatch(/undefined|null|NaN|\[object/);
  await page.context().close();
});
