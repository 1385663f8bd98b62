import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailSender, type Sink, startSink, TextMessageSender } from '@kull/mail';
import type { Browser } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

let folder: string;
let sink: Sink;
let api: TestApi;
let origin: string;
let browser: Browser;
let letter: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kull-outbox-'));
  const mail = join(folder, 'mail');
  sink = await startSink({ folder: mail, port: 0 });
  api = await createTestApi(undefined, {
    KULL_OUTBOX: mail,
    KULL_SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    KULL_SMS_FOLDER: join(folder, 'sms'),
    KULL_MAIL_FROM: 'Handelshøyskolen BI <kull@example.no>',
  });
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
  await sink?.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, remoteAddress?: string) => api.fastify.inject({ url: path, remoteAddress });

describe('the outbox', () => {
  it('says so while it is empty', async () => {
    expect((await get('/utboks')).body).toContain('Ingen brev ennå');
  });

  it('has what was sent by SMTP and handed over as text', async () => {
    const senders = { mail: api.app.get(MailSender), text: api.app.get(TextMessageSender) };
    const sent = await senders.mail.send(
      {
        language: 'nb',
        subject: 'Samling 5 er om to dager: <b>15.–17. mars</b>',
        salutation: 'Hei, Kari',
        parts: [
          { kind: 'paragraph', text: 'Samling 5 i klassen OSLO-2 begynner mandag 15. mars kl. 09:00.' },
          { kind: 'heading', text: 'Dette trenger du å vite' },
          {
            kind: 'facts',
            facts: [
              ['Sted', 'BI Nydalen, Nydalsveien 37, rom A2-075'],
              ['Tid', 'mandag 15. mars kl. 09:00 til onsdag 17. mars kl. 15:30'],
            ],
          },
          { kind: 'list', items: ['Ta med PC og lader', 'Les «Ledelse i kommunehelsetjenesten», kapittel 4'] },
        ],
        action: { label: 'Se samlingen', url: 'https://kull.example.no/samlinger/5?klasse=OSLO-2' },
        declineUrl: 'https://kull.example.no/nei/Zm9vYmFy',
        attachments: [
          {
            filename: 'samling-5.ics',
            mediaType: 'text/calendar; method=PUBLISH',
            bytes: Buffer.from('BEGIN:VCALENDAR\r\n'),
          },
        ],
      },
      { messageId: '<rem-7@kull.example.no>', to: { name: 'Kari <i>Nordmann</i>', address: 'kari@example.no' } },
    );
    expect(sent).toEqual({ outcome: 'sent' });
    const text = { to: '+4799999999', text: 'Samling 5 er flyttet til Trondheim.', reference: 'rem-8' };
    expect(await senders.text.send(text)).toEqual({ outcome: 'sent' });
    letter = `/utboks/${(await sink.messages())[0]!.file.replace('.eml', '')}`;
    const { body } = await get('/utboks');
    expect(body).toContain('Samling 5 er om to dager: &lt;b&gt;15.–17. mars&lt;/b&gt;');
    expect(body).toContain('Kari &lt;i&gt;Nordmann&lt;/i&gt; &lt;kari@example.no&gt;');
    expect(body).toContain('Samling 5 er flyttet til Trondheim.');
  });

  it('is there for this machine only', async () => {
    for (const path of ['/utboks', letter, `${letter}/html`]) {
      expect((await get(path, '192.0.2.7')).statusCode).toBe(404);
      expect((await get(path)).statusCode).toBe(200);
    }
    for (const path of ['/utboks/nei', '/utboks/..%2Fledger.jsonl/html']) {
      expect((await get(path)).statusCode).toBe(404);
    }
  });

  it.each(looks)(
    'is readable at $width px, $colorScheme, and under its content security policy',
    async ({ width, colorScheme }) => {
      const { page, complaints } = await visit(browser, `${origin}/utboks`, { width, colorScheme });
      await keepPicture(page, `outbox-${width}-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await page.getByRole('link', { name: 'Samling 5 er om to dager' }).click();
      const shown = page.frameLocator('iframe');
      await shown.getByRole('link', { name: 'Se samlingen' }).waitFor();
      await keepPicture(page, `letter-${width}-${colorScheme}`);
      const style = await page.frames()[1]!.evaluate('getComputedStyle(document.querySelector("main")).borderRadius');
      expect(style).toBe('12px');
      expect(await violations(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      expect(complaints).toEqual([]);
      await page.goto(`${origin}${letter}/html`);
      await keepPicture(page, `letter-alone-${width}-${colorScheme}`);
      expect(await overflows(page)).toBe(false);
      await page.context().close();
    },
  );
});

it('is not there where there is no sink', async () => {
  const without = await createTestApi();
  expect((await without.fastify.inject({ url: '/utboks' })).statusCode).toBe(404);
  expect((await without.fastify.inject({ url: '/utboks/x/html' })).statusCode).toBe(404);
  await without.close();
});
