import { newUuid } from '@kull/kernel';
import type { RunningService } from '../../harness/service';

/** An answer of the service. */
export interface Answer<T> {
  readonly status: number;
  readonly text: string;
  readonly bytes: Buffer;
  json(): T;
}

type Body = object | Buffer;

/** Asks the service as an administrator does, by HTTP. */
export class YearClient {
  requests = 0;

  constructor(private readonly service: Pick<RunningService, 'url' | 'token'>) {}

  /** What is there; fails when it is not. */
  async get<T>(path: string): Promise<T> {
    return this.done(await this.ask<T>('GET', path), path);
  }

  async download(path: string): Promise<Buffer> {
    const answer = await this.ask('GET', path);
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status} ${answer.text}`);
    return answer.bytes;
  }

  /** An act that is done; fails when it is refused. */
  async post<T>(path: string, body: Body = {}): Promise<T> {
    return this.done(await this.ask<T>('POST', path, body), path);
  }

  /** An act that is refused: status and code. */
  async refused(path: string, body: Body = {}): Promise<string> {
    const answer = await this.ask<{ code?: string }>('POST', path, body);
    return `${answer.status} ${answer.status < 400 ? '' : answer.json().code}`;
  }

  /** Moves the clock of the service. */
  async moveClock(now: string): Promise<void> {
    this.done(await this.ask('PUT', '/clock', { now }), '/clock');
  }

  async ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: Body): Promise<Answer<T>> {
    this.requests++;
    const { status, bytes } = await this.fetched(`/api/v1${path}`, method, body);
    const text = bytes.toString('utf8');
    return { status, bytes, text, json: () => JSON.parse(text) as T };
  }

  /** A public page outside the API. */
  async page(path: string): Promise<string> {
    this.requests++;
    return (await this.fetched(path, 'GET')).bytes.toString('utf8');
  }

  private async fetched(path: string, method: string, body?: Body): Promise<{ status: number; bytes: Buffer }> {
    const isFile = Buffer.isBuffer(body);
    const response = await fetch(`${this.service.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.service.token}`,
        ...(body && { 'content-type': isFile ? 'text/csv' : 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': newUuid() }),
      },
      ...(body && { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  private done<T>(answer: Answer<T>, path: string): T {
    if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status} ${answer.text}`);
    return answer.json();
  }
}

/** A file as people send it in. */
export const csv = (...lines: readonly string[]): Buffer => Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
