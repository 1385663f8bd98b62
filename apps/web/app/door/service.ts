import type { JSONWebKeySet } from 'jose';
import type { SessionsOfDay } from '../../../../libs/attendance/src/http/sessions-of-day.controller';
import { address, type Query } from '../api/client';
import { language } from '../kit/texts';
import type { Holder, RegisterAnswer } from './orders';
import type { Answered, Shipment } from './sending';

/** What became of a request: its answer, or why there is none. */
export type Reply<T> =
  | { readonly body: T }
  /** No network, or the service is down: try again. */
  | { readonly failed: 'no-answer' }
  /** The session is over: somebody has to log in. */
  | { readonly failed: 'logged-out' }
  | { readonly failed: 'refused'; readonly code: string; readonly message: string };

const BUSY = new Set([408, 409, 425, 429]);

const asked = async <T>(
  path: string,
  query: Query,
  init: RequestInit & { readonly headers: Readonly<Record<string, string>> },
): Promise<Reply<T>> => {
  try {
    const headers = { 'accept-language': language, ...init.headers };
    const response = await fetch(address(path, query), { ...init, headers });
    if (response.ok) return { body: (await response.json()) as T };
    if (response.status === 401) return { failed: 'logged-out' };
    const problem = (await response.json().catch(() => ({}))) as { code?: string; title?: string };
    const isRepeated = response.status === 409 && problem.code === 'REQUEST_IN_PROGRESS';
    const isBusy = response.status >= 500 || (BUSY.has(response.status) && response.status !== 409) || isRepeated;
    if (isBusy) return { failed: 'no-answer' };
    return { failed: 'refused', code: problem.code ?? String(response.status), message: problem.title ?? '' };
  } catch {
    return { failed: 'no-answer' };
  }
};

const get = <T>(path: string, query: Query = {}): Promise<Reply<T>> =>
  asked(path, query, { headers: { accept: 'application/json' } });

const post = <T>(path: string, body: object): Promise<Reply<T>> =>
  asked(
    path,
    {},
    {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(body),
      keepalive: true,
    },
  );

export const sessionsOfDay = (on?: string): Promise<Reply<SessionsOfDay>> => get('/sessions', { on });

export const registerOf = (classId: string, session: string): Promise<Reply<RegisterAnswer>> =>
  get(`/classes/${classId}/registers/${session}`);

/** The list of a door, as it was signed. */
export const rosterOf = (classId: string, gathering?: number): Promise<Reply<{ readonly roster: string }>> =>
  get(`/classes/${classId}/door-roster`, { gathering });

export const doorKeys = (): Promise<Reply<JSONWebKeySet>> => get('/door-keys');

export const staffNames = (): Promise<
  Reply<{ readonly data: readonly { readonly code: string; readonly name: string }[] }>
> => get('/staff', { limit: 200 });

interface GivenAnswer {
  readonly id: string;
  readonly status: string;
  readonly code?: string;
  readonly message?: string;
}

const answersOf = (reply: Reply<{ readonly [list: string]: unknown }>, list: 'marks' | 'scans', shipment: Shipment) => {
  if (!('body' in reply)) return ofAll(reply, shipment);
  const answers = (reply.body[list] as readonly GivenAnswer[]).map(
    ({ id, status, code = status, message }): Answered =>
      status === 'rejected' ? { id, refused: { code, ...(message && { message }) } } : { id },
  );
  return { body: answers };
};

/** A request that was refused as a whole is so for each order in it. */
const ofAll = (reply: Reply<unknown>, { orders }: Shipment): Reply<readonly Answered[]> => {
  if ('body' in reply) return { body: orders.map(({ id }) => ({ id })) };
  if (reply.failed !== 'refused') return reply;
  const { code, message } = reply;
  return { body: orders.map(({ id }) => ({ id, refused: { code, message } })) };
};

/** Settled by somebody else meanwhile, or locked already: nothing is left to do. */
const DONE = new Set(['NO_CONFLICT', 'UNKNOWN_MARK']);

/** Sends a shipment; gives what the service said of each order in it. */
export const sent = async (shipment: Shipment, { device }: Holder): Promise<Reply<readonly Answered[]>> => {
  const { classId } = shipment;
  switch (shipment.kind) {
    case 'marks': {
      const marks = shipment.orders.map(({ id, session, studentNo, presence, source, observedAt, replaces }) => ({
        ...{ id, session, studentNo, presence, source, observedAt },
        ...(replaces && { replaces }),
      }));
      return answersOf(await post(`/classes/${classId}/mark-batches`, { device, marks }), 'marks', shipment);
    }
    case 'scans': {
      const scans = shipment.orders.map(({ id, session, code, observedAt }) => ({ id, session, code, observedAt }));
      return answersOf(await post(`/classes/${classId}/door-scans`, { device, scans }), 'scans', shipment);
    }
    case 'settlement': {
      const [{ session, studentNo, presence, marks }] = shipment.orders;
      const body = { studentNo, presence, marks, reasonClass: 'WRONG_MARK' };
      const reply = await post(`/classes/${classId}/registers/${session}/settlements`, body);
      const isDone = 'failed' in reply && reply.failed === 'refused' && DONE.has(reply.code);
      return ofAll(isDone ? { body: undefined } : reply, shipment);
    }
    case 'lock': {
      const [{ session }] = shipment.orders;
      return ofAll(await post(`/classes/${classId}/registers/${session}/locks`, {}), shipment);
    }
  }
};
