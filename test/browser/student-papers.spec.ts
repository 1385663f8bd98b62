import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { People, StaffDirectory } from '@kull/people';
import type { Browser } from 'playwright-core';
import readExcelFile from 'read-excel-file/universal';
import { ownDataSections } from '../../apps/web/src/student/profile/own-data';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount, loggedInPerson } from '../harness/logged-in';
import { settleCertificates } from '../harness/settled-certificates';
import { CourseClient } from '../rules/course-client';
import { folderNamed, type Row, readFolder } from '../rules/course-folder';
import { runCourseFolder } from '../rules/course-run';
import { journey } from './journeys';
import { keepPicture, looks, overflows, settled, type VisitChoice, violations, visit } from './visiting';

interface Certificate {
  readonly certificateNo: string;
  readonly studentNo: string;
  readonly state: string;
  readonly versions: readonly { readonly version: number; readonly sha256: string }[];
}

/** The student of the spring whose number is in no register. */
const HELD = 'S260022';
/** The number that should have stood there. */
const RIGHT = '9144917';

let api: TestApi;
let origin: string;
let browser: Browser;
let client: CourseClient;
let participants: readonly Row[];
let certificates: readonly Certificate[];
let classId: string;

beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  client = new CourseClient(api);
  const spring = folderNamed('nla-2026-spring');
  participants = readFolder(spring).participants;
  ({ id: classId } = await runCourseFolder(client, spring));
  await settleCertificates(api, classId);
  certificates = (await client.get<{ data: Certificate[] }>(`/certificates?class=${classId}&limit=200`)).json().data;
  browser = await launchChromium();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

const rowOf = (studentNo: string): Row => participants.find((row) => row.student_no === studentNo)!;
const cookieOf = async (studentNo: string): Promise<string> =>
  loggedInPerson(api, (await api.app.get(People).withNationalId(rowOf(studentNo).national_id!))!);
const valid = (): Certificate => certificates.find(({ state }) => state === 'VALID')!;
const see = async (path: string, studentNo: string, choice: Partial<VisitChoice> = {}) =>
  visit(browser, `${origin}${path}`, {
    width: 360,
    colorScheme: 'light',
    cookie: await cookieOf(studentNo),
    ...choice,
  });
const ask = async (path: string, studentNo: string, form?: Record<string, string>) =>
  fetch(`${origin}${path}`, {
    headers: { cookie: await cookieOf(studentNo), 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });

describe.each(looks)('$width px wide, $colorScheme', ({ width, colorScheme }) => {
  it.each([
    ['/kursbevis', 'certificates', () => valid().studentNo],
    ['/min-profil', 'profile', () => HELD],
    ['/min-profil/innsyn', 'reads', () => HELD],
    ['/mine-poeng', 'points', () => HELD],
  ])('%s is accessible', async (path, name, studentNo) => {
    const { page, complaints } = await see(path, studentNo(), { width, colorScheme });
    if (path === '/kursbevis') await page.locator('summary').first().click();
    await settled(page);
    await keepPicture(page, `student-${name}-${width}-${colorScheme}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.context().close();
  });
});

describe.each(['nn', 'en'])('in %s', (language) => {
  it('the pages are whole', async () => {
    for (const [path, studentNo] of [
      ['/kursbevis', valid().studentNo],
      ['/min-profil', HELD],
      ['/min-profil/innsyn', HELD],
    ] as const) {
      const { page } = await see(`${path}?lang=${language}`, studentNo);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
  });
});

describe('who has looked', () => {
  it('is told to the student, by name and in words, and to nobody else', async () => {
    await api.app
      .get(StaffDirectory)
      .take([{ code: 'mli', name: 'Marit Lie', email: 'mli@example.no', phone: '', language: 'nb' }] as never);
    const office = await loggedInAccount(api, 'mli', { role: 'administrator' });
    const looked = await api.fastify.inject({ url: `/api/v1/persons/${HELD}`, headers: { cookie: office } });
    expect(looked.statusCode).toBe(200);
    const told = await (await ask('/min-profil/innsyn', HELD)).text();
    expect(told).toContain('Marit Lie, administrasjonen');
    expect(told).toContain('siden om deg');
    expect(await (await ask('/min-profil/innsyn', valid().studentNo)).text()).not.toContain('Marit Lie');
  });

  it('is theirs as a file, the own rows only', async () => {
    const page = await (await ask('/min-profil/innsyn', HELD)).text();
    expect(page).toContain('href="/min-profil/innsyn.csv"');
    const csv = await ask('/min-profil/innsyn.csv', HELD);
    expect(csv.headers.get('content-disposition')).toContain('.csv');
    const lines = (await csv.text()).trim().split('\r\n');
    expect(lines[0]).toBe('Når;Hvem;Som;Hva de så på');
    expect(lines.some((line) => line.endsWith(';Marit Lie;administrasjonen;siden om deg'))).toBe(true);
    const xlsx = await ask('/min-profil/innsyn.xlsx', HELD);
    const [shown] = await readExcelFile(await xlsx.arrayBuffer());
    expect(shown!.data).toHaveLength(lines.length);
    expect(await (await ask('/min-profil/innsyn.csv', valid().studentNo)).text()).not.toContain('Marit Lie');
  });
});

describe('a student’s certificate', () => {
  it('is a tap away as the very bytes that were issued, and as a badge', async () => {
    const { certificateNo, studentNo, versions } = valid();
    const pdf = await ask(`/kursbevis/${certificateNo}/pdf`, studentNo);
    const sha256 = createHash('sha256')
      .update(Buffer.from(await pdf.arrayBuffer()))
      .digest('hex');
    expect([pdf.status, sha256]).toEqual([200, versions.at(-1)!.sha256]);
    expect(pdf.headers.get('content-disposition')).toContain(`${certificateNo}-v${versions.at(-1)!.version}.pdf`);
    const badge = await ask(`/kursbevis/${certificateNo}/open-badge`, studentNo);
    expect([badge.headers.get('content-type'), (await badge.text()).split('.').length]).toEqual([
      'application/vc+jwt',
      3,
    ]);
  });

  it('is shared in three taps without a script, seen how often it was opened, and taken out of use (walks S9, S9 share)', async () => {
    const { studentNo } = valid();
    const seen = await see('/kursbevis', studentNo, { javaScriptEnabled: false });
    const { page } = seen;
    await journey('S9', seen, async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: /PDF/ }).first().click();
      expect((await download).suggestedFilename()).toMatch(/-v\d+\.pdf$/);
    });
    await journey('S9 share', seen, async () => {
      await page.getByText('Del', { exact: false }).locator('xpath=ancestor-or-self::summary').first().click();
      await page.getByLabel('7 dager').click();
      await page.getByRole('button', { name: 'Lag lenke' }).click();
      await page.getByRole('link', { name: '/b/' }).waitFor();
    });
    const link = (await page.getByRole('link', { name: '/b/' }).getAttribute('href'))!;
    await keepPicture(page, 'student-certificate-link-360-light');
    const opened = await api.app.inject({
      method: 'POST',
      url: new URL(link).pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'lang=nb',
    });
    expect(opened.statusCode).toBe(303);
    await page.getByRole('link', { name: 'Til kursbevisene' }).click();
    await page.getByText('åpnet 1 gang').first().waitFor();
    await page.getByRole('button', { name: 'Ta ut av bruk' }).click();
    await page.getByText('Ute av bruk').first().waitFor();
    expect((await api.app.inject({ url: new URL(link).pathname })).statusCode).toBe(410);
    await page.context().close();
  });

  it('is one link when the form is sent twice', async () => {
    const { certificateNo, studentNo } = valid();
    const form = { dager: '30', til: 'Fastlegekontoret', skjema: 'form-1' };
    const linkIn = async () =>
      /\/b\/[\w-]{32}/.exec(await (await ask(`/kursbevis/${certificateNo}/lenker`, studentNo, form)).text())?.[0];
    expect(await linkIn()).toBe(await linkIn());
    expect(await (await ask('/kursbevis', studentNo)).text()).toContain('til Fastlegekontoret');
  });

  it('is not there for another student, nor is what was never issued', async () => {
    const { certificateNo, studentNo } = valid();
    const other = participants.find((row) => row.student_no !== studentNo)!.student_no!;
    for (const no of [certificateNo, '0000-0000-0']) {
      for (const path of ['pdf', 'open-badge']) expect((await ask(`/kursbevis/${no}/${path}`, other)).status).toBe(404);
      expect((await ask(`/kursbevis/${no}/lenker`, other, { dager: '7' })).status).toBe(404);
      expect((await ask(`/kursbevis/${no}/lenker/shr_1/ut-av-bruk`, other, {})).status).toBe(404);
    }
    expect(await (await ask('/kursbevis', other)).text()).not.toContain(certificateNo);
  });
});

describe('a student’s profile', () => {
  it('is reached from what the number holds back, checks another at once, and lets the points go (walks S10)', async () => {
    const { national_id, family_name, given_names } = rowOf(HELD);
    const register = readFileSync(join(folderNamed('nla-2026-spring'), 'hpr-register.csv'), 'utf8');
    const born = readFolder(folderNamed('nla-2026-spring')).register;
    expect(born.length).toBeGreaterThan(0);
    const person = (await api.app.get(People).withNationalId(national_id!))!;
    const { birthDate } = (await api.app.get(People).profiles([person])).get(person)!;
    const line = `${RIGHT};${family_name};${given_names};${birthDate};PHYSICIAN;2016-07-01;\r\n`;
    await client.put(`/classes/${classId}/hpr-register`, Buffer.from(register + line));

    const seen = await see('/mine-poeng', HELD, { javaScriptEnabled: false });
    const { page } = seen;
    const { y, height } = (await page.getByRole('link', { name: 'Rett HPR-nummer' }).boundingBox())!;
    expect(y + height).toBeLessThan(640);
    await page.getByRole('link', { name: 'Rett HPR-nummer' }).click();
    const check = async (number: string) => {
      await page.getByLabel('Riktig HPR-nummer').fill(number);
      await page.getByRole('button', { name: 'Kontroller' }).click();
    };
    await check('91449');
    expect(await page.getByRole('alert').innerText()).toContain('Nummeret finnes ikke i Helsepersonellregisteret');
    await check(rowOf(valid().studentNo).hpr_number!);
    expect(await page.getByRole('alert').innerText()).toContain('noen med en annen fødselsdato');
    const before = await client.events();
    await journey('S10', seen, async () => {
      await check(`${RIGHT.slice(0, 4)} ${RIGHT.slice(4)}`);
      expect(await page.getByRole('status').innerText()).toContain(
        'Når du lagrer, tildeles 60 kurspoeng i NLA-2026V-1 med én gang.',
      );
      expect(await client.events()).toBe(before);
      await keepPicture(page, 'student-number-360-light');
      await page.getByRole('button', { name: 'Lagre nummeret' }).click();
      expect(await page.getByRole('status').innerText()).toContain('60 kurspoeng i NLA-2026V-1 er tildelt');
    });
    await page.getByRole('link', { name: 'Mine poeng' }).click();
    await page.getByText('60 av 60 kurspoeng').waitFor();
    await page.context().close();

    const [awarded] = (
      await client.get<{ data: { studentNo: string; coursePoints: object }[] }>(`/classes/${classId}/awards?limit=200`)
    )
      .json()
      .data.filter(({ studentNo }) => studentNo === HELD);
    expect(JSON.stringify(awarded)).toContain('AWARDED');
  });

  it('changes no number that points stand on', async () => {
    const { studentNo } = valid();
    const answer = await (await ask('/min-profil/hpr-nummer', studentNo, { nummer: RIGHT })).text();
    expect(answer).toContain('må kurskoordinatoren rette det');
    const person = (await api.app.get(People).withNationalId(rowOf(studentNo).national_id!))!;
    expect((await api.app.get(People).profiles([person])).get(person)!.hprNumber).not.toBe(RIGHT);
  });

  it('takes an address, a workplace and a language, seen in the timeline, and refuses what is no address', async () => {
    const { page } = await see('/min-profil', HELD, { javaScriptEnabled: false });
    await page.getByLabel('E-post').fill('ny@eksempel.no');
    await page.getByLabel('Arbeidssted').fill('Sykehuset Østfold');
    await page.getByLabel('Nynorsk').click();
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('nn');
    await page.getByText('Endringane er lagra og gjeld frå no.').waitFor();
    expect(await page.getByLabel('E-post').inputValue()).toBe('ny@eksempel.no');
    expect(await page.getByLabel('Arbeidsstad').inputValue()).toBe('Sykehuset Østfold');
    await keepPicture(page, 'student-contact-360-light');
    await page.context().close();
    const { data } = (await client.get<{ data: { type: string; by: object }[] }>(`/persons/${HELD}/timeline`)).json();
    for (const type of ['EmailChanged', 'WorkplaceChanged', 'LanguageChanged'])
      expect(data.find((event) => event.type === type)?.by).toMatchObject({ isThePerson: true });
    const record = (await client.get<{ contact: object }>(`/persons/${HELD}`)).json();
    expect(record.contact).toMatchObject({ email: 'ny@eksempel.no', workplace: 'Sykehuset Østfold', language: 'nn' });
    const before = await client.events();
    await ask('/min-profil', HELD, { epost: 'ny@eksempel.no', sprak: 'nn', arbeidssted: 'Sykehuset Østfold' });
    expect(await client.events()).toBe(before);
    const refused = await ask('/min-profil', HELD, { epost: 'not an address', sprak: 'nb' });
    expect([refused.status, (await refused.text()).includes('value="not an address"')]).toEqual([422, true]);
  });

  it('gives the student everything that is known of them, and of nobody else', async () => {
    const { studentNo, certificateNo } = valid();
    const answer = await ask('/min-profil/mine-data.json', studentNo);
    expect(answer.headers.get('content-disposition')).toContain('mine-data.json');
    const text = await answer.text();
    const data = JSON.parse(text);
    const { family_name } = rowOf(studentNo);
    expect([data.person.familyName.length > 0, data.enrolments[0].studentNo, data.certificates[0].number]).toEqual([
      true,
      studentNo,
      certificateNo,
    ]);
    expect([data.attendance.length, data.courses.length]).toEqual([1, 1]);
    expect(Object.keys(data)).toEqual([...ownDataSections]);
    expect(data.attendance[0].sessions[0].marks.length).toBeGreaterThan(0);
    expect(text).not.toContain('"sealed"');
    for (const other of participants) {
      if (other.student_no === studentNo || other.family_name === family_name) continue;
      expect(text).not.toContain(other.student_no!);
      expect(text).not.toContain(other.national_id!);
    }
  });
});
