import { EventStore } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import type { TestApi } from '../harness/api';

/** An answer of the service. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  json(): T;
}

/** Asks the service as an administrator. */
export class CourseClient {
  constructor(private readonly api: TestApi) {}

  get<T>(path: string): Promise<Answer<T>> {
    return this.ask<T>('GET', path);
  }

  post<T>(
    path: string,
    body: Buffer | object,
    key = newUuid(),
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.ask<T>('POST', path, body, { 'idempotency-key': key, ...headers });
  }

  put<T>(path: string, body: Buffer | object): Promise<Answer<T>> {
    return this.ask<T>('PUT', path, body);
  }

  /** The position of the last event in the log. */
  events(): Promise<number> {
    return this.api.app.get(EventStore).reader.head();
  }

  private async ask<T>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: Buffer | object,
    more: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const type = Buffer.isBuffer(body) ? 'text/csv' : 'application/json';
    const { statusCode, headers, rawPayload } = await this.api.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: this.api.authorization, ...(body && { 'content-type': type }), ...more },
      ...(body && { payload: body }),
    });
    const text = rawPayload.toString('utf8');
    return { status: statusCode, headers, text, json: () => JSON.parse(text) as T };
  }
}
