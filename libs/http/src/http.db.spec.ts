import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, EventStoreModule, runMigrations } from '@kull/event-store';
import { type TableReading, workbook, XLSX_MEDIA_TYPE } from '@kull/tables';
import { Body, Controller, Get, HttpCode, Module, Post, Put, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database';
import {
  Caller,
  Created,
  CsvBody,
  type CsvFile,
  csvReply,
  decodeCursor,
  HttpModule,
  httpMigrations,
  LargeJsonBody,
  listQuery,
  Problem,
  pageOf,
  registerBodies,
  SeenVersion,
  said,
  TableBody,
  Versioned,
} from '.';

class MakeThing extends createZodDto(
  z.strictObject({ code: z.string().max(20), size: z.int().optional(), tags: z.array(z.string()).optional() }),
) {}
class ThingsQuery extends createZodDto(listQuery) {}

const THING_DIFFERS = said('Tingen er en annen', 'Tingen er ein annan', 'The thing is another');

const done: string[] = [];
const gate: { wait?: Promise<void> } = {};

@Controller('things')
class ThingsController {
  @Post()
  @HttpCode(200)
  async make(@Body() { code }: MakeThing, @Caller() caller: Caller) {
    await gate.wait;
    const { commandId } = caller.context();
    done.push(commandId);
    if (code === 'refused') throw new Problem({ status: 409, code: 'THING_DIFFERS', title: THING_DIFFERS });
    if (code === 'broken') throw new Error('code broken 15817512310');
    if (code === 'lost') throw Object.assign(new Error('terminating connection'), { code: '57P01' });
    if (code === 'twice') return { same: caller.context().commandId === commandId };
    return new Created(`/things/${code}`, { code, commandId });
  }

  @Post('files')
  @HttpCode(200)
  take(@CsvBody('no', 'name') file: CsvFile<'no' | 'name'>) {
    return { rows: file.records };
  }

  @Post('tables')
  @HttpCode(200)
  takeTable(@TableBody([{ key: 'no', title: 'Nummer' }]) { format, rows }: TableReading<'no'>) {
    return { format, rows };
  }

  @Post('large')
  @HttpCode(200)
  @LargeJsonBody()
  large(@Body() body: { text: string }) {
    return { length: body.text.length };
  }

  @Put('one')
  change(@SeenVersion() seen: number | undefined) {
    return { seen: seen ?? null };
  }

  @Get('one')
  one() {
    return new Versioned(7, { code: 'one' });
  }

  @Get('file.csv')
  file() {
    return csvReply('Klasseliste Tromsø.csv', '\ufeffnr;navn\r\n');
  }

  @Get()
  list(@Query() query: ThingsQuery) {
    const after = Number(decodeCursor(query.cursor)?.[0] ?? 0);
    const rows = [1, 2, 3, 4, 5].filter((n) => n > after).slice(0, query.limit + 1);
    return pageOf(rows, query, (n) => [n]);
  }
}

let testDatabase: TestDatabase;
let app: NestFastifyApplication;
let fastify: FastifyInstance;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  await runMigrations(testDatabase.url, httpMigrations, [], []);
  @Module({
    imports: [
      EventStoreModule.forRoot({ database: { url: testDatabase.url, role: 'kull_app' }, codecs: [], readModels: [] }),
      HttpModule.forRoot({ clock: { movable: false } }),
    ],
    controllers: [ThingsController],
  })
  class TestModule {}
  app = await NestFactory.create<NestFastifyApplication>(TestModule, new FastifyAdapter({ bodyLimit: 1_000_000 }), {
    logger: false,
    bodyParser: false,
  });
  fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  registerBodies(fastify);
  await app.init();
  await fastify.ready();
});
afterAll(async () => {
  await app.close();
  await testDatabase.drop();
});

const post = (key: string | undefined, payload: string | object, more: { url?: string; type?: string } = {}) =>
  fastify.inject({
    method: 'POST',
    url: more.url ?? '/things',
    headers: {
      'content-type': more.type ?? 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    payload,
  });
const csv = (key: string, content: string | Buffer) =>
  post(key, content as string, { url: '/things/files', type: 'text/csv; charset=utf-8' });

describe('a POST', () => {
  it('is done once; a repetition gets the first status, headers and body', async () => {
    const before = done.length;
    const first = await post('k-1', { code: 'a' });
    const again = await post('k-1', { code: 'a' });
    expect(first.statusCode).toBe(201);
    expect([again.statusCode, again.body, again.headers.location]).toEqual([201, first.body, '/things/a']);
    expect(again.headers['content-type']).toBe(first.headers['content-type']);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(done.length).toBe(before + 1);
  });

  it('needs a key of at most 255 characters', async () => {
    expect((await post(undefined, { code: 'a' })).json()).toMatchObject({
      status: 400,
      code: 'IDEMPOTENCY_KEY_MISSING',
    });
    expect((await post('x'.repeat(256), { code: 'a' })).statusCode).toBe(400);
    expect((await post('x'.repeat(255), { code: 'a' })).statusCode).toBe(201);
  });

  it('with the key of another request is refused', async () => {
    await post('k-2', { code: 'a' });
    expect((await post('k-2', { code: 'b' })).json()).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
    expect((await csv('k-2', 'no;name\r\n')).statusCode).toBe(422);
  });

  it('is told to wait while the same is under way', async () => {
    let open = () => {};
    gate.wait = new Promise((resolve) => {
      open = resolve;
    });
    const first = post('k-3', { code: 'a' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const meanwhile = await post('k-3', { code: 'a' });
    open();
    gate.wait = undefined;
    expect(meanwhile.json()).toMatchObject({ status: 409, code: 'REQUEST_IN_PROGRESS', retryable: true });
    expect(meanwhile.headers['retry-after']).toBe('1');
    expect((await first).statusCode).toBe(201);
  });

  it('that was refused is refused in the same words', async () => {
    const first = await post('k-4', { code: 'refused' });
    const again = await post('k-4', { code: 'refused' });
    expect(first.statusCode).toBe(409);
    expect([again.statusCode, again.body]).toEqual([409, first.body]);
    expect(again.headers['content-type']).toContain('application/problem+json');
  });

  it('that was malformed, or met a fault, may be sent again under its key', async () => {
    expect((await post('k-5', { code: 5 })).statusCode).toBe(400);
    expect((await post('k-5', { code: 'a' })).statusCode).toBe(201);
    expect((await post('k-6', { code: 'broken' })).statusCode).toBe(500);
    expect((await post('k-6', { code: 'broken' })).statusCode).toBe(500);
    expect((await post('k-7', { code: 'lost' })).statusCode).toBe(503);
  });

  it('repeated after a crash gives the same command id', async () => {
    const first = await post('k-8', { code: 'a' });
    await app.get(Database).query(`delete from http.idempotency where key = 'k-8'`);
    expect((await post('k-8', { code: 'a' })).json()).toEqual(first.json());
    expect((await post('k-9', { code: 'a' })).json()).not.toEqual(first.json());
    expect((await post('k-10', { code: 'twice' })).json()).toEqual({ same: false });
  });

  it('is free again when the process that had it is gone', async () => {
    await app.get(Database).query(
      `insert into http.idempotency (principal, key, request_hash, attempt, claimed_until)
       select principal, 'k-11', request_hash, gen_random_uuid(), now() - interval '1 second'
       from http.idempotency where key = 'k-1'`,
    );
    expect((await post('k-11', { code: 'a' })).statusCode).toBe(201);
  });
});

describe('what is refused', () => {
  it('says where and why, and never which value', async () => {
    const reply = await post('p-1', { code: 'x'.repeat(21), size: 'secret 15817512310', more: 1 });
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json()).toMatchObject({
      type: '/problems/invalid-request',
      status: 400,
      code: 'INVALID_REQUEST',
      retryable: false,
      errors: [{ pointer: '/code', code: 'TOO_BIG' }, { pointer: '/size' }, { code: 'UNRECOGNIZED_KEYS' }],
    });
    expect(reply.body).not.toMatch(/secret|15817512310/);
  });

  it('by a fault says nothing but the id of the request', async () => {
    const reply = await post('p-2', { code: 'broken' });
    expect(reply.json()).toMatchObject({ status: 500, code: 'INTERNAL_ERROR' });
    expect(reply.body).not.toMatch(/broken|15817512310|\bat /);
  });

  it('because the database is away may be tried again', async () => {
    const reply = await post('p-3', { code: 'lost' });
    expect(reply.json()).toMatchObject({ status: 503, retryable: true });
    expect(reply.headers['retry-after']).toBe('2');
  });

  it.each([
    ['{"code":"a","__proto__":{"role":"administrator"}}', 400],
    ['{"code":"a","constructor":{"prototype":{"x":1}}}', 400],
    ['{"code":"a\\u0000"}', 400],
    ['{"code":"\\ud800"}', 400],
    ['{"code":"\\ud83d\\ude00"}', 201],
    ['{"code":', 400],
    ['[]', 400],
    ['', 400],
    [`{"code":"${'x'.repeat(1_000_001)}"}`, 413],
  ])('or not, as text goes (case %#)', async (body, status) => {
    const reply = await post(`p-4-${body.length}`, body);
    expect([reply.statusCode, reply.body]).toEqual([status, expect.any(String)]);
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it('of the wrong type of content is 415', async () => {
    expect((await post('p-5', 'code=a', { type: 'application/x-www-form-urlencoded' })).statusCode).toBe(415);
    expect((await post('p-6', 'code', { type: 'text/csv' })).statusCode).toBe(415);
    expect((await post('p-7', { no: 1 }, { url: '/things/files' })).json()).toMatchObject({ code: 'CSV_EXPECTED' });
  });

  it('at an unknown address is 404', async () => {
    const reply = await fastify.inject({ url: '/nowhere/15817512310' });
    expect(reply.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(reply.body).not.toContain('15817512310');
  });

  it('takes 10 MB of JSON where asked', async () => {
    const text = 'x'.repeat(9_000_000);
    expect((await post('p-8', { text }, { url: '/things/large' })).json()).toEqual({ length: 9_000_000 });
    expect((await post('p-9', { text: `${text}${text}` }, { url: '/things/large' })).statusCode).toBe(413);
  });
});

describe('a CSV file', () => {
  it('is read with its quotes, separators and line breaks, rows counted without the header', async () => {
    const reply = await csv('c-1', '\ufeffno;extra;name\r\n1;x;"a;""b""\r\nc"\r\n\r\n2\r\n3;;æøå\r\n');
    expect(reply.json()).toEqual({
      rows: [
        { row: 1, values: { no: '1', name: 'a;"b"\r\nc' } },
        { row: 2, values: { no: '2', name: '' } },
        { row: 3, values: { no: '3', name: 'æøå' } },
      ],
    });
  });

  it.each([
    ['c-2', Buffer.from('no;name\r\n1;\xe6', 'latin1'), 'WRONG_ENCODING'],
    ['c-3', Buffer.from('\ufeffno;name\r\n1;a', 'utf16le'), 'WRONG_ENCODING'],
    ['c-4', Buffer.from('no;navn\r\n1;a'), 'MISSING_COLUMN'],
    ['c-5', Buffer.from('no;name\r\n1;"a'), 'BROKEN_CSV'],
    ['c-6', Buffer.from('no;name\r\n1;"a"b'), 'BROKEN_CSV'],
    ['c-7', Buffer.from(' '), 'MISSING_COLUMN'],
  ])('%s is refused whole', async (key, content, code) => {
    const reply = await csv(key, content);
    expect(reply.json()).toMatchObject({ status: 400, code });
  });

  it('names the column that it lacks', async () => {
    expect((await csv('c-8', 'no\r\n1\r\n')).json()).toMatchObject({
      errors: [{ code: 'MISSING_COLUMN', detail: 'name' }],
    });
  });

  it('of 100,000 rows is read in good time, and others are served meanwhile', async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `${n};"Navn ${n}"`);
    let served = 0;
    const others = setInterval(() => void fastify.inject('/things/one').then(() => served++), 20);
    const reply = await csv('c-9', `no;name\r\n${rows.join('\r\n')}`);
    clearInterval(others);
    expect(reply.json().rows).toHaveLength(100_000);
    expect(served).toBeGreaterThan(2);
  });
});

describe('a list', () => {
  const list = (key: string, content: string | Buffer, type = 'text/csv', url = '/things/tables') =>
    post(key, content as string, { url, type });
  const xlsx = async (title: string) => {
    const column = { key: 'no', title, type: 'text' as const, value: (no: string) => no };
    const about = { language: 'nb' as const, query: 'Alle', madeAt: '2026-06-15T07:00:00.000Z', position: 1 };
    return Buffer.from(await workbook({ name: 'Liste', columns: [column] }, ['007'], about));
  };

  it('is read as CSV of any kind and as xlsx', async () => {
    const rows = [{ row: 1, values: { no: '007' }, cells: ['007'] }];
    expect((await list('l-1', 'Nummer\tnavn\r\n007\t\r\n')).json().rows).toEqual([{ ...rows[0], cells: ['007', ''] }]);
    expect((await list('l-2', await xlsx('Nummer'), XLSX_MEDIA_TYPE)).json()).toEqual({ format: 'xlsx', rows });
  });

  it('is refused whole, in words that say what to do', async () => {
    const refused = async (key: string, content: string | Buffer, type?: string) => {
      const { status, code } = (await list(key, content, type)).json();
      return [status, code];
    };
    expect((await list('l-3', await xlsx('Navn'), XLSX_MEDIA_TYPE)).json()).toMatchObject({
      status: 400,
      code: 'MISSING_COLUMN',
      detail: 'Mangler: Nummer. Den første raden skal ha kolonnenavnene.',
      errors: [{ pointer: '/no', code: 'MISSING_COLUMN', detail: 'Nummer' }],
    });
    expect(await refused('l-4', 'no;Nummer\r\n')).toEqual([400, 'DUPLICATE_COLUMN']);
    expect(await refused('l-5', 'no\r\n"1"x\r\n')).toEqual([400, 'BROKEN_CSV']);
    expect(await refused('l-6', Buffer.from('no', 'utf16le'))).toEqual([400, 'WRONG_ENCODING']);
    expect(await refused('l-7', 'PK\x03\x04', XLSX_MEDIA_TYPE)).toEqual([422, 'NOT_A_TABLE']);
    expect(await refused('l-8', `no\r\n${'1\r\n'.repeat(100_000)}`)).toEqual([413, 'TOO_LARGE']);
    expect(await refused('l-9', Buffer.alloc(10_000_001, 'a'))).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('is taken only where one is asked for', async () => {
    expect((await list('l-10', await xlsx('Nummer'), XLSX_MEDIA_TYPE, '/things/files')).statusCode).toBe(415);
    expect((await list('l-11', await xlsx('Nummer'), XLSX_MEDIA_TYPE, '/things')).statusCode).toBe(415);
    expect((await post('l-12', { no: 1 }, { url: '/things/tables' })).json()).toMatchObject({ code: 'TABLE_EXPECTED' });
  });
});

describe('a reply', () => {
  it('bears its version, and is not sent to whoever has it', async () => {
    const first = await fastify.inject('/things/one');
    expect(first.headers.etag).toBe('"7"');
    const again = await fastify.inject({ url: '/things/one', headers: { 'if-none-match': 'W/"7", "x"' } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await fastify.inject({ url: '/things/one', headers: { 'if-none-match': '"6"' } })).statusCode).toBe(200);
  });

  it('to a change needs the version that was seen', async () => {
    const put = (headers: Record<string, string>) => fastify.inject({ method: 'PUT', url: '/things/one', headers });
    expect((await put({})).statusCode).toBe(428);
    expect((await put({ 'if-match': '"7"' })).json()).toEqual({ seen: 7 });
    expect((await put({ 'if-match': '*' })).json()).toEqual({ seen: null });
    expect((await put({ 'if-match': 'seven' })).statusCode).toBe(400);
  });

  it('of a list comes page by page', async () => {
    const seen: number[] = [];
    let url: string | undefined = '/things?limit=2';
    while (url) {
      const reply: LightMyRequestResponse = await fastify.inject(url);
      seen.push(...reply.json().data);
      url = /<([^>]+)>; rel="next"/.exec(String(reply.headers.link))?.[1];
      expect(reply.json().nextCursor === null).toBe(url === undefined);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect((await fastify.inject('/things?limit=201')).statusCode).toBe(400);
    expect((await fastify.inject('/things?cursor=nonsense')).statusCode).toBe(400);
    expect((await fastify.inject('/things?sort=x')).statusCode).toBe(400);
  });

  it('that is a file has its own name', async () => {
    const reply = await fastify.inject('/things/file.csv');
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename="Klasseliste Troms_.csv"; filename*=UTF-8''Klasseliste%20Troms%C3%B8.csv`,
    );
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(reply.rawPayload.subarray(0, 3)).toEqual(Buffer.from('\ufeff'));
  });
});
