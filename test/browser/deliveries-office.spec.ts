import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settleCertificates } from '../harness/settled-certificates';
import { type AwardWorld, attendedCourse, fileOf, visitorOf } from './award-world';
import { journey } from './journeys';
import { keepPicture, violations } from './visiting';

let world: AwardWorld;

beforeAll(async () => {
  world = await attendedCourse();
  await world.client.post(`/classes/${world.classId}/result-imports`, fileOf('results.csv'));
  await world.client.post(`/classes/${world.classId}/award-runs`, {});
  await settleCertificates(world.api, world.classId);
}, 300_000);
afterAll(() => world?.close());

interface Lines {
  readonly lines: readonly { readonly certificateNo: string; readonly lineNo: number; readonly version: number }[];
}

/** A file of receipts as the receiver makes it: the first line is rejected, the rest are received. */
const receiptsOf = ({ lines }: Lines): Buffer => {
  const rows = lines.map(({ certificateNo, lineNo, version }, i) =>
    [
      certificateNo,
      lineNo,
      version,
      i === 0 ? 'REJECTED;E301;Har den fra før' : 'ACCEPTED;;',
      '2026-07-08T08:00:00Z',
    ].join(';'),
  );
  return Buffer.from(
    ['certificate_id;line_no;version;result;code;message;received_at', ...rows, ''].join('\r\n'),
    'utf8',
  );
};

describe('deliveries (ux.md A11)', () => {
  const { open, expectAccessible } = visitorOf(() => world);

  it('are prepared, approved and handed over in four acts (walks A11)', async () => {
    const seen = await open('/leveringer');
    const { page, complaints } = seen;
    await page.getByText('10 nye, 0 rettet, 0 trukket · +600 poeng').waitFor();
    expect(await violations(page)).toEqual([]);
    await journey('A11', seen, async () => {
      await page.getByRole('button', { name: 'Klargjør levering (10)' }).click();
      await page.getByRole('button', { name: 'Godkjenn 10' }).click();
      await page.getByRole('button', { name: 'Lever 10' }).click();
      const dialog = page.getByRole('dialog', { name: 'Lever' });
      await dialog.getByText('Leveringen får neste nummer').waitFor();
      await keepPicture(page, 'lever');
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Lever 10' }).click();
      await page.getByRole('heading', { name: 'Levering 000001' }).waitFor();
    });
    await page.getByText('Mottakeren har ikke hentet leveringen ennå.').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('take in receipts by a file, and send the rejected line again (walks A11 reject)', async () => {
    const { data } = (await world.client.get<{ data: { id: string }[] }>('/exports')).json();
    const id = data[0]!.id;
    const delivery = (await world.client.get<Lines>(`/exports/${id}`)).json();
    const seen = await open(`/leveringer/${id}`);
    const { page, complaints } = seen;
    await page.getByLabel('Les inn kvitteringsfil fra mottakeren (CSV)').setInputFiles({
      name: 'kvittering.csv',
      mimeType: 'text/csv',
      buffer: receiptsOf(delivery),
    });
    await page.getByText('10 kvitteringer er tatt inn').waitFor();
    await journey('A11 reject', seen, async () => {
      await page.getByRole('link', { name: '✗ Avvist 1' }).click();
      await page.getByText(/Mottakeren har allerede en linje.*«Har den fra før»/).waitFor();
      await keepPicture(page, 'levering-avvist');
      // What is half under the head of the page counts as too small.
      await page.evaluate('scrollTo(0, 0)');
      expect(await violations(page)).toEqual([]);
      await page.getByRole('checkbox').nth(1).check();
      await page.getByRole('button', { name: 'Send 1 på nytt' }).click();
      await page.getByText('1 linje går igjen med neste levering.').waitFor();
    });
    expect(complaints).toEqual([]);
    await page.context().close();
    expect((await world.client.post<{ recordCount: number }>('/export-previews', {})).json().recordCount).toBe(1);
  }, 300_000);

  it('shows where every point of a class is, and that it adds up', async () => {
    const { page } = await open('/leveringer');
    await page.getByText('9 ✓').waitFor();
    await page.getByRole('button', { name: 'Eksporter' }).click();
    const list = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: 'CSV for Excel' }).click();
    const [heads, delivery] = readFileSync(await (await list).path(), 'utf8').split('\r\n');
    expect(heads).toMatch(/;Linjer;Nye;Rettet;Trukket;/);
    expect(delivery).toMatch(/^"?000001"?;.+;10;10;0;0;600;9;1;0;/);
    await page.keyboard.press('Escape');
    await page.getByLabel('Klasse').selectOption({ label: 'NLA-2026V-1 · Nettbasert lederutdanning for allmennleger' });
    await page.getByText('✓ Går opp: 600 kurspoeng').waitFor();
    await keepPicture(page, 'avstemming');
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('has another person approve a draft that takes points away', async () => {
    const correction =
      'at;kind;student_no;value;reason;recorded_by;approved_by\r\n' +
      '2026-07-04T09:00:00+02:00;RESULT;S260003;FAILED;Klage;admin-1;admin-2\r\n';
    await world.client.post(`/classes/${world.classId}/correction-imports`, Buffer.from(correction));
    await settleCertificates(world.api, world.classId);
    const { data } = (await world.client.get<{ data: { id: string }[] }>('/feeds')).json();
    await world.client.put(`/feeds/${data[0]!.id}/terms`, { commentDays: 0, approval: 'TWO_WHEN_LOWERING' });

    const first = await open('/leveringer');
    await first.page.getByRole('button', { name: 'Klargjør levering (2)' }).click();
    await first.page.getByText('En annen må godkjenne.').waitFor();
    expect(await first.page.getByRole('button', { name: /Godkjenn/ }).count()).toBe(0);
    await keepPicture(first.page, 'utkast-to-personer');
    const address = new URL(first.page.url()).pathname;
    await first.page.context().close();

    const second = await open(address, { headers: { cookie: world.otherCookie } });
    await second.page.getByText('60 → 0').waitFor();
    expect(await violations(second.page)).toEqual([]);
    await second.page.getByRole('button', { name: 'Godkjenn 2' }).click();
    await second.page.getByRole('button', { name: 'Lever 2' }).waitFor();
    await second.page.context().close();
  }, 300_000);

  it('is accessible in every look and language', async () => {
    const { data } = (await world.client.get<{ data: { id: string }[] }>('/exports')).json();
    await expectAccessible(`/leveringer?klasse=${world.classId}`, 'leveringer');
    await expectAccessible(`/leveringer/${data[0]!.id}`, 'levering');
  }, 900_000);
});
