import { type KeyObject, randomUUID } from 'node:crypto';
import { type Clock, systemClock } from '@kull/kernel';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { type JsonReply, requestJson } from './json-request';
import { RemoteFault } from './remote-fault';

export interface MaskinportenOptions {
  /** `https://maskinporten.no/`: the identifier of the issuer, the one value of `aud`. */
  readonly issuer: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly keyId: string;
  readonly key: KeyObject;
  readonly algorithm?: 'RS256' | 'RS384' | 'RS512';
  readonly scope: string;
  readonly requestTimeoutMs?: number;
  /** The real time, which Maskinporten compares with its own; never the service's clock, which may have been moved. */
  readonly machineClock?: Clock;
}

const SERVICE = 'Maskinporten';
const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Maskinporten takes 120 s at most. */
const GRANT_LIVES_SECONDS = 60;
/** A token is used until so long before it expires: what is asked with it has to arrive. */
const MARGIN_MS = 15_000;
/** How long a refusal stands before we try again: nobody is helped by being asked for each number. */
const REFUSAL_STANDS_MS = 60_000;

const granted = z.object({
  access_token: z.string().min(1).max(16_384),
  expires_in: z.number().positive(),
  scope: z.string().optional(),
});
const refusal = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) });

interface Held {
  readonly token: string;
  readonly untilMs: number;
}

/** Fetches access tokens from Maskinporten by a JWT grant (RFC 7523, domain.md 4): one fetch at a time, kept until shortly before it expires. */
export class MaskinportenClient {
  private readonly clock: Clock;
  private held: Held | undefined;
  private fetching: Promise<string> | undefined;
  private refused: { readonly fault: RemoteFault; readonly untilMs: number } | undefined;

  constructor(private readonly options: MaskinportenOptions) {
    this.clock = options.machineClock ?? systemClock;
  }

  /** @throws RemoteFault when there is none to be had */
  token(): Promise<string> {
    const now = this.nowMs();
    if (this.held && now < this.held.untilMs) return Promise.resolve(this.held.token);
    if (this.refused && now < this.refused.untilMs) return Promise.reject(this.refused.fault);
    if (this.fetching) return this.fetching;
    const fetching = this.fetch().finally(() => {
      this.fetching = undefined;
    });
    this.fetching = fetching;
    return fetching;
  }

  /** The token was not accepted where it was shown: the next one asked for is a new one. */
  forget(token: string): void {
    if (this.held?.token === token) this.held = undefined;
  }

  private async fetch(): Promise<string> {
    const { tokenUrl, requestTimeoutMs = 5_000 } = this.options;
    const body = new URLSearchParams({ grant_type: GRANT_TYPE, assertion: await this.grant() }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    const signal = AbortSignal.timeout(requestTimeoutMs);
    return this.accept(await requestJson(SERVICE, tokenUrl, { method: 'POST', headers, body }, signal));
  }

  /** Exactly these claims: Maskinporten answers others with 400. */
  private grant(): Promise<string> {
    const { issuer, clientId, keyId, key, algorithm = 'RS256', scope } = this.options;
    const iat = Math.floor(this.nowMs() / 1_000);
    return new SignJWT({ aud: issuer, iss: clientId, scope, iat, exp: iat + GRANT_LIVES_SECONDS, jti: randomUUID() })
      .setProtectedHeader({ alg: algorithm, kid: keyId })
      .sign(key);
  }

  private accept({ status, body, retryAfterSeconds }: JsonReply): string {
    if (status === 429 || status >= 500)
      throw new RemoteFault('UNAVAILABLE', SERVICE, `HTTP_${status}`, retryAfterSeconds);
    if (status !== 200) throw this.refuse(refusal.safeParse(body).data?.error ?? `HTTP_${status}`);
    const token = granted.safeParse(body).data;
    if (!token) throw new RemoteFault('UNREADABLE', SERVICE, 'TOKEN_NOT_READABLE');
    if (token.scope !== undefined && !token.scope.split(' ').includes(this.options.scope))
      throw this.refuse('SCOPE_NOT_GRANTED');
    this.held = { token: token.access_token, untilMs: this.nowMs() + token.expires_in * 1_000 - MARGIN_MS };
    this.refused = undefined;
    return token.access_token;
  }

  private refuse(code: string): RemoteFault {
    const fault = new RemoteFault('REFUSED', SERVICE, code);
    this.refused = { fault, untilMs: this.nowMs() + REFUSAL_STANDS_MS };
    return fault;
  }

  private nowMs(): number {
    return Date.parse(this.clock.now());
  }
}
