import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';

/** A person as the local register has them, in the JSON of HPR's open API. */
export interface LocalPerson {
  readonly hprNummer: number;
  readonly erstattetAvHprNummer?: number;
  readonly person: Readonly<Record<string, string | null>>;
  readonly godkjenninger: readonly object[];
}

/** A physician of the local register. */
export const localPhysician = (
  hprNummer: number,
  names: { readonly fornavn: string; readonly etternavn: string; readonly fødselsdato?: string },
  periode: { readonly fra: string; readonly til: string | null } = { fra: '2005-07-01', til: null },
): LocalPerson => ({
  hprNummer,
  person: { mellomnavn: null, ...names },
  godkjenninger: [
    {
      helsepersonellkategori: { verdi: 'LE', navn: 'Lege' },
      autorisasjon: { verdi: '1', navn: 'Autorisasjon' },
      periode,
    },
  ],
});

/** How the register behaves towards requests for persons. */
export type Behaviour =
  | { readonly kind: 'answers' }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'slow'; readonly ms: number; readonly except?: readonly string[] }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'redirects' };

/** How Maskinporten behaves. */
export type TokenBehaviour =
  | { readonly kind: 'grants'; readonly expiresIn: number; readonly scope?: string }
  | { readonly kind: 'refuses' }
  | { readonly kind: 'down' }
  | { readonly kind: 'malformed' };

const SCOPE = 'nhn:hpr/basic';
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const CLAIMS = ['aud', 'exp', 'iat', 'iss', 'jti', 'scope'];

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
};

const send = (response: ServerResponse, status: number, body: object | string, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};

/** Made once: making a key takes longer than most of what is tested with it. */
let keyPair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject } | undefined;

/**
 * Maskinporten and HPR's open API on this machine, as they are documented: a token endpoint that takes only a right
 * JWT grant, once, and a register that takes only a token that has the scope and has not expired.
 */
export class LocalHpr {
  static async start(persons: readonly LocalPerson[] = []): Promise<LocalHpr> {
    keyPair ??= generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const local = new LocalHpr(keyPair.publicKey, keyPair.privateKey);
    local.know(...persons);
    await new Promise<void>((resolve) => local.server.listen(0, '127.0.0.1', resolve));
    return local;
  }

  readonly clientId = '8f0b1c2d-kull';
  readonly keyId = 'kull-2026';
  behaviour: Behaviour = { kind: 'answers' };
  tokens: TokenBehaviour = { kind: 'grants', expiresIn: 120 };
  /** Why grants were not accepted, what was asked for, how many tokens were given. */
  readonly refusals: string[] = [];
  readonly asked: string[] = [];
  tokensGiven = 0;
  private atOnce = 0;
  mostAtOnce = 0;
  private readonly persons = new Map<string, LocalPerson>();
  private readonly used = new Set<string>();
  private readonly valid = new Map<string, { readonly scope: string; readonly untilMs: number }>();
  private readonly server = createServer((request, response) => void this.serve(request, response));

  private constructor(
    private readonly publicKey: KeyObject,
    readonly privateKey: KeyObject,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get issuer(): string {
    return `${this.url}/`;
  }

  get tokenUrl(): string {
    return `${this.url}/token`;
  }

  know(...persons: readonly LocalPerson[]): void {
    for (const person of persons) this.persons.set(String(person.hprNummer), person);
  }

  /** Tokens that were given are not accepted any longer, as when they expired. */
  expireTokens(): void {
    this.valid.clear();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/token') {
      this.giveToken(await bodyOf(request), request, response);
      return;
    }
    this.atOnce++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    try {
      await this.givePerson(request, response);
    } finally {
      this.atOnce--;
    }
  }

  private giveToken(body: string, request: IncomingMessage, response: ServerResponse): void {
    const { tokens } = this;
    if (tokens.kind === 'down') {
      send(response, 503, {});
      return;
    }
    if (tokens.kind === 'malformed') {
      send(response, 200, '<html>');
      return;
    }
    const wrong = tokens.kind === 'refuses' ? 'client is unknown' : this.wrongWith(body, request);
    if (wrong !== undefined || tokens.kind === 'refuses') {
      this.refusals.push(wrong ?? '');
      send(response, 400, { error: 'invalid_grant', error_description: `Invalid assertion. ${wrong}` });
      return;
    }
    const { expiresIn, scope = SCOPE } = tokens;
    const token = randomUUID();
    this.tokensGiven++;
    this.valid.set(token, { scope, untilMs: Date.now() + expiresIn * 1_000 });
    send(response, 200, { access_token: token, token_type: 'Bearer', expires_in: expiresIn, scope });
  }

  /** What Maskinporten says no to (domain.md 4); undefined: nothing. */
  private wrongWith(body: string, { method, headers }: IncomingMessage): string | undefined {
    if (method !== 'POST') return 'method';
    if (headers['content-type'] !== 'application/x-www-form-urlencoded') return 'content type';
    const form = new URLSearchParams(body);
    if ([...form.keys()].sort().join() !== 'assertion,grant_type' || form.get('grant_type') !== GRANT) return 'form';
    let decoded: jwt.Jwt;
    try {
      const options = { algorithms: ['RS256', 'RS384', 'RS512'] as jwt.Algorithm[], complete: true as const };
      decoded = jwt.verify(form.get('assertion') ?? '', this.publicKey, options);
    } catch (error) {
      return (error as Error).message;
    }
    const { header, payload } = decoded;
    if (typeof payload === 'string') return 'payload';
    if (header.kid !== this.keyId) return 'kid';
    if (Object.keys(payload).sort().join() !== CLAIMS.join()) return 'claims';
    if (payload.aud !== this.issuer) return 'aud';
    if (payload.iss !== this.clientId) return 'iss';
    if (payload.scope !== SCOPE) return 'scope';
    if (Math.abs(payload.iat! - Date.now() / 1_000) > 10) return 'iat';
    if (payload.exp! - payload.iat! > 120) return 'exp';
    if (!payload.jti || this.used.has(payload.jti)) return 'jti';
    this.used.add(payload.jti);
    return undefined;
  }

  private async givePerson({ url = '', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, number] = /^\/v1\/personer\/(\d+)$/.exec(url) ?? [];
    if (number === undefined) return send(response, 404, {});
    this.asked.push(number);
    const given = this.valid.get(headers.authorization?.replace(/^Bearer /, '') ?? '');
    if (!given || given.untilMs <= Date.now()) return send(response, 401, {}, { 'www-authenticate': 'Bearer' });
    if (!given.scope.split(' ').includes(SCOPE)) return send(response, 403, {});
    const { behaviour } = this;
    if (behaviour.kind === 'slow' && !behaviour.except?.includes(number))
      await new Promise((resolve) => setTimeout(resolve, behaviour.ms));
    if (behaviour.kind === 'malformed') return send(response, 200, '{"hprNummer": ');
    if (behaviour.kind === 'redirects') return send(response, 302, {}, { location: `${this.url}/elsewhere` });
    if (behaviour.kind === 'status') {
      const { status, retryAfter } = behaviour;
      return send(response, status, {}, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
    }
    const person = this.persons.get(number);
    send(response, person ? 200 : 404, person ?? {});
  }
}
