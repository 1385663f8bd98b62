import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from './ledger';

const PATIENCE_MS = 20_000;

/** Asks the service as an administrator who does not give up: again, with the same key, until there is an answer. */
export class PatientClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly ledger: Ledger,
    /** When it is given up all the same. */
    private readonly givenUp: AbortSignal = new AbortController().signal,
  ) {}

  async post<T>(path: string, body: Buffer | object, key: string): Promise<T> {
    return (await this.ask('POST', path, body, { 'idempotency-key': key }, key)) as T;
  }

  async put<T>(path: string, body: Buffer | object): Promise<T> {
    return (await this.ask(
      'PUT',
      path,
      body,
      {},
      `PUT ${path} ${createHash('sha256')
        .update(Buffer.isBuffer(body) ? body : JSON.stringify(body))
        .digest('hex')}`,
    )) as T;
  }

  async get<T>(path: string): Promise<T> {
    return (await this.ask('GET', path, undefined, {}, undefined)) as T;
  }

  private async ask(
    method: string,
    path: string,
    body: Buffer | object | undefined,
    more: Record<string, string>,
    key: string | undefined,
  ): Promise<unknown> {
    for (;;) {
      this.givenUp.throwIfAborted();
      try {
        const answer = await fetch(`${this.url}/api/v1${path}`, {
          method,
          signal: AbortSignal.timeout(PATIENCE_MS),
          headers: {
            authorization: `Bearer ${this.token}`,
            ...(body && { 'content-type': Buffer.isBuffer(body) ? 'text/csv' : 'application/json' }),
            ...more,
          },
          body: body && (Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body)),
        });
        const text = await answer.text();
        if (answer.ok) {
          if (key) this.ledger.write(key, 'ack');
          return JSON.parse(text);
        }
        if (answer.status !== 503 && !text.includes('REQUEST_IN_PROGRESS')) {
          throw new Refused(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
        }
      } catch (fault) {
        if (fault instanceof Refused) throw fault;
        if (key) this.ledger.write(key, 'unknown');
      }
      await pause(100);
    }
  }
}

class Refused extends Error {}
