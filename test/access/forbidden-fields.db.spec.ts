import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '@kull/event-store';
import { createTestApi, type TestApi } from '../harness/api';
import { type Line, matrix } from './matrix';
import { type Asker, askersIn, ISSUER, mayAsk } from './principals';
import { reservedFields } from './reserved-fields';
import { type Thing, type World, worldIn } from './world';

let api: TestApi;
let world: World;
let askers: readonly Asker[];
let kid: string;

beforeAll(async () => {
  api = await createTestApi(undefined, { KULL_BASE_URL: ISSUER, KULL_WEBHOOKS_TO_PRIVATE: 'yes' });
  world = await worldIn(api);
  askers = await askersIn(api, world);
  kid = (JSON.parse(await readBack('/key-rings')) as { data: { kid: string }[] }).data[0]!.kid;
}, 600_000);
afterAll(() => api?.close());

const ask = ({ headers }: Pick<Asker, 'headers'>, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
  api.fastify.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      ...headers,
      ...(body && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    },
    ...(body && { payload: JSON.stringify(body) }),
  });
const named = (name: string): Asker => askers.find((one) => one.name === name)!;

/** All that ever happened; that somebody has read something does not change it. */
const happened = async (): Promise<number> => {
  const [row] = await api.app
    .get(EventStore)
    .query<{ count: string }>(`select count(*) from log.event where type <> 'PersonsRead'`);
  return Number(row!.count);
};

/** As the office reads it. */
const readBack = async (path: string): Promise<string> => (await ask(named('operator'), 'GET', path)).body;

interface Attempt {
  /** What would be taken, were it not for the field. */
  readonly body: (thing: Thing) => object;
  readonly value: string;
  readonly reads: (thing: Thing) => string;
}

const SOMEBODY = 'somebody-else';
const inClass = (rest: string) => (thing: Thing) => `/classes/${thing.id}${rest}`;

const attempts: Readonly<Record<string, Attempt>> = {
  'POST /api/v1/offers/:id/answers': {
    body: () => ({ answer: 'ACCEPT', keepWaiting: false }),
    value: '2026-05-01T10:00:00Z',
    reads: () => `/applications/${world.things.application.A!.id}`,
  },
  'POST /api/v1/applications/:id/disqualifications': {
    body: () => ({ ground: 'OTHER', explanation: 'Gode venner' }),
    value: SOMEBODY,
    reads: ({ id }) => `/applications/${id}`,
  },
  'POST /api/v1/student-courses/:id/assessments/:assessment/reasons': {
    body: () => ({}),
    value: SOMEBODY,
    reads: ({ id }) => `/student-courses/${id}/explanation`,
  },
  'POST /api/v1/webhooks': {
    body: () => ({ url: 'http://127.0.0.1:9/new' }),
    value: '123456785',
    reads: () => '/webhooks',
  },
  'POST /api/v1/classes/:id/mark-batches': {
    body: ({ studentNo }) => ({
      device: 'phone-1',
      marks: [{ id: randomUUID(), session: 'M1', studentNo, presence: 'ABSENT', observedAt: '2026-02-02T10:00:00Z' }],
    }),
    value: SOMEBODY,
    reads: inClass('/registers/M1'),
  },
  'POST /api/v1/classes/:id/attestations': {
    body: ({ studentNo }) => ({ results: [{ studentNo, assessment: 'EXAM' }] }),
    value: SOMEBODY,
    reads: inClass('/results'),
  },
  'POST /api/v1/classes/:id/students/:studentNo/hpr-verifications': {
    body: () => ({
      line: { familyName: 'Testesen', givenNames: 'Kari', profession: 'PHYSICIAN' },
      evidenceClass: 'REGISTER_EXTRACT',
    }),
    value: SOMEBODY,
    reads: inClass('/hpr-verifications'),
  },
  'POST /api/v1/classes/:id/students/:studentNo/hpr-verifications/:verification/approvals': {
    body: () => ({}),
    value: SOMEBODY,
    reads: inClass('/hpr-verifications'),
  },
  'POST /api/v1/certificates/:no/revocations': {
    body: () => ({ reasonCode: 'FRAUD' }),
    value: SOMEBODY,
    reads: ({ id }) => `/certificates/${id}`,
  },
  'POST /api/v1/signing-keys/:kid/revocations': {
    body: () => ({ reasonCode: 'LOST', approvedBy: 'adm' }),
    value: SOMEBODY,
    reads: () => '/key-rings',
  },
  'POST /api/v1/export-drafts/:id/approvals': { body: () => ({}), value: SOMEBODY, reads: () => '/export-drafts' },
};

const lineOf = (route: string): Line => matrix.find((line) => line.route === route)!;

/** Of whom it is theirs, one of each role that may call the operation and not fill in the field. */
const whoMayNot = (line: Line, only: readonly string[]): readonly (readonly [Asker, Thing])[] => {
  const found = new Map<string, readonly [Asker, Thing]>();
  for (const asker of askers) {
    const isOperator = asker.name === 'operator';
    if (!mayAsk(line, asker) || isOperator || asker.roles.some((role) => only.includes(role))) continue;
    const [thing] = Object.entries(world.things[line.subject === '-' ? 'class' : line.subject])
      .filter(([name]) => name !== 'none' && (line.subject === '-' || asker.theirs(line.subject, name)))
      .map(([, one]) => one);
    if (thing) found.set(asker.roles[0]!, [asker, thing]);
  }
  return [...found.values()];
};

describe('a field that is not theirs to fill in', () => {
  it.each(reservedFields)('is refused: $field of $route', async ({ route, field, only }) => {
    const line = lineOf(route);
    const { body, value, reads } = attempts[route]!;
    const tried: string[] = [];
    for (const [asker, thing] of whoMayNot(line, only)) {
      const about = route.includes('/applications/') ? world.things.application.A! : thing;
      const path = line.path
        .replace('/api/v1', '')
        .replace(/:(id|no)\b/, about.id)
        .replace(':studentNo', thing.studentNo ?? 'S999999')
        .replace(':assessment', 'EXAM')
        .replace(':verification', '7b1c9e2a-3d4f-5a6b-8c7d-9e0f1a2b3c4d')
        .replace(':kid', kid);
      const [before, stored] = [await happened(), await readBack(reads(about))];
      const reply = await ask(asker, 'POST', path, { ...body(thing), [field]: value });
      const { code } = reply.json() as { code?: string };
      expect([asker.name, reply.statusCode, code]).toEqual([
        asker.name,
        403,
        expect.stringMatching(/^(FIELD_FORBIDDEN|OWN_NAME_ONLY)$/),
      ]);
      expect(await happened()).toBe(before);
      expect(await readBack(reads(about))).toBe(stored);
      tried.push(asker.roles[0]!);
    }
    // Everybody on the line of the matrix, but for those who may.
    const others = [...new Set(line.may.map((one) => one.split('/')[0]!))].filter((role) => !only.includes(role));
    expect(tried.sort()).toEqual(others.sort());
  });
});

const OF_THE_OFFICE = { status: 'QUALIFIED', score: '99.0', personId: 'per_x', seatNumber: 1, class: 'OSLO-1' };

describe('what an applicant sends of themselves', () => {
  const { application, offer } = {
    application: () => world.things.application.A!.id,
    offer: () => world.things.offer.A!.id,
  };

  it.each(Object.entries(OF_THE_OFFICE))('has no %s', async (field, value) => {
    const [before, stored] = [await happened(), await readBack(`/applications/${application()}`)];
    for (const [path, body] of [
      [`/offers/${offer()}/answers`, { answer: 'ACCEPT', keepWaiting: true }],
      [`/applications/${application()}/appeals`, { wantedChange: 'En plass', grounds: 'Jeg svarte i tide' }],
    ] as const) {
      const reply = await ask(named('student A'), 'POST', path, { ...body, [field]: value });
      expect([reply.statusCode, reply.json()]).toMatchObject([400, { errors: [{ code: 'UNRECOGNIZED_KEYS' }] }]);
    }
    expect(await happened()).toBe(before);
    expect(await readBack(`/applications/${application()}`)).toBe(stored);
  });

  it('has in a form only what the form asks for: the rest is passed over', async () => {
    const recordOf = async () =>
      JSON.parse(await readBack(`/persons/${world.persons.A}`)) as { contact: { email: string } };
    const { contact: _, ...before } = await recordOf();
    const asked = { epost: 'ny.adresse@example.no', sprak: 'nb', arbeidssted: 'Sykehjemmet' };
    const more = { familyName: 'Hacker', studentNo: 'S1', nationalId: '1', personId: 'per_x', role: 'administrator' };
    const reply = await api.fastify.inject({
      method: 'POST',
      url: '/min-profil',
      headers: { ...named('student A').headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...asked, ...more }).toString(),
    });
    expect(reply.statusCode).toBe(303);
    const { contact, ...after } = await recordOf();
    expect(contact.email).toBe(asked.epost);
    expect(after).toEqual(before);
  });
});

describe('what the association turns a page with', () => {
  it('is the number of a certificate, and not that of the student', async () => {
    const path = `/certificates?class=${world.things.class.X!.id}&limit=2`;
    const first = (await ask(named('client'), 'GET', path)).json() as {
      data: readonly { certificateNo: string }[];
      nextCursor: string;
    };
    expect(Buffer.from(first.nextCursor, 'base64url').toString()).toBe(JSON.stringify([first.data[1]!.certificateNo]));
    const all = (await ask(named('client'), 'GET', path.replace('limit=2', 'limit=200'))).json() as typeof first;
    const rest = (await ask(named('client'), 'GET', `${path}&cursor=${first.nextCursor}`)).json() as typeof first;
    expect([...first.data, ...rest.data]).toEqual(all.data.slice(0, 4));
  });
});
