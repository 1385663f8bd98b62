import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Reads } from '@kull/people';
import { createTestApi, type TestApi } from '../harness/api';
import { reviewedText, tableText, writeTable } from './field-table';
import { FieldsSeen } from './fields-seen';
import { ISSUER } from './principals';

let api: TestApi;
let seen: FieldsSeen;

beforeAll(async () => {
  api = await createTestApi(undefined, { KULL_BASE_URL: ISSUER, KULL_WEBHOOKS_TO_PRIVATE: 'yes' });
  seen = await FieldsSeen.in(api);
  if (process.env.KULL_FIELDS === 'write') writeTable(tableText(seen.lines()));
}, 600_000);
afterAll(() => api?.close());

describe('the fields that each role reads and writes', () => {
  it('are those of fields.txt, line by line, and no line is left over', () => {
    const now = tableText(seen.lines()).split('\n');
    const reviewed = reviewedText().split('\n');
    expect(now.filter((line) => !reviewed.includes(line))).toEqual([]);
    expect(reviewed.filter((line) => !now.includes(line))).toEqual([]);
    expect(reviewed).toEqual(now);
  });

  it('were seen in an answer to each who is not of the office', () => {
    // A message can be sent again when it was sent and lost, by a worker that does not run here.
    expect(seen.unanswered()).toEqual(['POST /api/v1/webhooks/:id/resends, association']);
  });

  it('would not be, if an answer had one field more', async () => {
    const reads = api.app.get(Reads, { strict: false });
    const found = await reads.page({ limit: 1 });
    const planted = jest
      .spyOn(reads, 'page')
      .mockResolvedValue(found.map((one) => ({ ...one, familyName: 'Nordmann' })));
    await api.fastify.inject({ url: '/api/v1/reads', method: 'GET', headers: { authorization: api.authorization } });
    planted.mockRestore();
    const reviewed = reviewedText().split('\n');
    const now = tableText(seen.lines()).split('\n');
    expect(now.filter((line) => !reviewed.includes(line))).toEqual([
      'GET    /api/v1/reads | administrator reads | data[](familyName)',
    ]);
  });
});
