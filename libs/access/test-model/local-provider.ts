import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@kull/kernel';
import { signed, type TestKey, testKey } from './forged';

/** An OpenID provider on this machine that answers with whatever ID token it is told to. */
export class LocalProvider {
  /** What the token endpoint answers with. */
  idToken = '';
  state: 'well' | 'down' | 'failing' = 'well';

  private constructor(
    private readonly server: Server,
    readonly key: TestKey,
  ) {}

  static async start(): Promise<LocalProvider> {
    const server = createServer();
    const provider = new LocalProvider(server, await testKey('RS256', 'op-1'));
    server.on('request', (request: IncomingMessage, reply) => {
      if (provider.state === 'down') return void request.socket.destroy();
      if (provider.state === 'failing') return void reply.writeHead(503).end();
      reply.writeHead(200, { 'content-type': 'application/json' });
      reply.end(JSON.stringify(provider.answer(request.url ?? '')));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The claims of a good ID token for the client `kull`. */
  claims(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    const iat = Math.floor(Date.parse(systemClock.now()) / 1_000);
    const who = { sub: 'kari', sid: 's-1', pid: '15877512345', acr: 'high' };
    return { iss: this.issuer, aud: 'kull', ...who, iat, exp: iat + 120, ...over };
  }

  token(over: Readonly<Record<string, unknown>> = {}, header: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return signed(this.claims(over), this.key, header);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private answer(url: string): object {
    const { issuer } = this;
    if (url.startsWith('/jwks')) return { keys: [this.key.publicJwk] };
    if (url.startsWith('/token')) return { access_token: 'a', token_type: 'Bearer', id_token: this.idToken };
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/end`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    };
  }
}
