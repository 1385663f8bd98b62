import type { HprEntry } from '../contracts';
import { requestJson } from '../maskinporten/json-request';
import type { MaskinportenClient } from '../maskinporten/maskinporten-client';
import { RemoteFault, type Unanswered } from '../maskinporten/remote-fault';
import { entryFrom } from './hpr-api-person';

/** What HPR's open API said of a number: its line, that there is none, or nothing, and why. */
export type ApiReply =
  | { readonly entry: HprEntry | undefined }
  | { readonly unanswered: Unanswered; readonly code: string };

export interface HprApiOptions {
  /** `https://api.offentlig.hpr.nhn.no` */
  readonly baseUrl: string;
  readonly maskinporten: Pick<MaskinportenClient, 'token' | 'forget'>;
  /** One request. */
  readonly requestTimeoutMs?: number;
  /** All that is asked for at once: what has not been answered by then is unanswered, and whoever asked goes on. */
  readonly timeLimitMs?: number;
  readonly atOnce?: number;
}

const SERVICE = 'HPR';

/** After these nothing is to be had for the other numbers either: they are not asked about. */
const stopsAll = ({ why, service, retryAfterSeconds }: RemoteFault): boolean =>
  why === 'REFUSED' || service !== SERVICE || retryAfterSeconds !== undefined;

const reasonOf = (status: number): Unanswered => {
  if (status === 429 || status >= 500) return 'UNAVAILABLE';
  return status === 401 || status === 403 ? 'REFUSED' : 'UNREADABLE';
};

/**
 * HPR's open API (domain.md 2.2): `GET /v1/personer/{number}` with a token of Maskinporten. The number stands in the
 * path, since the API has no other look-up by number; the address is told to nobody else and never logged.
 */
export class HprApi {
  private busyUntilMs = 0;

  constructor(private readonly options: HprApiOptions) {}

  /** Answers within the time limit, whatever the register does. The numbers are well-formed. */
  async lookUp(numbers: readonly string[]): Promise<ReadonlyMap<string, ApiReply>> {
    const { timeLimitMs = 10_000, atOnce = 6 } = this.options;
    const replies = new Map<string, ApiReply>();
    const waiting = [...numbers];
    const limit = AbortSignal.timeout(timeLimitMs);
    let stopped: RemoteFault | undefined;
    const work = async (): Promise<void> => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
        const reply = await this.ask(number, limit, stopped);
        if (reply instanceof RemoteFault) {
          if (stopsAll(reply)) stopped ??= reply;
          replies.set(number, { unanswered: reply.why, code: reply.message });
        } else replies.set(number, reply);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return replies;
  }

  private async ask(
    number: string,
    limit: AbortSignal,
    stopped: RemoteFault | undefined,
  ): Promise<ApiReply | RemoteFault> {
    if (stopped) return stopped;
    if (limit.aborted) return new RemoteFault('UNAVAILABLE', SERVICE, 'TIME_LIMIT');
    if (performance.now() < this.busyUntilMs) return new RemoteFault('UNAVAILABLE', SERVICE, 'BUSY');
    try {
      return await this.request(number, limit);
    } catch (error) {
      if (error instanceof RemoteFault) return error;
      throw error;
    }
  }

  /** A token that was not accepted is replaced once: it may have been revoked, or expired on the way. */
  private async request(number: string, limit: AbortSignal, again = false): Promise<ApiReply> {
    const { baseUrl, maskinporten, requestTimeoutMs = 4_000 } = this.options;
    const token = await within(limit, maskinporten.token());
    const url = new URL(`v1/personer/${number}`, baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    const signal = AbortSignal.any([limit, AbortSignal.timeout(requestTimeoutMs)]);
    const { status, body, retryAfterSeconds } = await requestJson(
      SERVICE,
      url.href,
      { method: 'GET', headers },
      signal,
    );
    if (status === 200) {
      const entry = entryFrom(body, number);
      if (entry === undefined) throw new RemoteFault('UNREADABLE', SERVICE, 'PERSON_NOT_READABLE');
      return { entry: entry ?? undefined };
    }
    if (status === 404) return { entry: undefined };
    if (status === 401 && !again) {
      maskinporten.forget(token);
      return this.request(number, limit, true);
    }
    if (status === 429 && retryAfterSeconds !== undefined)
      this.busyUntilMs = performance.now() + retryAfterSeconds * 1_000;
    throw new RemoteFault(reasonOf(status), SERVICE, `HTTP_${status}`, retryAfterSeconds);
  }
}

/** The work, or a fault when the time is up first; the work goes on for whoever else waits for it. */
const within = <T>(limit: AbortSignal, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timeIsUp = (): void => reject(new RemoteFault('UNAVAILABLE', SERVICE, 'TIME_LIMIT'));
    limit.addEventListener('abort', timeIsUp, { once: true });
    if (limit.aborted) timeIsUp();
    void work.then(resolve, reject).finally(() => limit.removeEventListener('abort', timeIsUp));
  });
