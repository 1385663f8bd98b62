import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EventStore } from '@kull/event-store';
import { StaffDirectory } from '@kull/people';
import type { Browser } from 'playwright-core';
import { exampleReport } from '../../apps/api/src/reports/report';
import { Reports } from '../../apps/api/src/reports/reports';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { planCohort } from '../harness/filled-cohort';
import { loggedInAccount } from '../harness/logged-in';
import { journey } from './journeys';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

let api: TestApi;
let origin: string;
let browser: Browser;
let cookie: string;

const staff = (code: string, name: string) => ({ code, name, email: `${code}@example.no`, phone: '', language: 'nb' });

beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
  await planCohort(api.app, 'NLP-2026', { classes: 1, students: 1 });
  await api.app.get(StaffDirectory).take([staff('mli', 'Marit Lie'), staff('ehe', 'Eva Hegg')] as never);
  cookie = await loggedInAccount(api, 'mli', { role: 'administrator' });
  await loggedInAccount(api, 'ehe', { role: 'auditor' });
  jest.spyOn(api.app.get(Reports), 'of').mockResolvedValue(exampleReport);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

const see = (path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light') =>
  visit(browser, `${origin}${path}`, { width, colorScheme, cookie });

const rooms = [
  ['/rapporter', 'Trøndelag'],
  ['/paminnelser', 'Ingenting går ut'],
  ['/paminnelser?vis=uavklart', 'Ingen påminnelser må ses på'],
  ['/paminnelser?vis=sendt', 'Ingenting er sendt ennå'],
  ['/paminnelser?vis=adresser', 'Alle adresser virker'],
  ['/paminnelser?vis=planer', 'Svarfrist på tilbud'],
  ['/tilganger', 'Marit Lie'],
] as const;

describe.each(looks)('the rooms of the office, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  it.each(rooms)('%s is accessible', async (path, text) => {
    const { page, complaints } = await see(path, width, colorScheme);
    await page.getByText(text).first().waitFor();
    await keepPicture(page, `room${path.replaceAll(/\W/g, '-')}-${width}-${colorScheme}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.context().close();
  });
});

describe.each(['nn', 'en'])('in %s', (language) => {
  it.each(rooms.map(([path]) => path))('%s is complete and accessible', async (path) => {
    const { page, complaints } = await see(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    await page.waitForLoadState('load');
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await page.innerText('main')).not.toMatch(/undefined|\[object/);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the office', () => {
  it('gives and takes a role, closes an account and opens it again; never its own', async () => {
    const { page, complaints } = await see('/tilganger');
    expect(await page.getByRole('button', { name: 'Tilgangen til Marit Lie' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Tilgangen til Eva Hegg' }).click();
    const dialog = page.getByRole('dialog', { name: 'Tilgangen til Eva Hegg' });
    await dialog.getByLabel('Rolle').selectOption('teacher');
    await dialog.getByLabel(/OSLO-1/).check();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Gi rollen' }).click();
    await page.getByText('Eva Hegg: Gitt: føre oppmøte i klasser.').waitFor();
    await dialog.getByRole('button', { name: 'Ta bort: føre oppmøte i klasser' }).click();
    await page.getByText('Eva Hegg: Tatt bort: føre oppmøte i klasser.').waitFor();
    await dialog.getByRole('button', { name: 'Steng kontoen' }).click();
    await dialog.getByRole('button', { name: 'Åpne kontoen igjen' }).click();
    await dialog.getByRole('button', { name: 'Steng kontoen' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('turns a reminder on, and takes that back', async () => {
    const { page, complaints } = await see('/paminnelser?vis=planer');
    await page.getByRole('button', { name: 'Slå på: Svarfrist på tilbud' }).click();
    await page.getByRole('button', { name: 'Slå av: Svarfrist på tilbud' }).waitFor();
    await page.getByRole('button', { name: /Angre/ }).click();
    await page.getByRole('button', { name: 'Slå på: Svarfrist på tilbud' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows which numbers of a report are hidden, and gives it as a file (walks A12)', async () => {
    const seen = await see('/rapporter?etter=county&tall=withdrawn');
    const { page } = seen;
    await page.getByText('skjult', { exact: true }).first().waitFor();
    await journey('A12', seen, async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Last ned Excel' }).click();
      expect((await download).suggestedFilename()).toBe('Rapport etter fylke.xlsx');
    });
    await page.context().close();
  });

  it('gives what was sent, and whom mail does not reach, as files with names', async () => {
    await api.app.get(EventStore).transaction(async (tx) => {
      const [{ person_id: person } = { person_id: '' }] = await tx.query<{ person_id: string }>(
        'select person_id from enrolment_v2',
      );
      await tx.query(
        `insert into reminder_v1 (id, programme_code, subject, about, step, version, recipient, channel, due_at, state, state_at)
         select 'rem_' || recipient, 'NLP', 'GATHERING', 'x', 'P2D', '1', recipient, 'MAIL', now(), 'SENT', '2026-09-01T08:00Z'
           from unnest($1::text[]) as recipient`,
        [[person, 'office']],
      );
      await tx.query(
        `insert into people.address_fault (person_id, kind, code, at) values ($1, 'BOUNCED', '5.1.1', '2026-09-02T08:00Z')`,
        [person],
      );
    });
    const linesAt = async (path: string): Promise<readonly string[]> => {
      const { page } = await see(path);
      await page.getByRole('link', { name: 'Nordmann 1' }).first().waitFor();
      await page.getByRole('button', { name: 'Eksporter' }).click();
      const file = page.waitForEvent('download');
      await page.getByRole('dialog').getByRole('button', { name: 'CSV for Excel' }).click();
      const text = readFileSync(await (await file).path(), 'utf8');
      await page.context().close();
      return text.replace('\ufeff', '').trimEnd().split('\r\n');
    };
    expect((await linesAt('/paminnelser?vis=sendt')).map((line) => line.split(';')[3])).toEqual([
      'Til',
      expect.stringMatching(/Nordmann 1|kontoret/),
      expect.stringMatching(/Nordmann 1|kontoret/),
    ]);
    expect(await linesAt('/paminnelser?vis=adresser')).toEqual([
      expect.any(String),
      expect.stringMatching(/^Nordmann 1, .+;.*5\.1\.1;/),
    ]);
  });
});
