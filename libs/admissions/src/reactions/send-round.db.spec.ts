import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '@kull/event-store';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { OfferedIntake } from '../../../../test/harness/offered-intake';
import { intakeId } from '../commands/ids';
import type { NextRoundView } from '../http/next-round.controller';
import { DueRounds } from './due-rounds';
import { SendRound } from './send-round';

let api: TestApi;
let intake: OfferedIntake;
const at = `/intakes/${intakeId('NLP-2026')}`;

beforeAll(async () => {
  api = await createTestApi();
  intake = new OfferedIntake(api);
  await intake.run.open();
  await intake.run.takeInRegister();
  await intake.run.takeInApplications();
  await intake.run.takeInAssessments();
  await intake.run.rank();
}, 120_000);
afterAll(() => api?.close());

const post = (path: string) =>
  api.fastify.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: {
      authorization: api.authorization,
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
    },
    payload: '{}',
  });
const get = async <T>(path: string): Promise<T> =>
  (await api.fastify.inject({ url: `/api/v1${path}`, headers: { authorization: api.authorization } })).json();
const next = async () => (await get<NextRoundView>(`${at}/next-round`)).next;
const stopped = async (): Promise<number> =>
  (await get<{ intakes: readonly { roundsStopped: number }[] }>('/overview')).intakes[0]!.roundsStopped;
const owed = (): Promise<{ key: string }[]> =>
  api.app.get(EventStore).query(`select key from messaging.outbox where job = 'send-round'`);
const eventsOf = async (type: string): Promise<number> =>
  (await api.app.get(EventStore).query(`select 1 from log.event where type = '${type}'`)).length;
const handOver = (): Promise<number> => api.app.get(DueRounds).handOver();
const work = (round: number, hold = () => Promise.resolve()): Promise<void> =>
  api.app
    .get(SendRound)
    .handle({ intakeId: intakeId('NLP-2026'), round }, { outboxId: '1', key: `send-round.${round}`, fence: { hold } });

describe('a round that sends itself (ux.md A5)', () => {
  it('is approved beforehand, and owed once when its time comes', async () => {
    await intake.setClock('2026-04-23T10:00:00Z');
    expect((await post(`${at}/rounds/1/sending-approvals`)).json()).toEqual({ isSentBySelf: true });
    expect(await next()).toMatchObject({ round: 1, sending: { status: 'approved', code: null } });
    expect(await handOver()).toBe(0);
    await work(2);
    expect(await eventsOf('RoundOffersMade')).toBe(0);
    await intake.setClock('2026-04-24T07:00:00Z');
    expect([await handOver(), await handOver()]).toEqual([1, 1]);
    expect(await owed()).toHaveLength(1);
  });

  it('is sent by nobody who has lost the claim', async () => {
    await expect(work(1, () => Promise.reject(new Error('FenceLost')))).rejects.toThrow('FenceLost');
    expect(await eventsOf('RoundOffersMade')).toBe(0);
  });

  it('is sent once, by the same command as the office sends it', async () => {
    await work(1);
    await work(1);
    expect(await eventsOf('RoundOffersMade')).toBe(1);
    expect(await eventsOf('OfferMade')).toBe(216);
    expect(await next()).toMatchObject({ round: 2, sending: null });
    expect([await handOver(), await stopped()]).toEqual([0, 0]);
    expect((await post(`${at}/rounds/1/sending-withdrawals`)).json().code).toBe('ROUND_SENT');
  });

  it('is not sent when that was taken back', async () => {
    await intake.setClock('2026-05-10T10:00:00Z');
    await post(`${at}/rounds/2/sending-approvals`);
    expect((await post(`${at}/rounds/2/sending-withdrawals`)).json()).toEqual({ isSentBySelf: false });
    await intake.setClock('2026-05-11T07:00:00Z');
    expect(await handOver()).toBe(0);
    await work(2);
    expect(await eventsOf('RoundOffersMade')).toBe(1);
    expect((await post(`${at}/rounds/2/sending-approvals`)).json().code).toBe('SENDING_TIME_PASSED');
  });

  it('stops while the round before is open, says so, and is then sent by somebody', async () => {
    await intake.setClock('2026-05-10T10:00:00Z');
    await post(`${at}/rounds/2/sending-approvals`);
    await intake.setClock('2026-05-11T07:00:00Z');
    expect(await handOver()).toBe(1);
    await work(2);
    expect(await next()).toMatchObject({ round: 2, sending: { status: 'stopped', code: 'PREVIOUS_ROUND_OPEN' } });
    expect([await eventsOf('RoundOffersMade'), await stopped(), await handOver()]).toEqual([1, 1, 0]);
    expect(await owed()).toHaveLength(2);
    expect((await post(`${at}/rounds/1/closings`)).statusCode).toBe(200);
    await work(2);
    expect(await eventsOf('RoundOffersMade')).toBe(1);
    expect((await post(`${at}/rounds/2/offers`)).statusCode).toBe(200);
    expect([await eventsOf('RoundOffersMade'), await stopped()]).toEqual([2, 0]);
  });
});
