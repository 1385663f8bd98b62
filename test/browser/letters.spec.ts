import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OwnApplications } from '@kull/admissions';
import type { Browser } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount, loggedInPerson } from '../harness/logged-in';
import { OfferedIntake } from '../harness/offered-intake';
import { CourseClient } from '../rules/course-client';
import { journey } from './journeys';
import { keepPicture, looks, overflows, settled, violations, visit } from './visiting';

let api: TestApi;
let origin: string;
let browser: Browser;
let cookie: string;
let applicationNo: string;
/** The person whose application it is. */
let applicant: string;
/** Theirs. */
let ownCookie: string;

/** An intake that is decided, and one of its applicants who has no place. */
beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
  cookie = await loggedInAccount(api, 'mli', { role: 'administrator' });
  const intake = new OfferedIntake(api);
  await intake.complete('2026-06-16T06:00:00.000Z', { unanswered: [4] });
  await intake.setClock('2026-06-20T08:00:00Z');
  const client = new CourseClient(api);
  const [{ id }] = (await client.get<{ data: [{ id: string }] }>('/intakes')).json().data;
  const { data } = (
    await client.get<{ data: { id: string; applicationNo: string; heldClass: string | null }[] }>(
      `/applications?intake=${id}&status=QUALIFIED&limit=200`,
    )
  ).json();
  const found = data.find(({ heldClass }) => !heldClass)!;
  applicationNo = found.applicationNo;
  const { personId } = (await api.app.get(OwnApplications).find(found.id))!;
  applicant = personId;
  ownCookie = await loggedInPerson(api, applicant);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

/** The person, with what their application led to opened. */
const open = async (width: number, colorScheme: 'light' | 'dark', language = 'nb') => {
  const address = `${origin}/personer/${applicationNo}?lang=${language}`;
  const seen = await visit(browser, address, { width, colorScheme, headers: { cookie } });
  await seen.page.locator('summary', { hasText: applicationNo }).click();
  // What is above a button must have come before it is clicked, or the button moves from under the click.
  await seen.page.locator('.why li').first().waitFor();
  await seen.page.locator('.letter-facts').first().waitFor();
  await seen.page.locator('details[open] .status-facts dd').first().waitFor();
  await settled(seen.page);
  return seen;
};

/** The first to run: the others are about this appeal. */
it('an applicant reads why, and appeals, without a script (walks S11)', async () => {
  const seen = await visit(browser, `${origin}/vedtak`, {
    width: 360,
    colorScheme: 'light',
    javaScriptEnabled: false,
    cookie: ownCookie,
  });
  const { page, complaints } = seen;
  await journey('S11', seen, async () => {
    await page.locator('summary').first().click();
    await page.getByLabel('Hva vil du ha endret?').fill('Plass i en av klassene');
    await page.getByLabel('Hvorfor?').fill('Erfaringen min er regnet feil.');
    await page.getByRole('button', { name: 'Send klagen' }).click();
    await page.getByText('Klagen er mottatt').waitFor();
  });
  expect(complaints).toEqual([]);
  await page.context().close();
});

describe.each(looks)('the letters of an application and its appeal, $width px wide, $colorScheme', (look) => {
  it('are on the page of the person, accessible', async () => {
    const { page, complaints } = await open(look.width, look.colorScheme);
    await page.getByRole('button', { name: 'Avgjør klagen' }).waitFor();
    await keepPicture(page, `letters-office-${look.width}-${look.colorScheme}`);
    await page.getByText('Erfaringen min er regnet feil.').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.context().close();
  });
});

describe('the office', () => {
  it('decides an appeal with reasons, and the answer is a letter with its hash', async () => {
    const { page, complaints } = await open(1280, 'light');
    await page.getByRole('button', { name: 'Avgjør klagen' }).click();
    await page.getByLabel('Medhold', { exact: true }).check();
    await page.getByLabel('Begrunnelse (står i brevet)').fill('Erfaringen er regnet på nytt.');
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await keepPicture(page, 'letters-decide');
    await page.getByRole('dialog').getByRole('button', { name: 'Avgjør klagen' }).click();
    const letter = page.getByRole('link', { name: /Svar på klage/ });
    await letter.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), letter.click()]);
    expect(download.suggestedFilename()).toBe(`svar-pa-klage-${applicationNo}.pdf`);
    await page.getByRole('button', { name: 'Gi plass' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(['nn', 'en'])('reads it in %s', async (language) => {
    const { page } = await open(1280, 'light', language);
    // Under the header that stays, whatever has been scrolled below it would count as too near to its links.
    await page.evaluate('scrollTo(0, 0)');
    await keepPicture(page, `letters-office-${language}`);
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('main').innerText()).not.toMatch(/undefined|NaN|\[object|APPEAL_|PLACE_ON/);
    await page.context().close();
  });
});

it('is all in the applicant’s own data: what was sent, scored and decided, the appeal and the letters, and no assessor', async () => {
  const answer = await api.app.inject({
    url: '/min-profil/mine-data.json',
    headers: { cookie: ownCookie },
  });
  const { applications, reads, person } = answer.json();
  const [own] = applications;
  expect([applications.length, own.applicationNo, own.sent.wishes.length > 0]).toEqual([1, applicationNo, true]);
  expect(Object.keys(own.sent)).toEqual(expect.arrayContaining(['employer', 'profession', 'yearsExperience']));
  expect(own.appeal.filed.text.grounds).toBe('Erfaringen min er regnet feil.');
  expect(own.appeal.decisions).toMatchObject([{ outcome: 'UPHELD', reasons: 'Erfaringen er regnet på nytt.' }]);
  expect(own.letters.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(['DECISION', 'APPEAL_DECISION']),
  );
  expect(JSON.stringify(own.explanation)).toContain('ASSESSMENT');
  expect(JSON.stringify(own)).not.toMatch(/"who"|assessor-|"sealed"/);
  expect([person.personId, reads.length > 0]).toEqual([applicant, true]);
});
