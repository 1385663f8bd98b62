import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DocumentStore } from '@kull/certificates/contracts';
import { attachedFacts } from '@kull/documents';
import type { Browser } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { settleCertificates } from '../harness/settled-certificates';
import { CourseClient } from '../rules/course-client';
import { folderNamed } from '../rules/course-folder';
import { runCourseFolder } from '../rules/course-run';
import { journey } from './journeys';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

interface Certificate {
  readonly certificateNo: string;
  readonly state: string;
  readonly versions: readonly { readonly version: number; readonly sha256: string }[];
}

let api: TestApi;
let client: CourseClient;
let origin: string;
let browser: Browser;
let folder: string;
let all: readonly Certificate[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kull-browser-'));
  api = await createTestApi();
  client = new CourseClient(api);
  const { id } = await runCourseFolder(client, folderNamed('nla-2026-spring'));
  await settleCertificates(api, id);
  all = (await client.get<{ data: Certificate[] }>(`/certificates?class=${id}&limit=200`)).json().data;
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
  rmSync(folder, { recursive: true, force: true });
});

const replaced = () => all.find(({ versions }) => versions.length === 2)!;
const revoked = () => all.find(({ state }) => state === 'REVOKED')!;
const documentOf = async ({ versions }: Certificate, version: number): Promise<Uint8Array> => {
  const { sha256 } = versions.find((one) => one.version === version)!;
  return (await api.app.get(DocumentStore, { strict: false }).read(sha256)).bytes;
};
const scanned = async (certificate: Certificate, version: number): Promise<string> => {
  const { scanAddress } = attachedFacts(await documentOf(certificate, version)) as { scanAddress: string };
  const { pathname, search, hash } = new URL(scanAddress);
  return `${origin}${pathname}${search}${hash}`;
};

describe.each(looks)('$width px wide, $colorScheme', (look) => {
  it.each([
    ['valid, scanned', async () => scanned(replaced(), 2), 'Gyldig', 200],
    ['valid, typed', async () => `${origin}/v/${replaced().certificateNo}`, 'Gyldig', 200],
    ['replaced', async () => scanned(replaced(), 1), 'Erstattet', 200],
    ['revoked', async () => `${origin}/v/${revoked().certificateNo}`, 'Trukket tilbake', 200],
    ['altered', async () => `${origin}/v/${replaced().certificateNo}?sha256=${'0'.repeat(64)}`, 'Endret', 200],
    ['never issued', async () => `${origin}/v/0000-0000-0`, 'Aldri utstedt', 404],
    ['nothing asked yet', async () => `${origin}/v`, 'Skriv bevisnummeret', 200],
  ] as const)('the page for anybody is accessible: %s', async (name, address, says, status) => {
    const { page, complaints } = await visit(browser, await address(), { ...look, status });
    await keepPicture(page, `v-${name.replaceAll(/\W+/g, '-')}-${look.width}-${look.colorScheme}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.getByText(says).first().waitFor();
    await page.context().close();
  });

  it('the pages behind a link are accessible, and lead from the one to the other', async () => {
    const made = await client.post<{ url: string }>(`/certificates/${replaced().certificateNo}/shares`, {
      expiresInDays: 30,
      maxOpens: 1,
    });
    const address = `${origin}${new URL(made.json().url).pathname}`;
    const { page, complaints } = await visit(browser, address, { ...look, javaScriptEnabled: true });
    await keepPicture(page, `b-closed-${look.width}-${look.colorScheme}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Vis kursbeviset' }).click();
    await page.getByText('Gyldig').first().waitFor();
    await keepPicture(page, `b-open-${look.width}-${look.colorScheme}`);
    expect(await violations(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Last ned PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${replaced().certificateNo}-v2.pdf`);
    expect(complaints).toEqual([]);
    const used = await visit(browser, address, { ...look, status: 410 });
    expect(await violations(used.page)).toEqual([]);
    await used.page.getByText('så mange ganger som den kan').waitFor();
    await used.page.context().close();
    await page.context().close();
  });
});

describe('the file itself', () => {
  const choose = async (bytes: Uint8Array, at: string): Promise<string> => {
    const path = join(folder, 'bevis.pdf');
    writeFileSync(path, bytes);
    const { page, complaints } = await visit(browser, `${origin}${at}`, { width: 1280, colorScheme: 'light' });
    const sent: string[] = [];
    page.on('request', (request) => void sent.push(`${request.method()} ${request.postData() ?? ''}`));
    await page.getByLabel('Velg filen').setInputFiles(path);
    await page.waitForURL(/sha256=[0-9a-f]{64}/);
    const answer = await page.getByRole('status').first().innerText();
    expect(sent.every((request) => request === 'GET ')).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
    return answer;
  };

  it('is hashed in the browser and never sent: valid, replaced, altered', async () => {
    const certificate = replaced();
    const newest = await documentOf(certificate, 2);
    expect(await choose(newest, '/v')).toContain('Gyldig');
    expect(await choose(await documentOf(certificate, 1), '/v')).toContain('Erstattet');
    const altered = Uint8Array.from(newest);
    altered[altered.length - 40]! ^= 1;
    expect(await choose(altered, `/v/${certificate.certificateNo}`)).toContain('Endret');
  });

  it('cannot be chosen where no script runs; all else works there, by keyboard alone (walks L3)', async () => {
    const { certificateNo } = replaced();
    const look = { width: 360, colorScheme: 'light', javaScriptEnabled: false } as const;
    const seen = await visit(browser, `${origin}/v`, look);
    const { page } = seen;
    expect(await page.locator('#pdf').isVisible()).toBe(false);
    await page.locator('#no').focus();
    await journey('L3', seen, async () => {
      await page.keyboard.type(certificateNo.toLowerCase());
      await page.keyboard.press('Enter');
      await page.getByText('Gyldig').first().waitFor();
    });
    const { holder } = attachedFacts(await documentOf(replaced(), 2)) as {
      holder: { givenName: string; familyName: string; birthDate: string };
    };
    const [, month, day] = holder.birthDate.split('-');
    await page.locator('#name').fill(`${holder.givenName} ${holder.familyName}`);
    await page.locator('#day').fill(day!);
    await page.locator('#month').fill(month!);
    await page.locator('#month').press('Enter');
    await page.getByText('Ja. Navnet og fødselsdagen').waitFor();
    await keepPicture(page, 'v-name-yes');
    await page.context().close();
  });
});
