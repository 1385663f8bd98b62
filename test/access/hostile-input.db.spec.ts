import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApi, type TestApi } from '../harness/api';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}
interface Parameter {
  readonly name: string;
  readonly in: string;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}
interface Named {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly schema?: Schema;
}

let api: TestApi;
let operations: readonly Named[];
let schemas: Readonly<Record<string, Schema>>;

beforeAll(async () => {
  api = await createTestApi();
  const { paths, components } = (await api.fastify.inject({ url: '/api/openapi.json' })).json() as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
  };
  schemas = components.schemas;
  operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      name: `${method} ${path}`,
      method: method.toUpperCase(),
      path,
      operation,
      schema: operation.requestBody?.content['application/json']?.schema,
    })),
  );
}, 120_000);
afterAll(() => api?.close());

/** As whoever may ask for anything: what is refused is refused for what was said. */
const send = (method: string, url: string, payload?: string) =>
  api.fastify.inject({
    method: method as 'POST',
    url,
    headers: {
      authorization: api.authorization,
      'idempotency-key': randomUUID(),
      ...(payload !== undefined && { 'content-type': 'application/json' }),
    },
    ...(payload !== undefined && { payload }),
  });

const filled = (path: string, value = 'x1'): string => path.replaceAll(/\{[^}]+\}/g, encodeURIComponent(value));

const resolved = (schema: Schema): Schema => {
  const { $ref, anyOf, oneOf } = schema;
  if ($ref) return resolved(schemas[$ref.slice($ref.lastIndexOf('/') + 1)]!);
  const choice = (anyOf ?? oneOf)?.find(({ type }) => type !== 'null');
  return choice ? resolved(choice) : schema;
};

/** Where in a body an object stands that has fields of its own: `''`, `/students/0`, … */
const objectsIn = (schema: Schema, at = '', depth = 0): readonly string[] => {
  const { properties, items } = resolved(schema);
  if (depth > 4) return [];
  if (items) return objectsIn(items, `${at}/0`, depth + 1);
  if (!properties) return [];
  return [at, ...Object.entries(properties).flatMap(([name, one]) => objectsIn(one, `${at}/${name}`, depth + 1))];
};

/** A body with nothing in it but the way to that object, and what nobody may say. */
const bodyWith = (pointer: string, text: string): string =>
  pointer
    .split('/')
    .slice(1)
    .reduceRight((inner, name) => (name === '0' ? `[${inner}]` : `{${JSON.stringify(name)}:${inner}}`), text);

/** Plans as the files of the rules have them (selection.md and credits.md, "Input"): what stands beside is passed over. */
const isPlan = (name: string): boolean =>
  /^post \/api\/v1\/(intakes|classes|cohorts|cohort-checks|classes\/\{id\}\/gatherings(\/\{number\}\/(moves|move-previews|set-up-previews))?)$/.test(
    name,
  );

const POLLUTED = [
  '{"isAdministrator":true,"ownerId":"per_1"}',
  '{"__proto__":{"role":"administrator"}}',
  '{"constructor":{"prototype":{"role":"administrator"}}}',
] as const;

interface Problem {
  readonly code: string;
  readonly instance?: string;
  readonly errors?: readonly { readonly pointer?: string; readonly code: string }[];
}

/** Generic, with what to ask about, and never how it came about (S22). */
const wrongWith = (reply: Awaited<ReturnType<typeof send>>): string | undefined => {
  if (reply.statusCode < 400) return undefined;
  if (reply.statusCode >= 500) return `${reply.statusCode}`;
  if (!reply.headers['content-type']?.toString().startsWith('application/problem+json')) return 'no problem';
  const { code, instance } = reply.json() as Problem;
  if (!code || !instance) return `a problem without its code or its id: ${reply.body}`;
  return /\bat .+:\d+:\d+|select |insert |postgres|typeorm/i.test(reply.body)
    ? `tells too much: ${reply.body}`
    : undefined;
};

describe('what no operation knows (S02)', () => {
  it('is refused by each, in every object of its body, and changes no prototype', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const { name, method, path, schema } of operations) {
      if (!schema) continue;
      for (const pointer of objectsIn(schema)) {
        for (const text of isPlan(name) ? POLLUTED.slice(1) : POLLUTED) {
          asked++;
          const reply = await send(method, filled(path), bodyWith(pointer, text));
          const { errors = [] } = reply.statusCode === 400 ? (reply.json() as Problem) : {};
          const isNamed = errors.some(
            (one) =>
              one.code === 'JSON_INVALID' ||
              (/^(UNRECOGNIZED_KEYS|INVALID_UNION)$/.test(one.code) && (one.pointer ?? '') === pointer),
          );
          if (!isNamed) wrong.push(`${name} at «${pointer}», ${text}: ${reply.statusCode} ${reply.body.slice(0, 200)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(200);
    expect(({} as { role?: string }).role).toBeUndefined();
  });
});

const HOSTILE = [
  "x' or '1'='1",
  "'; drop table log.event; --",
  '1) union select null, null --',
  '../../../../etc/passwd',
  '%00',
  '\r\nset-cookie: a=b',
  '{{7*7}}<script>alert(1)</script>',
  '-1e999',
  '9'.repeat(40),
  'å'.repeat(2_000),
] as const;

describe('what is no answer to what is asked (S03, S22)', () => {
  it.each(['/api/v1/persons/%zz', `/api/v1/persons/${'x'.repeat(201)}`])(
    'nor an address: %s is one where nothing is',
    async (url) => {
      const reply = await send('GET', url);
      expect([reply.statusCode, wrongWith(reply), reply.headers['x-content-type-options']]).toEqual([
        404,
        undefined,
        'nosniff',
      ]);
      expect(reply.body).not.toContain('persons');
    },
  );

  it('as a parameter of an address is refused or finds nothing, and never a fault', async () => {
    const wrong: string[] = [];
    const events = async (): Promise<string> =>
      (await send('GET', '/api/v1/events/latest?limit=1')).body.replaceAll(/"(?:time|id)":"[^"]*"/g, '');
    const before = await events();
    for (const { name, method, path, operation } of operations) {
      if (method !== 'GET' || !path.startsWith('/api/') || path.includes('event-stream')) continue;
      const own = (operation.parameters ?? []).filter((one) => one.in === 'query').map((one) => one.name);
      for (const text of HOSTILE) {
        const encoded = encodeURIComponent(text);
        const urls = [
          ...(path.includes('{') ? [filled(path, text)] : []),
          ...own.map((one) => `${filled(path)}?${one}=${encoded}`),
        ];
        for (const url of urls) {
          const reply = await send('GET', url);
          const fault = wrongWith(reply);
          if (fault) wrong.push(`${name}, ${url.slice(0, 120)}: ${fault}`);
          if (JSON.stringify(reply.headers).includes('a=b')) wrong.push(`${name}: a header of the asker's`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(await events()).toBe(before);
  });

  it('as a body is refused in words that tell nothing of what is inside', async () => {
    const wrong: string[] = [];
    for (const { name, method, path, schema } of operations) {
      if (!schema) continue;
      for (const text of ['{"', '[]', 'null', '"x"', '{"a":1e999}', `{"x":"${'\\u0000'}"}`]) {
        const reply = await send(method, filled(path), text);
        const fault = reply.statusCode < 400 ? `${reply.statusCode}` : wrongWith(reply);
        if (fault) wrong.push(`${name}, ${text}: ${fault}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
