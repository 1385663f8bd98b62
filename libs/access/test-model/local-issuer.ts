import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@kull/kernel';
import { signed, type TestKey, testKey } from './forged';

/** An issuer of tokens on this machine that behaves as Maskinporten is documented to, and worse when told to. */
export class LocalIssuer {
  asked = 0;
  state: 'well' | 'down' | 'slow' | 'redirecting' = 'well';
  published: readonly TestKey[];

  private constructor(
    private readonly server: Server,
    readonly key: TestKey,
  ) {
    this.published = [key];
  }

  static async start(): Promise<LocalIssuer> {
    const server = createServer();
    const issuer = new LocalIssuer(server, await testKey('RS256', 'mp-1'));
    server.on('request', (_request, reply) => {
      issuer.asked += 1;
      if (issuer.state === 'slow') return;
      if (issuer.state === 'down') return void reply.writeHead(503).end();
      if (issuer.state === 'redirecting') return void reply.writeHead(302, { location: issuer.jwksUrl }).end();
      reply.writeHead(200, { 'content-type': 'application/json' });
      reply.end(JSON.stringify({ keys: issuer.published.map(({ publicJwk }) => publicJwk) }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return issuer;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  get jwksUrl(): string {
    return `${this.issuer}jwk`;
  }

  /** The claims of a good token: LF as consumer, for our API. */
  claims(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    const now = Math.floor(Date.parse(systemClock.now()) / 1_000);
    return {
      iss: this.issuer,
      aud: 'https://kull.example.no/api/v1',
      token_type: 'Bearer',
      client_amr: 'private_key_jwt',
      client_id: '3a1f0c1e-7d2b-4b2a-9c55-0a4f5f6e7d8c',
      scope: 'bi:kull/certificates.read',
      consumer: { authority: 'iso6523-actorid-upis', ID: '0192:960474341' },
      jti: 'abc',
      iat: now,
      exp: now + 119,
      ...over,
    };
  }

  token(over: Readonly<Record<string, unknown>> = {}, key: TestKey = this.key): Promise<string> {
    return signed(this.claims(over), key);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
