import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Letter, SendOutcome } from '../contracts';
import type { Behaviour, Conduct } from '../sink/conduct';
import { type Sink, startSink } from '../sink/sink';
import { SmtpMailSender } from './smtp-mail-sender';
import { type SmtpPatience, smtpPatience, smtpServerOf } from './smtp-options';

const letter: Letter = { language: 'nb', subject: 'Samling', parts: [{ kind: 'paragraph', text: 'Vi ses.' }] };
const from = { name: 'BI', address: 'kull@example.no' };
/** For servers that never answer. The others are waited for as long as reliability.md 6 says: the machine may be busy. */
const impatient: SmtpPatience = { connectMs: 700, greetingMs: 700, socketMs: 1_000, attemptMs: 2_500 };
/** Far below the patience of reliability.md 6, so that it was the sender's that ended. */
const SOON_MS = 9_000;

let sink: Sink | undefined;
let folder: string | undefined;
afterEach(async () => {
  await sink?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
  sink = undefined;
});

const withSink = async (behaviour?: Behaviour): Promise<Sink> => {
  folder = mkdtempSync(join(tmpdir(), 'kull-sink-'));
  sink = await startSink({ folder, port: 0, behaviour });
  return sink;
};

const senderTo = (port: number, patience: SmtpPatience) =>
  new SmtpMailSender(
    smtpServerOf(`smtp://127.0.0.1:${port}`, { requireTls: false }),
    { from, organiser: 'BI' },
    patience,
  );

const send = (
  port: number,
  address = 'kari@example.no',
  name = 'Kari',
  patience = smtpPatience,
): Promise<SendOutcome> =>
  senderTo(port, patience).send(letter, { messageId: '<rem-1@kull.example.no>', to: { name, address } });

const sendImpatiently = (port: number): Promise<SendOutcome> => send(port, 'kari@example.no', 'Kari', impatient);

const sentTo = async (): Promise<readonly string[]> => (await sink!.messages()).flatMap(({ to }) => to);

const toKari = (...conducts: Conduct[]): Behaviour => ({ recipients: { 'kari@example.no': conducts } });

describe('a letter over SMTP', () => {
  it('is sent when the server says so, and is there as it was sent', async () => {
    const { port } = await withSink();
    expect(await send(port)).toEqual({ outcome: 'sent' });
    expect(await sink!.messages()).toMatchObject([
      { messageId: '<rem-1@kull.example.no>', from: 'kull@example.no', to: ['kari@example.no'] },
    ]);
  });

  it('F31: greylisted three times it is deferred three times, then sent, once', async () => {
    const { port } = await withSink(toKari({ do: 'REPLY', at: 'RCPT', code: 451, times: 3 }));
    const outcomes: SendOutcome[] = [];
    for (let n = 0; n < 4; n++) outcomes.push(await send(port));
    const greylisted = { outcome: 'deferred', code: 451 };
    expect(outcomes).toEqual([greylisted, greylisted, greylisted, { outcome: 'sent' }]);
    expect(await sentTo()).toEqual(['kari@example.no']);
  });

  it.each([
    ['the address', { do: 'REPLY', at: 'RCPT', code: 550 }, { outcome: 'refused', code: 550, because: 'ADDRESS' }],
    ['the content', { do: 'REPLY', at: 'DATA_END', code: 554 }, { outcome: 'refused', code: 554 }],
  ] as const)('F32: is refused for good when the server refuses %s', async (_, conduct, outcome) => {
    const { port } = await withSink(toKari(conduct));
    expect(await send(port)).toEqual(outcome);
    expect(await sentTo()).toEqual([]);
  });

  it('F32: is refused without a connection when the address is none', async () => {
    let connections = 0;
    const server = createServer(() => connections++);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { port: number };
    expect(await send(port, 'kari@')).toEqual({ outcome: 'refused', because: 'ADDRESS' });
    expect(connections).toBe(0);
    await new Promise((done) => server.close(done));
  });

  it('F33: is deferred when nobody listens', async () => {
    const { port, close } = await withSink();
    await close();
    expect(await send(port)).toEqual({ outcome: 'deferred' });
  });

  it.each(['GREETING', 'MAIL'] as const)('F33: is deferred by 421 at %s', async (at) => {
    const { port } = await withSink({ connections: [{ do: 'REPLY', at, code: 421 }] });
    expect(await send(port)).toEqual({ outcome: 'deferred', code: 421 });
  });

  it.each(['RCPT', 'DATA_END'] as const)('F33: is deferred by 421 at %s', async (at) => {
    const { port } = await withSink(toKari({ do: 'REPLY', at, code: 421 }));
    expect(await send(port)).toEqual({ outcome: 'deferred', code: 421 });
    expect(await sentTo()).toEqual([]);
  });

  it('F33: is deferred, not refused, when the session is refused: that says nothing of the letter', async () => {
    const { port } = await withSink({ connections: [{ do: 'REPLY', at: 'GREETING', code: 554 }] });
    expect(await send(port)).toEqual({ outcome: 'deferred', code: 554 });
  });

  it.each(['GREETING', 'EHLO', 'MAIL'] as const)(
    'F33: nobody knows when the server stalls or goes at %s; other letters flow',
    async (at) => {
      const { port } = await withSink({
        connections: [
          { do: 'STALL', at },
          { do: 'DROP', at },
        ],
      });
      const started = performance.now();
      const stalled = sendImpatiently(port);
      await new Promise((done) => setTimeout(done, 50));
      expect(await sendImpatiently(port)).toEqual({ outcome: 'unknown' });
      expect(await send(port, 'ola@example.no')).toEqual({ outcome: 'sent' });
      expect(await stalled).toEqual({ outcome: 'unknown' });
      expect(performance.now() - started).toBeLessThan(SOON_MS);
      expect(await sentTo()).toEqual(['ola@example.no']);
    },
  );

  it.each(['RCPT', 'DATA', 'DATA_END'] as const)(
    'F33: nobody knows when the server stalls or goes at %s',
    async (at) => {
      const { port } = await withSink(toKari({ do: 'STALL', at }, { do: 'DROP', at }));
      expect(await sendImpatiently(port)).toEqual({ outcome: 'unknown' });
      expect(await sendImpatiently(port)).toEqual({ outcome: 'unknown' });
    },
  );

  it.each(['GREETING', 'RCPT', 'DATA_END'] as const)(
    'F33: a server that sends a byte at a time from %s is given up within the time of an attempt',
    async (at) => {
      const drip: Conduct = { do: 'DRIP', at, msPerByte: 300 };
      const { port } = await withSink(at === 'GREETING' ? { connections: [drip] } : toKari(drip));
      const started = performance.now();
      expect(await sendImpatiently(port)).toEqual({ outcome: 'unknown' });
      expect(performance.now() - started).toBeLessThan(SOON_MS);
    },
  );

  it.each(['DROP_ACCEPTED', 'STALL_ACCEPTED'] as const)(
    'F34: nobody knows after %s, although it was delivered',
    async (conduct) => {
      const { port } = await withSink(toKari({ do: conduct }));
      expect(await sendImpatiently(port)).toEqual({ outcome: 'unknown' });
      expect(await sentTo()).toEqual(['kari@example.no']);
    },
  );

  it('waits no longer than reliability.md says', () => {
    expect(smtpPatience).toMatchObject({ connectMs: 10_000, greetingMs: 10_000, socketMs: 60_000 });
    expect(smtpPatience.connectMs + smtpPatience.attemptMs).toBeLessThanOrEqual(60_000);
  });
});

describe('S06: the envelope', () => {
  const nasty = [
    'a@x.no\r\nRCPT TO:<evil@x.no>',
    'a@x.no, evil@x.no',
    'grp: evil@x.no;',
    'a@x.no\nBcc: evil@x.no',
    '<evil@x.no>',
  ];

  it.each(nasty)('is nobody when the address is %j', async (address) => {
    const { port } = await withSink();
    expect(await send(port, address)).toEqual({ outcome: 'refused', because: 'ADDRESS' });
    expect(await sink!.messages()).toEqual([]);
  });

  it.each([...nasty, 'evil@x.no', '"Kari" <evil@x.no>, b', 'Kari\u0000\u202e'])(
    'is the one intended when the name is %j',
    async (name) => {
      const { port } = await withSink();
      expect(await send(port, 'kari@example.no', name)).toEqual({ outcome: 'sent' });
      expect(await sink!.messages()).toMatchObject([{ from: 'kull@example.no', to: ['kari@example.no'] }]);
    },
  );
});
