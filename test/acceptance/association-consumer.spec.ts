import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentTable } from '@kull/certificates/document-table';
import { loadOrCreateManifestKey } from '@kull/documents';
import { Codecs, Database, EventStore, InlineReadModels } from '@kull/event-store';
import { allParts } from '../../apps/contexts';
import { type ReleasedForTest, releaseSigned } from '../../libs/deliveries/test-model/released';
import { type RunningService, startService } from '../harness/service';

const SCRIPT = join(__dirname, '../../docs/association/consumer.mjs');
const KILLS = 20;

/** The first piece of the documentation in that language: how a key is made. */
const documented = (language: string): string => {
  const text = readFileSync(join(__dirname, '../../docs/association/README.md'), 'utf8');
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)![1]!;
};

interface Receipt {
  readonly url: string;
  readonly key: string;
  readonly body: string;
}

/** Passes everything on to the service, and keeps the receipts that it took, to be looked at. */
const receiptsBefore = async (target: () => string, receipts: Receipt[]): Promise<Server> => {
  const server = createServer((incoming, reply) => {
    const url = incoming.url ?? '';
    onRequest();
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    const { method, headers } = incoming;
    const passed = request(new URL(url, target()), { method, headers }, (answer) => {
      if (url.endsWith('/acknowledgements') && answer.statusCode === 200)
        receipts.push({ url, key: String(headers['idempotency-key']), body: Buffer.concat(parts).toString() });
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    passed.on('error', () => reply.destroy());
    reply.on('close', () => passed.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

/** What a test does at each request of the consumer. */
let onRequest = (): void => undefined;
let service: RunningService;
let proxy: Server;
let database: Database;
let folder: string;
let env: NodeJS.ProcessEnv;
const receipts: Receipt[] = [];
const released: ReleasedForTest[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kull-consumer-'));
  proxy = await receiptsBefore(() => service.url, receipts);
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  service = await startService({ env: { KULL_BASE_URL: url } });
  database = await Database.connect({ url: service.databaseUrl, role: 'kull_app' });
  const jwks = JSON.parse(execFileSync('sh', ['-c', documented('sh')], { cwd: folder, encoding: 'utf8' }));
  const registered = await fetch(`${url}/api/v1/machine-clients`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${service.token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({
      orgNumber: '960474341',
      scopes: ['bi:kull/certificates.read', 'bi:kull/receipts.write'],
      jwks,
    }),
  });
  const { clientId } = (await registered.json()) as { clientId: string };
  env = {
    PATH: process.env.PATH,
    KULL_URL: url,
    KULL_CLIENT_ID: clientId,
    KULL_KEY: join(folder, 'key.json'),
    KULL_FOLDER: join(folder, 'kept'),
  };
}, 90_000);

afterAll(async () => {
  await database?.close();
  await service?.stop();
  proxy?.close();
  rmSync(folder, { recursive: true, force: true });
});

const releaseMore = async (deliveries: number): Promise<void> => {
  const { codecs, readModels } = allParts();
  const events = new EventStore(database, new Codecs(codecs), new InlineReadModels(readModels));
  const key = await loadOrCreateManifestKey(service.keysFolder);
  for (let n = 0; n < deliveries; n++) {
    released.push(await releaseSigned(events, new DocumentTable(database), key, 1 + (n % 40)));
  }
};

interface End {
  readonly code: number | null;
  readonly killed: boolean;
  readonly said: string;
}

/** Runs the script as it stands; kills it a moment after its n-th request, if it makes as many. */
const run = (killAtRequest?: number): Promise<End> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    let requests = 0;
    onRequest = () => {
      requests += 1;
      if (requests === killAtRequest) setTimeout(() => child.kill('SIGKILL'), Math.random() * 10);
    };
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.on('exit', (code, signal) => resolve({ code, killed: signal === 'SIGKILL', said }));
  });

const kept = (): { readonly cursor: string; readonly lines: readonly { readonly certificate_id: string }[] } =>
  JSON.parse(readFileSync(join(folder, 'kept', 'state.json'), 'utf8'));
const keptNumbers = () => kept().lines.map(({ certificate_id }) => certificate_id);
const releasedNumbers = () => released.flatMap(({ certificateNos }) => certificateNos);

describe('the example consumer', () => {
  it('is short, and needs nothing but Node', () => {
    const text = readFileSync(SCRIPT, 'utf8');
    expect(text.trimEnd().split('\n').length).toBeLessThan(80);
    const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name!);
    expect(imported.every((name) => name.startsWith('node:'))).toBe(true);
  });

  it('takes in what there is, and nothing when nothing is new', async () => {
    await releaseMore(3);
    expect(await run()).toEqual({ code: 0, killed: false, said: '' });
    expect(keptNumbers()).toEqual(releasedNumbers());
    expect(await run()).toMatchObject({ code: 0 });
    expect(keptNumbers()).toEqual(releasedNumbers());
    expect(receipts).toHaveLength(3);
    expect(JSON.parse(receipts[1]!.body)).toEqual({
      records: released[1]!.certificateNos.map((certificateId) => ({
        certificateId,
        lineNo: 1,
        version: 1,
        result: 'ACCEPTED',
        receivedAt: expect.stringMatching(/Z$/),
      })),
    });
  });

  it('reads cells as they were written', () => {
    expect(kept().lines[0]).toMatchObject({ record_action: 'ADD', given_names: 'Kari; "Kaja"', points: '60' });
  });

  it(`misses nothing and takes nothing twice when it is killed ${KILLS} times (ux.md 5, row 20)`, async () => {
    let killed = 0;
    const cursors = new Set<string>();
    for (let round = 0; killed < KILLS; round++) {
      if (round % 2 === 0) await releaseMore(8);
      const end = await run(1 + Math.floor(Math.random() * 25));
      if (end.killed) killed += 1;
      else expect(end.said).toBe('');
      cursors.add(kept().cursor);
    }
    expect(await run()).toMatchObject({ code: 0 });
    expect(keptNumbers()).toEqual(releasedNumbers());
    expect(kept().cursor).toBe(String(released.length));
    // It was killed on the way, not only before it did anything.
    expect(cursors.size).toBeGreaterThan(5);
    const bodies = new Map<string, Set<string>>();
    for (const { key, body } of receipts) bodies.set(key, (bodies.get(key) ?? new Set()).add(body));
    expect(bodies.size).toBe(released.length);
    expect([...bodies.values()].filter(({ size }) => size > 1)).toEqual([]);
  }, 400_000);

  it('goes on from the byte where it was cut, and refuses a file that was changed', async () => {
    await releaseMore(1);
    const { name, file } = released.at(-1)!;
    writeFileSync(join(folder, 'kept', `${name}.csv`), file.subarray(0, file.byteLength - 7));
    expect(await run()).toMatchObject({ code: 0 });
    await releaseMore(1);
    const next = released.at(-1)!;
    writeFileSync(join(folder, 'kept', `${next.name}.csv`), Buffer.from(next.file).fill(0x30, 10, 12));
    expect(await run()).toMatchObject({ code: 0 });
    expect(keptNumbers()).toEqual(releasedNumbers());
    expect(readFileSync(join(folder, 'kept', `${next.name}.csv`)).equals(Buffer.from(next.file))).toBe(true);
    expect(readdirSync(join(folder, 'kept')).filter((one) => one.endsWith('.next'))).toEqual([]);
  }, 120_000);
});
