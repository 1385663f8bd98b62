import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runCommand, type Said } from './run-command';

/** What was asked of the stub. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly key: string | undefined;
}

/** What the stub answers to `METHOD path`: a JSON body, the bytes of a file, or a refusal. */
export type Answers = Readonly<
  Record<string, object | Buffer | { readonly refused: number; readonly problem: object }>
>;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

/** A service that answers what a test tells it to, and remembers what it was asked. */
export class StubService {
  readonly asked: Asked[] = [];
  answers: Answers = {};
  private readonly server: Server = createServer(async (request, response) => {
    const method = request.method ?? '';
    const path = (request.url ?? '').replace('/api/v1', '');
    const key = request.headers['idempotency-key'];
    this.asked.push({ method, path, body: await bodyOf(request), key: typeof key === 'string' ? key : undefined });
    const answer = this.answers[`${method} ${path}`];
    if (Buffer.isBuffer(answer)) {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(answer);
      return;
    }
    const refusal = answer && 'refused' in answer ? answer : undefined;
    const problem = { code: 'NOT_STUBBED', title: `${method} ${path}` };
    const body = refusal ? refusal.problem : (answer ?? problem);
    const status = refusal ? Number(refusal.refused) : answer ? 200 : 404;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Runs one command line against the stub. */
  run(...argv: readonly string[]): Promise<Said> {
    return runCommand(argv, { KULL_URL: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}` });
  }
}

/** The lists of classes, with OSLO-2 of NLP-2026 in them, and a class without an intake. */
export const classList: Answers = {
  'GET /classes?intake=NLP-2026&limit=200': {
    data: [
      { id: 'cls_1', code: 'OSLO-1', intake: 'NLP-2026', status: 'open' },
      { id: 'cls_2', code: 'OSLO-2', intake: 'NLP-2026', status: 'open' },
    ],
    nextCursor: null,
  },
  'GET /classes?limit=200': {
    data: [{ id: 'cls_9', code: 'NLA-2026V-1', intake: null, status: 'open' }],
    nextCursor: null,
  },
};

/** A class list with Kari and Per in it, and a guest. */
export const rosterAnswer = {
  class: { id: 'cls_2', code: 'OSLO-2', site: 'Oslo', capacity: 54 },
  knownAt: null,
  validOn: '2027-02-26',
  students: [
    {
      studentNo: 'A26-000004',
      familyName: 'Nordmann',
      givenNames: 'Kari',
      language: 'nb',
      participantStatus: 'LEADER',
      standing: { kind: 'active' },
    },
    {
      studentNo: 'A26-000304',
      familyName: 'Brekke',
      givenNames: 'Bjørg',
      language: 'nb',
      participantStatus: 'LEADER',
      standing: { kind: 'withdrawn', on: '2026-11-01', reasonClass: 'FAMILY' },
    },
  ],
  guests: [
    {
      gathering: 3,
      guests: [
        {
          studentNo: 'A26-000048',
          familyName: 'Halvorsen',
          givenNames: 'Åse Thi',
          language: 'nb',
          homeClass: { id: 'cls_1', code: 'OSLO-1' },
        },
      ],
    },
  ],
};
