import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type DeskDelivery, DeskQueries } from '@kull/deliveries';
import type { Browser } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount } from '../harness/logged-in';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

const delivery = (batchSeq: number, fetched?: DeskDelivery['fetched']): DeskDelivery => ({
  id: `b${batchSeq}`,
  batchSeq,
  classCode: 'NLA-2026V-1',
  createdAt: '2026-07-08T04:00:00.000Z',
  fileName: 'LF_971228865_000019_20260708T040000Z.csv',
  fileSha256: '9f2c'.repeat(16),
  manifestName: 'LF_971228865_000019_20260708T040000Z.manifest.json',
  recordCount: 5,
  addCount: 2,
  correctCount: 1,
  revokeCount: 2,
  pointsTotalAdd: 120,
  ...(fetched && { fetched }),
});

const withdrawn = {
  certificateNo: '3HWB-5T0C-N',
  lineNo: 1,
  version: 2,
  action: 'REVOKE',
  reasonCode: 'RESULT_CHANGED',
  points: 60,
  pointsBefore: 60,
} as const;

let api: TestApi;
let origin: string;
let browser: Browser;
let cookie: string;

beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
  cookie = await loggedInAccount(api, 'tvi', { role: 'association', orgNumber: '960474341' });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

describe.each(looks)('the desk, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  const see = (javaScriptEnabled = true) =>
    visit(browser, `${origin}/levering`, { width, colorScheme, headers: { cookie }, javaScriptEnabled });

  it('shows what is new and what it changes first, and is accessible', async () => {
    const desk = api.app.get(DeskQueries);
    const newest = jest
      .spyOn(desk, 'newest')
      .mockResolvedValue([delivery(19), delivery(18, { by: 'tvi', at: '2026-06-24T07:12:00.000Z' })]);
    const changed = jest.spyOn(desk, 'changedIn').mockResolvedValue([withdrawn]);
    const { page, complaints } = await see();
    await keepPicture(page, `desk-${width}-${colorScheme}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    for (const text of ['Nytt siden sist: 1 levering', '60 → 0, trukket', 'resultatet er endret', 'Levering 000019'])
      expect(await page.getByText(text).first().isVisible()).toBe(true);
    expect(newest).toHaveBeenCalledWith('960474341', expect.any(Number));
    newest.mockRestore();
    changed.mockRestore();
    await page.context().close();
  });

  it('looks a number up without a script, and shows that nobody has it', async () => {
    const { page } = await see(false);
    await page.fill('#nummer', '9 999 999');
    await page.keyboard.press('Enter');
    await page.getByText('Ingen kurs hos oss har det nummeret').waitFor();
    expect(page.url()).not.toContain('9999999');
    expect(await overflows(page)).toBe(false);
    await page.context().close();
  });
});
