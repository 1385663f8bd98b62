import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { NotDone, Unusable } from '../terminal/failures';
import { refusalIn } from './problem';

/** A file as the service hands it out. */
export interface Download {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What is sent: a JSON text, or a CSV file as it is. */
export type Body = { readonly json: string } | { readonly csv: Buffer };

const typeOf = (body: Body): string => ('json' in body ? 'application/json' : 'text/csv; charset=utf-8');
const bytesOf = (body: Body): Buffer => ('json' in body ? Buffer.from(body.json) : body.csv);

const page = z.looseObject({ data: z.array(z.unknown()), nextCursor: z.string().nullish() });

/** The name in `Content-Disposition` (RFC 6266: `filename*` before `filename`). */
const nameIn = (disposition: string): string => {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return extended ? decodeURIComponent(extended) : (/filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? '');
};

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
};

/** A service that was there may be restarting; one that was never there is hardly on its way. */
const attempts = { reached: 6, never: 3 };
const longestAnswer = 300_000;

/** The HTTP API as the command line uses it. Every POST bears a key made of what it says, so all may be sent again. */
export class KullClient {
  private reached = false;

  constructor(
    readonly url: string,
    private readonly token?: string,
  ) {}

  async get<T>(path: string, answer: z.ZodType<T>): Promise<T> {
    return answer.parse(await (await this.send('GET', path)).json());
  }

  /** A whole list, page after page. */
  async list<T>(path: string, item: z.ZodType<T>): Promise<T[]> {
    const items: T[] = [];
    let cursor = '';
    do {
      const { data, nextCursor } = await this.get(
        `${path}${path.includes('?') ? '&' : '?'}limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        page,
      );
      items.push(...data.map((one) => item.parse(one)));
      cursor = nextCursor ?? '';
    } while (cursor);
    return items;
  }

  async download(path: string): Promise<Download> {
    const response = await this.send('GET', path);
    return {
      name: nameIn(response.headers.get('content-disposition') ?? ''),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  }

  async put<T>(path: string, body: Body, answer: z.ZodType<T>): Promise<T> {
    return answer.parse(await (await this.send('PUT', path, body)).json());
  }

  /** A POST that changes nothing, or that is meant anew each time: a preview, a move back and forth. */
  async postAnew<T>(path: string, body: Body, answer: z.ZodType<T>): Promise<T> {
    return this.post(path, body, randomUUID(), answer);
  }

  /**
   * One act. `occasion` tells apart acts that look alike and are not, such as the two deliveries of a class;
   * the same act again has the same key, and happens once.
   */
  async post<T>(path: string, body: Body, occasion: string, answer: z.ZodType<T>): Promise<T> {
    const key = createHash('sha256').update(`${path}\n${occasion}\n`).update(bytesOf(body)).digest('hex');
    return answer.parse(await (await this.send('POST', path, body, key)).json());
  }

  private async send(method: string, path: string, body?: Body, key?: string): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      const response = await this.once(method, path, body, key).catch((error: unknown) => {
        if (attempt >= this.patience) throw this.unreachable(`${method} ${path}: ${reasonOf(error)}`);
      });
      if (response) {
        this.reached = true;
        if (response.ok) return response;
        const refusal = await refusalIn(response);
        if (!refusal.retryable || attempt >= this.patience) throw refusal;
      }
      await pause(100 * 2 ** attempt);
    }
  }

  private get patience(): number {
    return this.reached ? attempts.reached : attempts.never;
  }

  private once(method: string, path: string, body?: Body, key?: string): Promise<Response> {
    return fetch(`${this.url.replace(/\/$/, '')}/api${path}`, {
      method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body ? { 'content-type': typeOf(body) } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(body ? { body: new Uint8Array(bytesOf(body)) } : {}),
      signal: AbortSignal.timeout(longestAnswer),
    });
  }

  private unreachable(detail: string): Unusable | NotDone {
    return this.reached
      ? new NotDone(`Mistet kontakten med tjenesten på ${this.url}.`, [
          detail,
          'Kjør det samme igjen når den er oppe: det som er gjort, blir ikke gjort på nytt.',
        ])
      : new Unusable(`Får ikke kontakt med tjenesten på ${this.url}. Ingenting er endret.`, [
          detail,
          'npm start starter den. Uten --url starter kommandoen en tjeneste selv.',
        ]);
  }
}
