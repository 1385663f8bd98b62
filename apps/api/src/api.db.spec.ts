import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ModulesContainer } from '@nestjs/core';
import { Command } from '@nestjs/cqrs';
import { COMMAND_HANDLER_METADATA, COMMAND_METADATA } from '@nestjs/cqrs/dist/decorators/constants';
import { createTestApi, type TestApi } from '../../../test/harness/api';
import { JsonLog } from '../../log';

let api: TestApi;
const logged: string[] = [];
beforeAll(async () => {
  api = await createTestApi(new JsonLog('test', { write: (line: string) => void logged.push(line) }));
});
afterAll(() => api.close());

const get = (url: string, headers: Record<string, string> = {}) => api.fastify.inject({ url, headers });

type Class = abstract new (...args: never[]) => unknown;

/** Every command class in the folders where commands are written. */
const commandClasses = (): readonly Class[] => {
  const libs = join(__dirname, '../../../libs');
  return readdirSync(libs).flatMap((lib) => {
    const folder = join(libs, lib, 'src/commands');
    const files = readdirSync(join(libs, lib, 'src')).includes('commands') ? readdirSync(folder) : [];
    return files
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .flatMap((file) => Object.values(require(join(folder, file)) as Record<string, unknown>))
      .filter((value): value is Class => typeof value === 'function' && value.prototype instanceof Command);
  });
};

const commandIdOf = (command: object): string | undefined => Reflect.getMetadata(COMMAND_METADATA, command)?.id;

describe('the command bus', () => {
  it('has exactly one handler for each command', () => {
    const providers = [...api.app.get(ModulesContainer).values()].flatMap(({ providers: of }) => [...of.values()]);
    const handled = [...new Set(providers.map(({ metatype }) => metatype))].flatMap((metatype) => {
      const command = metatype && Reflect.getMetadata(COMMAND_HANDLER_METADATA, metatype);
      return command ? [command as Class] : [];
    });
    const handlersOf = (command: Class) => handled.filter((one) => one === command).length;
    const wrong = [...new Set([...commandClasses(), ...handled])]
      .map((command) => `${command.name}: ${handlersOf(command)}`)
      .filter((text) => !text.endsWith(': 1'));
    expect(wrong).toEqual([]);
    expect(new Set(handled.map(commandIdOf)).size).toBe(handled.length);
  });
});

describe('the probes', () => {
  it.each(['live', 'ready', 'startup'])('%s is well', async (probe) => {
    expect((await get(`/health/${probe}`)).json()).toEqual({ status: 'ok' });
  });
});

describe('the log as CloudEvents', () => {
  it('is for administrators, page by page', async () => {
    const reply = await get('/api/v1/events?after=0&limit=5', { authorization: api.authorization });
    expect(reply.json()).toEqual({ data: [], nextCursor: '0' });
    expect((await get('/api/v1/events?after=-1', { authorization: api.authorization })).statusCode).toBe(400);
    expect((await get('/api/v1/events')).statusCode).toBe(401);
  });
});

describe('the clock', () => {
  it('is moved by administrators, and by nobody else', async () => {
    const put = (headers: Record<string, string>, now: string | null) =>
      api.fastify.inject({ method: 'PUT', url: '/api/v1/clock', headers, payload: { now } });
    const administrator = { authorization: api.authorization };
    expect((await put({}, '2027-01-20T08:00:00Z')).statusCode).toBe(401);
    expect((await put(administrator, '2027-01-20T08:00:00Z')).json()).toMatchObject({ moved: true });
    expect((await get('/api/v1/clock', administrator)).json().now).toMatch(/^2027-01-20T08:00:/);
    // The probe compares machines: that they are well does not hang on where the clock was set.
    expect((await get('/health/ready')).statusCode).toBe(200);
    expect((await put(administrator, null)).json()).toMatchObject({ moved: false });
    expect((await get('/problems/clock-fixed')).body).toContain('Klokken kan ikke stilles her');
  });
});

describe('the description of the API', () => {
  interface Operation {
    readonly operationId?: string;
    readonly summary?: string;
    readonly security?: readonly unknown[];
    readonly responses: Readonly<
      Record<string, { readonly content?: Record<string, { example?: unknown; examples?: unknown; schema?: unknown }> }>
    >;
  }
  const operations = async (): Promise<readonly (Operation & { readonly name: string })[]> => {
    const document = (await get('/api/openapi.json')).json() as { paths: Record<string, Record<string, Operation>> };
    return Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
    );
  };

  it('is OpenAPI 3.1', async () => {
    expect((await get('/api/openapi.json')).json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Kull' } });
  });

  it('names and sums up every operation, each name once', async () => {
    const all = await operations();
    expect(all.filter(({ operationId, summary }) => !operationId || !summary).map(({ name }) => name)).toEqual([]);
    expect(all.filter(({ operationId }) => !/^[a-z]+[A-Z][A-Za-z]+$/.test(operationId ?? ''))).toEqual([]);
    expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length);
  });

  it('has an example of every answer', async () => {
    const without = (await operations()).flatMap(({ name, responses }) =>
      Object.entries(responses).flatMap(([status, { content }]) =>
        Object.entries(content ?? {})
          .filter(([type, { example, examples }]) => type.includes('json') && example === undefined && !examples)
          .map(() => `${name} ${status}`),
      ),
    );
    expect(without).toEqual([]);
  });
});

describe('the pages', () => {
  it('begin the application, with nothing inline', async () => {
    const { body, headers } = await get('/', { authorization: api.authorization });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toMatch(/<script type="module" src="\/assets\/app\/[\w-]+\.js">/);
    expect(body.replaceAll(/<script type="module" src="[^"]+"><\/script>/g, '')).not.toMatch(
      /<script|style=|\son[a-z]+=/,
    );
  });

  it('explain the codes of problems, known or not, and no others', async () => {
    expect((await get('/problems/missing-column')).body).toContain('Filen mangler en kolonne');
    expect((await get('/problems/intake-differs')).body).toContain('INTAKE_DIFFERS');
    expect((await get('/problems/%3Cscript%3E')).statusCode).toBe(404);
  });
});

describe('another site', () => {
  const post = (headers: Record<string, string>) =>
    api.fastify.inject({ method: 'POST', url: '/api/v1/intakes', headers: { host: 'kull.test', ...headers } });

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('changes nothing through a browser: %j', async (headers) => {
    expect((await post(headers)).json()).toMatchObject({ status: 403, code: 'OTHER_ORIGIN' });
  });

  it('is not who sends neither, or our own', async () => {
    expect((await post({})).statusCode).not.toBe(403);
    expect((await post({ origin: 'http://kull.test', 'sec-fetch-site': 'same-origin' })).statusCode).not.toBe(403);
  });
});

describe('what is logged of requests', () => {
  it('is the pattern of the route, not the address', async () => {
    await get('/problems/a-15817512310-b');
    await get('/15817512310?name=Kari');
    const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(expect.objectContaining({ method: 'GET', route: '/problems/:slug', status: 200 }));
    expect(logged.join('')).not.toMatch(/15817512310|Kari/);
  });
});

describe('a stranger', () => {
  it('gets no large body read', async () => {
    const reply = await api.fastify.inject({
      method: 'POST',
      url: '/api/v1/events',
      headers: { 'content-type': 'application/json', 'content-length': '900000' },
      payload: '"',
    });
    expect(reply.statusCode).toBe(401);
  });
});
