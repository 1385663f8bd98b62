import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApi, type TestApi } from '../../../test/harness/api';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

type Headers = Readonly<Record<string, string>>;

const nynorsk: Headers = { 'accept-language': 'nn-NO, nb;q=0.8' };
const english: Headers = { 'accept-language': 'en-GB' };

const get = (url: string, headers: Headers = {}) => api.fastify.inject({ url, headers });
const unknownPerson = (headers: Headers = {}) =>
  get('/api/v1/persons/nobody', { authorization: api.authorization, ...headers });
const post = (url: string, key: string, payload: string | object, headers: Headers = {}) =>
  api.fastify.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { authorization: api.authorization, 'idempotency-key': key, ...headers },
    payload,
  });

describe('a refusal', () => {
  it('is in bokmål for machines that say nothing, and in their language when they do', async () => {
    const [nb, nn, en] = [await unknownPerson(), await unknownPerson(nynorsk), await unknownPerson(english)];
    expect(nb.json()).toMatchObject({ code: 'PERSON_UNKNOWN', title: 'Ingen har det nummeret' });
    expect(en.json()).toMatchObject({ code: 'PERSON_UNKNOWN', title: 'Nobody has that number' });
    expect([nb, nn, en].map(({ headers }) => headers['content-language'])).toEqual(['nb', 'nn', 'en']);
    expect(en.headers.vary).toBe('Accept-Language, Cookie');
  });

  it('is in the language that was chosen on a page, whatever the browser says', async () => {
    const chosen = await get('/api/v1/intakes', { cookie: 'kull-lang=nn', ...english });
    expect([chosen.statusCode, chosen.json().title]).toEqual([401, 'Du er ikkje logga inn']);
    expect((await get('/api/v1/intakes', english)).json().title).toBe('You are not logged in');
  });

  it('keeps what it names, in its detail and its errors', async () => {
    const csv = (headers: Headers) =>
      post('/intakes/none/assessment-imports', crypto.randomUUID(), 'a;b\r\n', {
        'content-type': 'text/csv',
        ...headers,
      });
    const [nb, nn, en] = [await csv({}), await csv(nynorsk), await csv(english)].map((reply) => reply.json());
    const columns = nb.errors.map((error: { readonly detail: string }) => error.detail).join(', ');
    expect(columns).toContain('application_no');
    expect([nb, nn, en].map(({ detail }) => detail)).toEqual([
      `Mangler: ${columns}`,
      `Manglar: ${columns}`,
      `Missing: ${columns}`,
    ]);
    expect(en.errors).toEqual(nb.errors);
  });

  it('says in the language of its reader what is wrong with a field', async () => {
    const sent = await post('/intakes', 'fields', { code: 5 }, nynorsk);
    expect(sent.json()).toMatchObject({ title: 'Førespurnaden har feil form' });
    expect(sent.json().errors).toContainEqual({
      pointer: '/programme',
      code: 'INVALID_TYPE',
      detail: 'Manglar, eller er av feil type',
    });
  });

  it('is repeated as it was said the first time', async () => {
    const first = await post('/intakes/none/ranking-runs', 'once', {}, nynorsk);
    const again = await post('/intakes/none/ranking-runs', 'once', {}, english);
    expect([first.statusCode, first.json().title]).toEqual([404, 'Opptaket finst ikkje']);
    expect([again.body, again.headers['content-language']]).toEqual([first.body, 'nn']);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('is said so before anything else is known of the request, too', async () => {
    const elsewhere = await post('/intakes', 'other', {}, { 'sec-fetch-site': 'cross-site', cookie: 'kull-lang=en' });
    expect(elsewhere.json()).toMatchObject({ code: 'OTHER_ORIGIN', title: 'The request comes from another site' });
    const unreadable = await get('/api/v1/intakes/%E0%A4%A', nynorsk);
    expect(unreadable.json()).toMatchObject({ code: 'NOT_FOUND', title: 'Finn ikkje det du spør etter' });
    expect(unreadable.headers['content-language']).toBe('nn');
  });
});

describe('the page about a problem', () => {
  it('is in the language of the problem, or in the one asked for', async () => {
    const page = await get('/problems/missing-column', english);
    expect(page.body).toContain('<html lang="en">');
    expect(page.body).toContain('The file lacks a column');
    expect(page.headers['content-language']).toBe('en');
    expect((await get('/problems/missing-column?lang=nn', english)).body).toContain('Fila manglar ei kolonne');
    expect((await get('/problems/intake-differs', english)).body).toContain('A rule said no');
  });
});
