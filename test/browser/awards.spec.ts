import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CertificateWorkQueries } from '@kull/certificates/read-models/certificate-work.query';
import { setAside } from '../harness/set-aside';
import { settleCertificates } from '../harness/settled-certificates';
import { type AwardWorld, attendedCourse, fileOf, visitorOf } from './award-world';
import { journey } from './journeys';
import { keepPicture, overflows, violations } from './visiting';

let world: AwardWorld;

beforeAll(async () => {
  world = await attendedCourse();
}, 600_000);
afterAll(() => world?.close());

const { open, expectAccessible } = visitorOf(() => world);

/** Two certificates that a worker gave up on: one is taken up again from the list of certificates. */
const takenUpAgain = async (): Promise<void> => {
  const { open: courses } = await world.api.app.get(CertificateWorkQueries, { strict: false }).ofClass(world.classId);
  await setAside(world.api, courses.slice(0, 2));
  const { page, complaints } = await open('/bevis');
  const region = page.getByRole('region', { name: 'Satt til side' });
  await region.getByText('2 kursbevis kunne ikke lages.').waitFor();
  await keepPicture(page, 'bevis-satt-til-side');
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await keepPicture(page, 'bevis-satt-til-side-360');
  expect(await overflows(page)).toBe(false);
  await region
    .getByRole('button', { name: /^Prøv igjen: / })
    .first()
    .click();
  await page.getByText(/^.+: prøves igjen nå\./).waitFor();
  await region.getByText('Ett kursbevis kunne ikke lages.').waitFor();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('link', { name: 'Oversikt' }).click();
  await page.getByRole('link', { name: /jobb har stoppet/ }).click();
  await page.getByRole('heading', { name: 'Arbeid som har stoppet' }).waitFor();
  await page.getByRole('cell', { name: 'Lage kursbevis' }).waitFor();
  await keepPicture(page, 'logg-stoppet');
  await page.getByRole('button', { name: /^Prøv igjen: Lage kursbevis/ }).click();
  await page.getByText('Ingenting har stoppet.').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
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
    await expectAccessible('/poeng/NLA-2026V-1?vis=holdt', 'holdt-igjen');
  }, 900_000);

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
      await filters.getByRole('link', { name: `${name} ${count}` }).waitFor();
    await filters.getByRole('link', { name: /Holdt igjen/ }).click();
    expect(new URL(page.url()).search).toBe('?vis=holdt');
    await page.getByRole('link', { name: /HPR-nummeret finnes ikke i registeret/ }).click();
    expect(new URL(page.url()).search).toBe('?vis=holdt&grunn=HPR_UNKNOWN');
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
    await page.waitForURL(({ searchParams }) => !searchParams.has('hvorfor'));
    await page.context().close();
  });

  it('previews what follows, asks for the code, awards in three acts, and shows how far it has come (walks A10)', async () => {
    const seen = await open('/poeng/NLA-2026V-1');
    const { page, complaints } = seen;
    const dialog = page.getByRole('dialog', { name: 'Tildel poeng i NLA-2026V-1' });
    const progress = page.getByRole('region', { name: 'Tildelingen' });
    await journey('A10', seen, async () => {
      await page.getByRole('button', { name: 'Velg alle klare (10)' }).click();
      await dialog.getByText('10 × 60 kurspoeng').waitFor();
      await keepPicture(page, 'tildel-forhandsvis');
      expect(await violations(page)).toEqual([]);
      const confirm = dialog.getByRole('button', { name: 'Tildel 10' });
      expect(await confirm.isDisabled()).toBe(true);
      await dialog.getByLabel('Skriv NLA-2026V-1 for å bekrefte').fill('NLA-2026V-1');
      await confirm.click();
      await progress.getByText('0/10').first().waitFor();
      await progress.getByText('Du kan lukke siden').waitFor();
      await takenUpAgain();
      await settleCertificates(world.api, world.classId);
      // Nobody touches the page: it learns of the certificates by itself.
      await progress.getByText('10/10').first().waitFor();
      await progress.getByText('Alle kursbevisene er utstedt.').waitFor();
    });
    await keepPicture(page, 'tildelt');
    await page.getByRole('link', { name: 'Tildelt 10' }).waitFor();
    expect(await page.getByRole('button', { name: /Velg alle klare/ }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 600_000);

  it('lets two persons verify a number that the register does not answer for', async () => {
    const first = await open('/poeng/NLA-2026V-1?vis=holdt');
    // It comes above what is clicked next, when it is known.
    await first.page.getByText('Alle kursbevisene er utstedt.').waitFor();
    await first.page.getByText('HPR-numrene som mangler (8)').click();
    await first.page.getByRole('button', { name: /^Bekreft … Haddad/ }).click();
    const propose = first.page.getByRole('dialog', { name: /Bekreft HPR-nummeret til/ });
    await propose.getByLabel('Fødselsdato i HPR').waitFor();
    expect(await violations(first.page)).toEqual([]);
    await keepPicture(first.page, 'hpr-forslag');
    await propose.getByLabel('Autorisert fra').fill('2000-07-01');
    await propose.getByLabel('Merknad').fill('Sett i original');
    await propose.getByRole('button', { name: 'Foreslå bekreftelsen' }).click();
    await first.page.getByText('venter på en annens godkjenning').waitFor();
    await first.page.context().close();

    const second = await open('/poeng/NLA-2026V-1?vis=holdt', { headers: { cookie: world.otherCookie } });
    // It comes above what is clicked next, when it is known.
    await second.page.getByText('Alle kursbevisene er utstedt.').waitFor();
    await second.page.getByText('HPR-numrene som mangler (8)').click();
    await second.page.getByRole('button', { name: /^Se og godkjenn … Haddad/ }).click();
    const approve = second.page.getByRole('dialog', { name: /Godkjenn HPR-nummeret til/ });
    await approve.getByText('Sett i original').waitFor();
    await keepPicture(second.page, 'hpr-godkjenn');
    expect(await violations(second.page)).toEqual([]);
    await approve.getByRole('button', { name: 'Godkjenn og vurder poengene' }).click();
    await second.page.getByRole('link', { name: 'Tildelt 11' }).waitFor();
    await second.page.context().close();
  }, 600_000);
});

describe('certificates', () => {
  it('are listed by class, found by number, shared, and revoked by two persons', async () => {
    const { page, complaints } = await open('/bevis');
    await page.getByRole('link', { name: /Gyldig 1[01]/ }).waitFor();
    await page.getByRole('button', { name: 'Eksporter' }).click();
    const list = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: 'CSV for Excel' }).click();
    const lines = readFileSync(await (await list).path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffBevisnummer;Navn;Studentnr\.;Status;Versjon;Kurspoeng;Sist endret/);
    expect(lines).toHaveLength((await page.locator('tbody tr').count()) + 1);
    await page.keyboard.press('Escape');
    const [no] = (await page.getByRole('row').nth(1).getByRole('link').allTextContents()) as [string];
    await page.getByLabel('Finn bevis etter nummer').fill(no);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Kursbevis ${no}` }).waitFor();
    await page.getByRole('link', { name: new RegExp(`PDF ${no}-v1.pdf`) }).waitFor();
    await page.getByLabel('Til hvem (valgfritt)').fill('Fastlegekontoret');
    await page.getByRole('button', { name: 'Lag lenke' }).click();
    await page.getByText('Kopier adressen nå.').waitFor();
    await page.getByText('Fastlegekontoret').waitFor();
    await keepPicture(page, 'bevis');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Trekk tilbake …' }).click();
    const dialog = page.getByRole('dialog', { name: `Trekk tilbake ${no}` });
    await dialog.getByLabel('Årsak').selectOption('WRONG_PERSON');
    await keepPicture(page, 'trekk-bevis');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Foreslå å trekke tilbake' }).click();
    await page.getByText('mli har foreslått å trekke beviset tilbake. En annen administrator må godkjenne.').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();

    const other = await open(`/bevis/${no}?trekk=1`, { headers: { cookie: world.otherCookie } });
    const approve = other.page.getByRole('dialog', { name: `Trekk tilbake ${no}` });
    await approve.getByText('Årsak: feil person').waitFor();
    expect(await violations(other.page)).toEqual([]);
    const revoke = approve.getByRole('button', { name: 'Trekk tilbake 1 bevis' });
    expect(await revoke.isDisabled()).toBe(true);
    await approve.getByLabel(`Skriv ${no} for å bekrefte`).fill(no);
    await revoke.click();
    await other.page.getByText('✗ Trukket tilbake').waitFor();
    expect(other.complaints).toEqual([]);
    await other.page.context().close();
    await expectAccessible('/bevis', 'bevis-liste');
    await expectAccessible(`/bevis/${no}`, 'ett-bevis');
  }, 900_000);
});

describe('corrections', () => {
  it('show who loses what before anything is saved, and need another person where points fall', async () => {
    const first = await open('/poeng/NLA-2026V-1/rettelser?student=S260004&type=RESULT');
    await first.page.getByLabel(/PASSED, FAILED eller en karakter/).fill('FAILED');
    await first.page.getByLabel('Begrunnelse').fill('Klage på formell feil');
    await first.page.getByRole('button', { name: 'Se hva som skjer' }).click();
    const waits = first.page.getByRole('dialog', { name: 'Dette skjer' });
    await waits.getByText('Må godkjennes av en annen (1)').waitFor();
    expect(await violations(first.page)).toEqual([]);
    await waits.getByRole('button', { name: 'Send 1 til godkjenning' }).click();
    await first.page.getByText('Gi denne lenken til den som skal godkjenne').waitFor();
    const link = (await first.page.locator('.ds-alert code').textContent())!;
    await keepPicture(first.page, 'rettelse-venter');
    expect(first.complaints).toEqual([]);
    await first.page.context().close();

    const second = await open(link.slice(world.origin.length), { headers: { cookie: world.otherCookie } });
    const dialog = second.page.getByRole('dialog', { name: 'Dette skjer' });
    await dialog.getByText('60 → 0 kurspoeng').waitFor();
    await dialog.getByText('1 trekkes tilbake').waitFor();
    await keepPicture(second.page, 'rettelse');
    expect(await violations(second.page)).toEqual([]);
    await dialog.getByLabel('Skriv NLA-2026V-1 for å bekrefte').fill('NLA-2026V-1');
    await dialog.getByRole('button', { name: 'Gjør 1 rettelse' }).click();
    await second.page.getByText('1 rettelse er gjort.').waitFor();
    expect(second.complaints).toEqual([]);
    await second.page.context().close();
    await expectAccessible('/poeng/NLA-2026V-1/rettelser', 'rettelser');
  }, 900_000);
});

describe('results (ux.md A9)', () => {
  let graded: AwardWorld;

  beforeAll(async () => {
    graded = await attendedCourse();
  }, 300_000);
  afterAll(() => graded?.close());

  /** As an examination system gives it: candidate numbers, its own headings, one that nobody knows, two that are missing. */
  const wiseflow = (): Buffer => {
    const [, ...lines] = fileOf('participants.csv').toString('utf8').trimEnd().split('\r\n');
    const numbers = lines.map((line) => line.split(';')[0]!).slice(0, 28);
    const rows = numbers.map((no, i) => `${i === 3 ? 'K-118' : no};${i === 5 ? 'FAILED' : 'PASSED'};grader-1`);
    return Buffer.from(['Kandidatnummer;Karakter;Sensor', ...rows, ''].join('\r\n'), 'utf8');
  };

  it('are taken in by a file with what does not fit first, and attested by another (walks A9)', async () => {
    const look = visitorOf(() => graded);
    const seen = await look.open('/poeng/NLA-2026V-1/resultater');
    const { page, complaints } = seen;
    await journey('A9', seen, async () => {
      await page.getByRole('button', { name: 'Ta inn resultatfil' }).click();
      await page
        .getByLabel('Resultatfil (CSV eller Excel)')
        .setInputFiles({ name: 'WISEflow.csv', mimeType: 'text/csv', buffer: wiseflow() });
      await page.getByText('30 i klassen │ 28 i fil │ 3 uten resultat │ 1 ukjent').waitFor();
      await keepPicture(page, 'resultatfil');
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('Hvem er K-118?').selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Bruk' }).click();
      await page.getByRole('button', { name: 'Importer 28' }).click();
      await page.getByText('28 resultater er tatt inn.').waitFor();
    });
    await page.getByRole('link', { name: 'Venter på attestering 28' }).waitFor();
    // Whoever took them in may not attest them.
    expect(await page.getByRole('button', { name: /Attester/ }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();

    const other = await look.open('/poeng/NLA-2026V-1/resultater', { headers: { cookie: graded.otherCookie } });
    await other.page.getByRole('button', { name: 'Attester 28' }).click();
    const dialog = other.page.getByRole('dialog', { name: /Attester resultater/ });
    await dialog.getByText('28 sensurert av grader-1').waitFor();
    expect(await violations(other.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Attester 28' }).click();
    await other.page.getByRole('link', { name: 'Attestert 28' }).click();
    expect(new URL(other.page.url()).searchParams.get('vis')).toBe('attestert');
    await other.page.getByRole('row', { name: /khe/ }).first().waitFor();
    await other.page.getByRole('button', { name: 'Eksporter' }).click();
    const results = other.page.waitForEvent('download');
    await other.page.getByRole('dialog').getByRole('button', { name: 'Regneark (xlsx)' }).click();
    expect((await results).suggestedFilename()).toBe('Resultatene NLA-2026V-1.xlsx');
    await other.page.keyboard.press('Escape');
    await keepPicture(other.page, 'resultater-attestert');
    expect(other.complaints).toEqual([]);
    await other.page.context().close();
    await look.expectAccessible('/poeng/NLA-2026V-1/resultater', 'resultater');
  }, 900_000);
});
