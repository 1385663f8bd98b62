import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  cryptoProvider,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { Letter, SendOutcome } from '../contracts';
import { type Sink, startSink } from '../sink/sink';
import { SmtpMailSender } from './smtp-mail-sender';
import { smtpServerOf } from './smtp-options';

const letter: Letter = { language: 'nb', subject: 'Samling', parts: [{ kind: 'paragraph', text: 'Vi ses.' }] };
const sender = { from: { name: 'BI', address: 'kull@example.no' }, organiser: 'BI' };

interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const certificateFor = async (host: string): Promise<Certificate> => {
  cryptoProvider.set(webcrypto as never);
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const cert = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${host}`,
    keys: keys as never,
    signingAlgorithm: algorithm,
    extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
  });
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return { key, cert: cert.toString('pem') };
};

let folder: string;
let sink: Sink;
let ours: Certificate;
beforeAll(async () => {
  ours = await certificateFor('localhost');
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kull-tls-'));
});
afterEach(async () => {
  await sink.close();
  rmSync(folder, { recursive: true, force: true });
});

const send = (ca?: string): Promise<SendOutcome> =>
  new SmtpMailSender({ ...smtpServerOf(`smtp://localhost:${sink.port}`, { requireTls: true }), ca }, sender).send(
    letter,
    { messageId: '<rem-1@kull.example.no>', to: { name: 'Kari', address: 'kari@example.no' } },
  );

describe('where TLS is required', () => {
  it('a letter is sent by STARTTLS to the server that was meant', async () => {
    sink = await startSink({ folder, port: 0, tls: ours });
    expect(await send(ours.cert)).toEqual({ outcome: 'sent' });
    expect(await sink.messages()).toHaveLength(1);
  });

  it('a server that offers none, or whose offer was taken away on the way, gets nothing', async () => {
    sink = await startSink({ folder, port: 0 });
    expect(await send(ours.cert)).toMatchObject({ outcome: 'deferred', code: expect.any(Number) });
    expect(await sink.messages()).toEqual([]);
  });

  it('a server with a certificate that nobody vouches for, or of another, gets nothing', async () => {
    sink = await startSink({ folder, port: 0, tls: ours });
    expect(await send()).toEqual({ outcome: 'unknown' });
    await sink.close();
    const others = await certificateFor('smtp.example.no');
    sink = await startSink({ folder, port: 0, tls: others });
    expect(await send(others.cert)).toEqual({ outcome: 'unknown' });
    expect(await sink.messages()).toEqual([]);
  });
});
