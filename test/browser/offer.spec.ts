import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApplicantLinks, type OwnOffer, OwnOffers } from '@kull/admissions';
import { People } from '@kull/people';
import { CommandBus } from '@nestjs/cqrs';
import type { Browser } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInPerson } from '../harness/logged-in';
import { journey } from './journeys';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

const id = 'ofr_0123456789abcdefghjkmnpqrs';
const better = ['OSLO-1'];
const choices: OwnOffer['choices'] = [
  { answer: 'ACCEPT', keepWaiting: true, waitsFor: better },
  { answer: 'ACCEPT', keepWaiting: false, waitsFor: [] },
  { answer: 'DECLINE', keepWaiting: true, waitsFor: better },
  { answer: 'DECLINE', keepWaiting: false, waitsFor: [] },
];

let api: TestApi;
let origin: string;
let browser: Browser;
let cookie: string;
let personId: string;
let path: string;
let offer: OwnOffer;

beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
  [personId] = (await api.app.get(People).register([
    {
      nationalId: '15877512345',
      familyName: 'Hansen',
      givenNames: 'Ola',
      birthDate: '1975-07-15',
      asOf: '2026-03-01T10:00:00.000Z',
    },
  ])) as [string];
  cookie = await loggedInPerson(api, personId);
  path = api.app.get(ApplicantLinks).pathTo('tilbud', id);
  offer = {
    offerId: id,
    personId,
    applicationNo: 'A26-000324',
    intake: 'NLP-2026',
    programme: 'Nasjonal lederutdanning for primærhelsetjenesten',
    class: 'TRONDHEIM-1',
    site: 'Trondheim',
    startsOn: '2026-09-07',
    quota: 'EARMARKED_PHYSICIAN',
    round: 1,
    isLastRound: false,
    wishNo: 2,
    replyBy: '2026-05-08T21:59:59.000Z',
    choices,
    waitsFor: [],
    late: [],
  };
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

/** What the offer is, from now on. */
const told = (parts: Partial<OwnOffer> = {}): void => {
  const own = api.app.get(OwnOffers);
  jest.spyOn(own, 'find').mockResolvedValue({ ...offer, ...parts });
  jest.spyOn(own, 'choicesOf').mockResolvedValue(choices);
  jest.spyOn(own, 'placeInOrder').mockResolvedValue({ number: 14, of: 27 });
  jest.spyOn(own, 'ofPerson').mockResolvedValue([
    { ...offer, ...parts },
    { ...offer, offerId: 'x', outcome: 'LAPSED', choices: [] },
  ]);
};
const accepted: Partial<OwnOffer> = {
  outcome: 'ACCEPTED',
  answeredAt: '2026-05-01T08:00:00.000Z',
  choices: [],
  waitsFor: better,
};
const late: Partial<OwnOffer> = {
  outcome: 'LAPSED',
  choices: [],
  heldBefore: 'OSLO-3',
  late: [{ answer: 'ACCEPT', keepWaiting: false, answeredAt: '2026-05-08T22:01:00.000Z' }],
};

type Stage = readonly [name: string, parts: Partial<OwnOffer>, headers?: Record<string, string>];

/** What the page can be, for somebody with the link and for somebody who is logged in. */
const swap = { heldBefore: 'OSLO-3', class: 'OSLO-1', wishNo: 1, choices: [choices[1]!, choices[3]!] };
let stages: readonly Stage[];
beforeAll(() => {
  stages = [
    ['open', {}],
    ['held', swap, { cookie }],
    ['closed', accepted],
    ['accepted', accepted, { cookie }],
    ['late', late, { cookie }],
    ['over', { choices: [] }, { cookie }],
  ];
});

it.each(['nb', 'nn', 'en'])('says everything in %s', async (language) => {
  const { page } = await visit(browser, `${origin}/logg-inn`, { width: 360, colorScheme: 'light' });
  for (const [, parts, headers] of stages) {
    told(parts);
    await page.context().setExtraHTTPHeaders(headers ?? {});
    await page.goto(`${origin}${path}?lang=${language}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('main').innerText()).not.toMatch(/undefined|null|NaN|\[object|[A-Z]{3,}_[A-Z]/);
    expect(await overflows(page)).toBe(false);
  }
  await page.context().close();
});

describe.each(looks)('an offer, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  const see = (address: string, headers?: Record<string, string>) =>
    visit(browser, `${origin}${address}`, { width, colorScheme, ...(headers && { headers }) });

  it('is accessible, open, answered, late and over', async () => {
    for (const [name, parts, headers] of stages) {
      told(parts);
      const { page, complaints } = await see(path, headers);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await keepPicture(page, `offer-${name}-${width}-${colorScheme}`);
      await page.context().close();
    }
  });

  it('is in a list of all that the applicant has had', async () => {
    told();
    const { page, complaints } = await see('/tilbud', { cookie });
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await keepPicture(page, `offers-${width}-${colorScheme}`);
    await page.context().close();
  });
});

/** From the letter to the receipt, as ux.md S7 counts: the link, the answer, the button. */
it('is answered in three taps and eight digits (walks S7)', async () => {
  told();
  const commands = jest
    .spyOn(CommandBus.prototype, 'execute')
    .mockImplementation(async () => ({ accepted: [] }) as never);
  const seen = await visit(browser, `${origin}${path}`, {
    width: 360,
    colorScheme: 'light',
    javaScriptEnabled: false,
  });
  const { page } = seen;
  await journey('S7', seen, async () => {
    await page.getByLabel('Ja, og jeg venter fortsatt på OSLO-1').click();
    await page.getByLabel('Fødselsdatoen din').fill('15071975');
    told(accepted);
    await page.getByRole('button', { name: 'Send svar' }).click();
    await page.getByText('Svaret kom fredag 1. mai 2026 kl. 10:00.').waitFor();
  });
  expect(commands).toHaveBeenCalledTimes(1);
  await page.reload();
  await page.getByText('Du venter fortsatt på OSLO-1.').waitFor();
  expect(commands).toHaveBeenCalledTimes(1);
  commands.mockRestore();
  await page.context().close();
});

it('is answered by keyboard alone, and says what is wrong beside what was wrong', async () => {
  told();
  const { page } = await visit(browser, `${origin}${path}`, {
    width: 1280,
    colorScheme: 'light',
    status: 422,
  });
  await page.locator('#valg-0').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('01.01.1901');
  await page.keyboard.press('Enter');
  await page.getByText('Fødselsdatoen stemmer ikke').waitFor();
  expect(await page.locator('#valg-2').isChecked()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await keepPicture(page, 'offer-wrong-birth-date');
  await page.context().close();
});
