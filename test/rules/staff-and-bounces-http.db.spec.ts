import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BounceTaker, BounceTaker as Taker } from '@kull/mail';
import { BouncesController } from '@kull/mail/http/bounces.controller';
import { People } from '@kull/people';
import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { createTestApi, type TestApi } from '../harness/api';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

let posts = 0;
const post = (path: string, type: string, payload: string | Buffer) =>
  api.fastify.inject({
    method: 'POST',
    url: `/api/v1/${path}`,
    headers: { authorization: api.authorization, 'idempotency-key': `k${posts++}`, 'content-type': type },
    payload,
  });
const get = (path: string) =>
  api.fastify.inject({ url: `/api/v1/${path}`, headers: { authorization: api.authorization } });

const header = 'code;name;email;phone;language';

describe('a staff file', () => {
  const file = [
    header,
    'khe;Kari Helgesen;khe@example.no;99 99 99 99;nb',
    'ola;Ola Dahl;ola@;;nn',
    'per;Per;per@example.no;;en',
  ];

  it('is taken in row by row, and again without a change', async () => {
    const first = await post('staff-imports', 'text/csv', file.join('\r\n'));
    expect(first.json()).toEqual({
      rows: 3,
      taken: 2,
      unchanged: 0,
      rejected: [{ row: 2, code: 'INVALID_EMAIL', message: 'E-postadressen mangler, eller er ikke én adresse' }],
    });
    expect((await post('staff-imports', 'text/csv', file.join('\r\n'))).json()).toMatchObject({
      taken: 0,
      unchanged: 2,
    });
    const { data, nextCursor } = (await get('staff?limit=1')).json();
    expect(data).toEqual([
      { code: 'khe', name: 'Kari Helgesen', email: 'khe@example.no', phone: '+4799999999', language: 'nb' },
    ]);
    expect((await get(`staff?limit=1&cursor=${nextCursor}`)).json()).toMatchObject({
      data: [{ code: 'per' }],
      nextCursor: null,
    });
  });

  it('without its columns is refused', async () => {
    expect((await post('staff-imports', 'text/csv', 'code;name\r\nkhe;Kari')).json()).toMatchObject({
      code: 'MISSING_COLUMN',
    });
  });
});

describe('addresses that do not work', () => {
  it('are listed for the office, without names', async () => {
    const people = api.app.get(People);
    const ids = await people.register(
      [1, 2].map((n) => ({
        nationalId: `1581750000${n}`,
        familyName: 'Testesen',
        givenNames: 'Kari',
        birthDate: '1975-01-15',
        email: `kari.${n}@example.no`,
        asOf: '2026-03-01T10:00:00.000Z',
      })),
    );
    const at = ['2027-03-02T08:00:00.000Z', '2027-03-01T08:00:00.000Z'];
    for (const [n, id] of ids.entries()) {
      const address = `kari.${n + 1}@example.no`;
      await people.noteAddressFault(id, { kind: 'REFUSED', code: '550', at: at[n]!, address });
    }
    const first = (await get('address-faults?limit=1')).json();
    expect(first.data).toEqual([{ personId: ids[1], kind: 'REFUSED', code: '550', at: at[1] }]);
    const second = (await get(`address-faults?limit=1&cursor=${first.nextCursor}`)).json();
    expect(second).toEqual({ data: [{ personId: ids[0], kind: 'REFUSED', code: '550', at: at[0] }], nextCursor: null });
  });
});

const report = [
  'From: MAILER-DAEMON@mx.example.no',
  'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
  '',
  '--b',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example.no',
  '',
  'Final-Recipient: rfc822; kari@example.no',
  'Action: failed',
  'Status: 5.1.1',
  '',
  '--b',
  'Content-Type: text/rfc822-headers',
  '',
  'Message-ID: <rem-1@kull.example.no>',
  '',
  '--b--',
  '',
].join('\r\n');

describe('a letter that came back', () => {
  it('is read, and anything else is refused', async () => {
    const taken = await post('bounces', 'message/rfc822', report);
    expect(taken.statusCode).toBe(200);
    expect(taken.json()).toEqual({ messageId: '<rem-1@kull.example.no>', code: '5.1.1' });
    const other = await post('bounces', 'message/rfc822', 'Subject: Hei\r\n\r\nHei');
    expect([other.statusCode, other.json().code]).toEqual([422, 'NOT_A_BOUNCE']);
    expect((await post('bounces', 'application/json', '{}')).json().code).toBe('MESSAGE_EXPECTED');
    expect((await post('bounces', 'message/rfc822', Buffer.alloc(1_000_001))).statusCode).toBe(413);
    expect((await post('staff-imports', 'message/rfc822', report)).statusCode).toBe(415);
  });

  it('is given to whoever sends letters', async () => {
    const bounces: string[] = [];
    const taker: BounceTaker = { bounced: async (messageId, code) => void bounces.push(`${messageId} ${code}`) };
    @Module({ providers: [{ provide: Taker, useValue: taker }], exports: [Taker] })
    class Sending {}
    @Module({ controllers: [BouncesController] })
    class Taking {}
    const module = await Test.createTestingModule({ imports: [{ module: Sending, global: true }, Taking] }).compile();
    await module.get(BouncesController, { strict: false }).takeIn(Buffer.from(report));
    expect(bounces).toEqual(['<rem-1@kull.example.no> 5.1.1']);
  });
});
