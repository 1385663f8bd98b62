import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CourseAccess } from '@kull/credits/http/course-access';
import { ALLOWED_ROLES } from '@kull/http';
import { RostersController } from '@kull/teaching/http/rosters.controller';
import { createTestApi, type TestApi } from '../harness/api';
import { alsoAllowed, askedRoutes, type Request, requestOf } from './asks';
import { type Line, matrix } from './matrix';
import { type Asker, askersIn, ISSUER, mayAsk } from './principals';
import { variantsOf } from './variants';
import { type World, worldIn } from './world';

let api: TestApi;
let world: World;
let askers: readonly Asker[];
let madeAt: number | undefined;

beforeAll(async () => {
  api = await createTestApi(undefined, { KULL_BASE_URL: ISSUER, KULL_WEBHOOKS_TO_PRIVATE: 'yes' });
  world = await worldIn(api);
}, 600_000);
// An access token is good for five minutes; on a busy machine this takes longer.
beforeEach(async () => {
  if (madeAt !== undefined && performance.now() - madeAt < 180_000) return;
  askers = await askersIn(api, world);
  madeAt = performance.now();
});
afterAll(() => api?.close());

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly location?: string;
}

const send = async ({ method, url, type, payload }: Request, { headers }: Asker): Promise<Answer> => {
  const reply = await api.fastify.inject({
    method,
    url,
    headers: {
      // Whoever logs out is out: the others of this table are still to be asked for.
      ...(url !== '/logg-ut' && headers),
      ...(type !== undefined && { 'content-type': type }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    },
    ...(payload !== undefined && { payload }),
    // The stream of events does not end by itself: the head of the answer says all.
    ...(url === '/api/v1/event-stream' && { payloadAsStream: true }),
  });
  if (url === '/api/v1/event-stream') reply.stream().destroy();
  // Ids made for the request, its own and those of forms, are all that may differ.
  const body = (reply.body ?? '').replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '');
  return { status: reply.statusCode, body, location: reply.headers.location as string | undefined };
};

const isLetIn = ({ may }: Line, { roles }: Asker): boolean => may[0] === 'everybody' || roles.length > 0;

/** What is wrong with the answer to somebody who may not even ask. */
const turnedAway = (line: Line, asker: Asker, { status, location }: Answer): string | undefined => {
  if (isLetIn(line, asker)) return status === 403 ? undefined : `${status} and not 403`;
  const isPage = !line.path.startsWith('/api/');
  const asksWho = isPage && status === 303 && location?.startsWith('/logg-inn');
  return status === 401 || asksWho ? undefined : `${status} and not 401`;
};

/** What is wrong with the answer about something that is theirs. */
const answered = (line: Line, { status }: Answer): string | undefined => {
  if (status === 401 || status === 403 || status >= 500) return `${status} and not an answer`;
  if (line.method !== 'GET' || line.may[0] === 'everybody') return undefined;
  return status === 200 || status === alsoAllowed(line) ? undefined : `${status} and not 200`;
};

const isSame = (one: Answer, other: Answer): boolean => one.status === other.status && one.body === other.body;

/** All that is wrong on one line for one who asks. */
const wrongFor = async (line: Line, asker: Asker): Promise<string[]> => {
  const things = Object.entries(world.things[line.subject]);
  const wrong: string[] = [];
  const isPublic = line.may[0] === 'everybody';
  const none = world.things[line.subject].none;
  const unknown = none && (await send(requestOf(line, none), asker));
  for (const [name, thing] of things) {
    const answer = thing === none ? unknown! : await send(requestOf(line, thing), asker);
    const say = (what: string | undefined) => {
      if (what !== undefined) wrong.push(`${asker.name}, ${name}: ${what}`);
    };
    if (!isPublic && !mayAsk(line, asker)) say(turnedAway(line, asker, answer));
    else if (line.subject === '-' || (thing !== none && name !== 'gone' && asker.theirs(line.subject, name)))
      say(answered(line, answer));
    else if (asker.theirs(line.subject, name))
      say(answer.status < 500 && answer.status !== 403 ? undefined : `${answer.status}`);
    else if (answer.status !== 404) say(`${answer.status} and not 404`);
    else if (!isSame(answer, unknown!)) say('another answer than about what is not there');
  }
  return wrong;
};

/** All that is wrong on one line. What is for everybody is asked for by few: it does not look at who asks. */
const wrongOn = async (line: Line): Promise<string[]> => {
  const few = new Set(['anonymous', 'student A', 'administrator']);
  const isPublic = line.may[0] === 'everybody';
  const wrong: string[] = [];
  for (const asker of askers) if (!isPublic || few.has(asker.name)) wrong.push(...(await wrongFor(line, asker)));
  return wrong;
};

/** Somebody of another class, asked for in the class that is theirs, is a student who is not there. */
const wrongAboutStudents = async (line: Line): Promise<string[]> => {
  if (!line.path.includes(':studentNo') || !line.may.includes('coordinator')) return [];
  const coordinator = askers.find(({ name }) => name === 'coordinator of X')!;
  const { X, Y, none } = world.things.class;
  const [other, unknown] = await Promise.all(
    [Y!, none!].map(({ studentNo }) => send(requestOf(line, { id: X!.id, studentNo }), coordinator)),
  );
  return isSame(other!, unknown!) ? [] : ['coordinator of X, student of Y: another answer than about nobody'];
};

describe('the matrix', () => {
  it('has a line for each route, and a route for each line', () => {
    const isAsked = (method: string): boolean => method !== 'HEAD' && method !== 'OPTIONS';
    const routes = api.routes.flatMap(({ method, url }) =>
      [method]
        .flat()
        .filter(isAsked)
        .map((one) => `${one} ${url}`),
    );
    const listed = matrix.map(({ route }) => route);
    expect([...new Set(routes)].filter((route) => !listed.includes(route))).toEqual([]);
    expect(listed.filter((route) => !routes.includes(route))).toEqual([]);
    expect(listed.filter((route, at) => listed.indexOf(route) !== at)).toEqual([]);
    expect(askedRoutes.filter((route) => !listed.includes(route))).toEqual([]);
  });

  it.each(matrix)('$route', async (line) => {
    expect([...(await wrongOn(line)), ...(await wrongAboutStudents(line))]).toEqual([]);
  });
});

describe('spelled otherwise, nobody gets more', () => {
  const refused = ['anonymous', 'student B', 'coordinator of Y'];
  it.each(matrix.filter(({ may }) => may[0] !== 'everybody'))('$route', async (line) => {
    const wrong: string[] = [];
    const [name, thing] = Object.entries(world.things[line.subject])[0]!;
    const isTheirs = (asker: Asker): boolean =>
      mayAsk(line, asker) && (line.subject === '-' || asker.theirs(line.subject, name));
    for (const asker of askers.filter((one) => refused.includes(one.name) && !isTheirs(one))) {
      for (const { name: how, request, headers } of variantsOf(requestOf(line, thing))) {
        const { status, location } = await send(request, { ...asker, headers: { ...asker.headers, ...headers } });
        const asksWho = status === 303 && location?.startsWith('/logg-inn');
        if (!asksWho && (status < 400 || status >= 500)) wrong.push(`${asker.name}, ${how}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('it can be red', () => {
  const lineOf = (route: string): Line => matrix.find((line) => line.route === route)!;
  it('when an operation allows a role too many', async () => {
    const line = lineOf('GET /api/v1/classes/:id/files/roster.csv');
    const handler = RostersController.prototype.csv;
    const allowed = Reflect.getMetadata(ALLOWED_ROLES, handler);
    Reflect.defineMetadata(ALLOWED_ROLES, [...allowed, 'teacher', 'student'], handler);
    try {
      const wrong = await wrongOn(line);
      expect(wrong).toContain('teacher of X, X: 200 and not 403');
      expect(wrong).toContain('student A, X: 404 and not 403');
    } finally {
      Reflect.defineMetadata(ALLOWED_ROLES, allowed, handler);
    }
    expect(await wrongOn(line)).toEqual([]);
  });

  it('when a handler does not ask whose the class is', async () => {
    const line = lineOf('GET /api/v1/student-courses/:id/explanation');
    const courses = api.app.get(CourseAccess, { strict: false });
    const asked = courses.of.bind(courses);
    const planted = jest
      .spyOn(courses, 'of')
      .mockImplementation((caller, id) => asked({ ...caller, mayClass: () => true }, id));
    expect(await wrongOn(line)).toEqual([
      'coordinator of X, Y: 200 and not 404',
      'coordinator of Y, X: 200 and not 404',
    ]);
    planted.mockRestore();
  });
});
