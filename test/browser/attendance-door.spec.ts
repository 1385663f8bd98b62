import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { type AttendedClass, AttendedCohort } from '../rules/attended-cohort';
import { journey } from './journeys';
import { Phone, type PhoneLook } from './phone';
import { keepPicture, looks, overflows, violations } from './visiting';

interface Line {
  readonly studentNo: string;
  readonly counts?: { readonly presence: string };
  readonly conflict?: readonly string[];
  readonly marks: readonly {
    readonly id: string;
    readonly presence: string;
    readonly observedBy: string;
    readonly device?: string;
    readonly source: string;
    readonly replaces?: string;
  }[];
}

jest.setTimeout(300_000);

let api: TestApi;
let cohort: AttendedCohort;
let oslo: AttendedClass;
let trondheim: AttendedClass;
let browser: Browser;
beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  cohort = new AttendedCohort(api);
  oslo = await cohort.plan('OSLO-1', 54);
  trondheim = await cohort.plan('OSLO-2', 4);
  await cohort.reschedule(trondheim, 1, -7);
  await cohort.at('2026-09-14T06:40:00.000Z');
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

const phoneOf = (account: string, look: PhoneLook = {}) => Phone.of(api, browser, account, look);

const register = async (session: string): Promise<readonly Line[]> =>
  (await cohort.client.get<{ students: Line[] }>(`/classes/${oslo.id}/registers/${session}`)).json().students;

/** What is said of a student and has not been replaced. */
const standing = ({ marks }: Line) => marks.filter(({ id }) => !marks.some(({ replaces }) => replaces === id));

const codeOf = async (of: AttendedClass, studentNo: string): Promise<string> =>
  (await cohort.client.get<{ code: string }>(`/classes/${of.id}/students/${studentNo}/door-code`)).json().code;

describe('54 at the door, two phones, and a network that is cut (goal 12)', () => {
  it('loses nothing and has nothing twice; where the two disagree, it says so (walks A2 list)', async () => {
    const [kari, ola] = [await phoneOf('mli'), await phoneOf('ohansen')];
    const codes = new Map<string, string>();
    for (const studentNo of oslo.students.slice(24)) codes.set(studentNo, await codeOf(oslo, studentNo));
    await kari.open(oslo);
    await ola.open(oslo);

    // Kari goes through the list; at row 20 the network is gone, and it comes and goes; the last mark is made without.
    await journey('A2 list', kari, async () => {
      for (const [at, studentNo] of oslo.students.slice(0, 27).entries()) {
        if (at === 20 || at === 24 || at === 26) await kari.cut();
        if (at === 22 || at === 25) await kari.mend();
        // Every seventh is absent, every tenth excused.
        await kari.mark(studentNo, at % 10 === 9 ? 3 : at % 7 === 6 ? 2 : 1);
      }
    });

    // Ola reads codes, without a network from the start, of three whom Kari marked too; the last of them Kari had as absent.
    await ola.page.getByRole('button', { name: 'Skann QR' }).tap();
    const reader = ola.page.getByLabel('Kode fra en leser');
    await reader.waitFor();
    await ola.cut();
    for (const studentNo of oslo.students.slice(24)) {
      await reader.fill(codes.get(studentNo)!);
      await reader.press('Enter');
    }
    await ola.page.getByText(/^.*(27|28|29|30) i kø/).waitFor();
    expect(await ola.page.locator('.warned').count()).toBe(0);
    expect(await register('G1-1').then((lines) => lines.filter(({ marks }) => marks.length > 0).length)).toBeLessThan(
      27,
    );

    // Both come back; Kari's phone is closed and opened again meanwhile, without a network.
    await kari.page.reload();
    await kari.row(oslo.students[0]!).waitFor();
    await kari.page.getByText('i kø').first().waitFor();
    await ola.mend();
    await ola.settled();
    await kari.mend();
    await kari.settled();
    await kari.page.reload();
    await kari.settled();

    const lines = await register('G1-1');
    expect(lines).toHaveLength(54);
    const wrong = lines.filter((line) => {
      const at = oslo.students.indexOf(line.studentNo);
      const listed = at % 10 === 9 ? 'EXCUSED' : at % 7 === 6 ? 'ABSENT' : 'PRESENT';
      const said = standing(line)
        .map((mark) => `${mark.observedBy} ${mark.presence}`)
        .sort()
        .join();
      // Of the three whom both had, Ola's phone may have known already.
      if (at < 24) return said !== `mli ${listed}`;
      return at < 27 ? !/^mli PRESENT(,ohansen PRESENT)?$/.test(said) : said !== 'ohansen PRESENT';
    });
    expect(wrong).toEqual([]);
    expect(new Set(lines.flatMap(({ marks }) => marks.map(({ id }) => id))).size).toBe(
      lines.reduce((sum, { marks }) => sum + marks.length, 0),
    );
    const disputed = lines.filter(({ conflict }) => conflict);
    expect(disputed).toHaveLength(0);

    // They disagree about one: theirs beside yours, and a choice.
    const berg = oslo.students[30]!;
    await kari.mark(berg, 1);
    await kari.page.getByText('Uenighet').first().waitFor();
    await kari.page.getByRole('link', { name: /Alt er sendt/ }).tap();
    await kari.page.getByText('Uenighet (1)').waitFor();
    await keepPicture(kari.page, 'door-disagreement-360-light');
    expect(await violations(kari.page)).toEqual([]);
    await kari.page.getByRole('button', { name: 'Behold P' }).tap();
    await kari.page.getByText('Uenighet (1)').waitFor({ state: 'detached' });
    const settled = (await register('G1-1')).find(({ studentNo }) => studentNo === berg)!;
    expect(settled).toMatchObject({ counts: { presence: 'PRESENT' } });
    expect(settled).not.toHaveProperty('conflict');
    expect([...kari.problems, ...ola.problems]).toEqual([]);
    await kari.close();
    await ola.close();
  });

  it('marks everybody at once, takes it back, and locks when the session is over (walks A2)', async () => {
    await cohort.at('2026-09-14T10:40:00.000Z');
    const phone = await phoneOf('tvik');
    await phone.open(oslo, 'G1-2');
    const { page } = phone;
    await page.getByRole('button', { name: 'Alle til stede (54)' }).tap();
    await page.getByText('54 av 54 merket').waitFor();
    await page.getByRole('button', { name: 'Angre: 54 til stede' }).tap();
    await page.getByText('0 av 54 merket').waitFor();
    const row = phone.row(oslo.students[0]!);
    await journey('A2', phone, async () => {
      await phone.mark(oslo.students[0]!, 2);
      expect(await row.innerText()).toMatch(/Fravær/);
      await page.getByRole('button', { name: 'Alle til stede (53)' }).tap();
      await page.getByRole('button', { name: 'Ferdig' }).tap();
      await page.getByText('53 til stede, 1 fravær, 0 gyldig, 0 ikke merket.').waitFor();
    });
    await keepPicture(page, 'door-done-360-light');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /Lås når økten er over, kl. 17:00/ }).tap();
    await page.getByText('✓ Sikret: lukk appen trygt').waitFor();
    // The marks go at once, the lock when its time has come.
    await page.getByText('1 merker på enheten').waitFor();
    await cohort.at('2026-09-14T15:01:00.000Z');
    await phone.go('/oppmote');
    await page.getByText('Låst').waitFor({ timeout: 60_000 });
    expect((await register('G1-2')).filter((line) => standing(line).length === 1)).toHaveLength(54);
    await phone.close();
  });
});

describe.each(looks)('the screens at the door, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  it('are accessible, in three languages', async () => {
    await cohort.at('2026-09-15T06:40:00.000Z');
    const lang = width === 1280 ? (colorScheme === 'dark' ? 'en' : 'nn') : undefined;
    const phone = await phoneOf(`look-${width}-${colorScheme}`, { width, dark: colorScheme === 'dark', lang });
    const { page } = phone;
    const look = async (name: string): Promise<void> => {
      await keepPicture(page, `door-${name}-${width}-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
    };
    await phone.go('/oppmote');
    await page.locator('.session').first().waitFor();
    await look('sessions');
    await phone.go(`/oppmote/${oslo.id}/G1-3`);
    await phone.row(oslo.students[0]!).waitFor();
    for (const [at, studentNo] of oslo.students.slice(0, 6).entries()) await phone.mark(studentNo, (at % 3) + 1);
    await look('list');
    await phone.go(`/oppmote/${oslo.id}/G1-3/skann`);
    await page.locator('#kode').fill(await codeOf(trondheim, trondheim.students[0]!));
    await page.locator('#kode').press('Enter');
    await page.locator('.read').first().waitFor();
    await look('scan');
    await phone.go('/oppmote/synk');
    await page.locator('h1').waitFor();
    await look('sync');
    expect(phone.problems).toEqual([]);
    await phone.close();
  });
});
