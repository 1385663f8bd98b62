import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settleCertificates } from '../harness/settled-certificates';
import { type AwardWorld, attendedCourse, fileOf } from './award-world';
import { keepPicture, looks, overflows, type Visit, type VisitChoice, violations, visit } from './visiting';

let world: AwardWorld;

beforeAll(async () => {
  world = await attendedCourse();
}, 240_000);
afterAll(() => world?.close());

const open = (path: string, choice: Partial<VisitChoice> = {}): Promise<Visit> => {
  const { browser, origin, cookie } = world;
  return visit(browser, origin + path, { width: 1280, colorScheme: 'light', headers: { cookie }, ...choice });
};

/** A screen in every look, and in nynorsk and English. */
const expectAccessible = async (path: string, name: string): Promise<void> => {
  for (const { width, colorScheme } of looks) {
    const { page, complaints } = await open(path, { width, colorScheme });
    await page.locator('h1').waitFor();
    await keepPicture(page, `${name}-${width}-${colorScheme}`);
    expect([name, width, colorScheme, await violations(page), complaints, await overflows(page)]).toEqual([
      name,
      width,
      colorScheme,
      [],
      [],
      false,
    ]);
    await page.context().close();
  }
  for (const language of ['nn', 'en']) {
    const { page, complaints } = await open(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    await page.locator('h1').waitFor();
    expect([name, language, await violations(page), complaints]).toEqual([name, language, [], []]);
    await page.context().close();
  }
};

describe('awarding (ux.md A10)', () => {
  beforeAll(async () => {
    await world.client.post(`/classes/${world.classId}/result-imports`, fileOf('results.csv'));
  });

  it('is found from the list of classes, and is accessible in every look', async () => {
    const { page } = await open('/poeng');
    await page.getByRole('link', { name: 'NLA-2026V-1', exact: true }).click();
    await page.getByRole('heading', { name: 'Tildeling NLA-2026V-1' }).waitFor();
    await page.context().close();
    await expectAccessible('/poeng', 'poeng');
    await expectAccessible('/poeng/NLA-2026V-1', 'tildeling');
    await expectAccessible('/poeng/NLA-2026V-1?vis=holdt-igjen', 'holdt-igjen');
  }, 300_000);

  it('shows each group with its number, and the holds by reason with what to do', async () => {
    const { page } = await open('/poeng/NLA-2026V-1');
    const filters = page.getByRole('navigation', { name: 'Vis' });
    for (const [name, count] of [
      ['Klar', 10],
      ['Holdt igjen', 8],
      ['Ikke oppfylt', 10],
      ['Gjelder ikke', 2],
      ['Tildelt', 0],
    ] as const)
      expect(await filters.getByRole('link', { name: `${name} ${count}` }).count()).toBe(1);
    await filters.getByRole('link', { name: /Holdt igjen/ }).click();
    expect(new URL(page.url()).search).toBe('?vis=holdt-igjen');
    await page.getByRole('link', { name: /HPR-nummeret finnes ikke i registeret/ }).click();
    expect(new URL(page.url()).search).toBe('?vis=holdt-igjen&grunn=HPR_UNKNOWN');
    await page.getByRole('row', { name: /S260022/ }).waitFor();
    await page.context().close();
  });

  it('answers why by keyboard, and Back closes nothing else', async () => {
    const { page } = await open('/poeng/NLA-2026V-1?vis=ikke-oppfylt');
    await page.getByRole('row').nth(1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /Hvorfor\?/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('hvorfor')).toMatch(/^S26/);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('hvorfor')).toBe(false);
    await page.context().close();
  });

  it('previews what follows, asks for the code, awards in three acts, and shows how far it has come', async () => {
    const { page, complaints } = await open('/poeng/NLA-2026V-1');
    await page.getByRole('button', { name: 'Velg alle klare (10)' }).click();
    const dialog = page.getByRole('dialog', { name: 'Tildel poeng i NLA-2026V-1' });
    await dialog.getByText('10 × 60 kurspoeng').waitFor();
    await keepPicture(page, 'tildel-forhandsvis');
    expect(await violations(page)).toEqual([]);
    const confirm = dialog.getByRole('button', { name: 'Tildel 10' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('Skriv NLA-2026V-1 for å bekrefte').fill('NLA-2026V-1');
    await confirm.click();
    const progress = page.getByRole('region', { name: 'Tildelingen' });
    await progress.getByText('0/10').first().waitFor();
    await progress.getByText('Du kan lukke siden').waitFor();
    await settleCertificates(world.api, world.classId);
    // Nobody touches the page: it learns of the certificates by itself.
    await progress.getByText('10/10').first().waitFor();
    await progress.getByText('Alle kursbevisene er utstedt.').waitFor();
    await keepPicture(page, 'tildelt');
    await page.getByRole('link', { name: 'Tildelt 10' }).waitFor();
    expect(await page.getByRole('button', { name: /Velg alle klare/ }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('lets two persons verify a number that the register does not answer for', async () => {
    const first = await open('/poeng/NLA-2026V-1?vis=holdt-igjen');
    await first.page.getByText('HPR-numrene som mangler (8)').click();
    await first.page.getByRole('button', { name: /^Bekreft … Eide/ }).click();
    const propose = first.page.getByRole('dialog', { name: /Bekreft HPR-nummeret til/ });
    await propose.getByLabel('Fødselsdato i HPR').waitFor();
    expect(await violations(first.page)).toEqual([]);
    await keepPicture(first.page, 'hpr-forslag');
    await propose.getByLabel('Autorisert fra').fill('2000-07-01');
    await propose.getByLabel('Merknad').fill('Sett i original');
    await propose.getByRole('button', { name: 'Foreslå bekreftelsen' }).click();
    await first.page.getByText('venter på en annens godkjenning').waitFor();
    await first.page.context().close();

    const second = await open('/poeng/NLA-2026V-1?vis=holdt-igjen', { headers: { cookie: world.otherCookie } });
    await second.page.getByText('HPR-numrene som mangler (8)').click();
    await second.page.getByRole('button', { name: /^Se og godkjenn … Eide/ }).click();
    const approve = second.page.getByRole('dialog', { name: /Godkjenn HPR-nummeret til/ });
    await approve.getByText('Sett i original').waitFor();
    await keepPicture(second.page, 'hpr-godkjenn');
    expect(await violations(second.page)).toEqual([]);
    await approve.getByRole('button', { name: 'Godkjenn og vurder poengene' }).click();
    await second.page.getByRole('link', { name: 'Tildelt 11' }).waitFor();
    await second.page.context().close();
  }, 180_000);
});
