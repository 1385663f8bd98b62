import type { Principal } from '@kull/http';
import type { FastifyRequest } from 'fastify';
import { Authenticator } from '../authenticator';
import type { CookieNames } from './browser-secret';
import type { Sessions } from './sessions';

/** Whoever is logged in, by the cookie of the session. */
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookies: CookieNames,
  ) {
    super();
  }

  authenticate({ cookies }: FastifyRequest): Promise<Principal | undefined> {
    return this.sessions.principal(cookies[this.cookies.session]);
  }
}

/** A request that names a token goes by it alone; any other by its session. */
export class TokenElseSession extends Authenticator {
  constructor(
    private readonly tokens: Authenticator,
    private readonly sessions: Authenticator,
  ) {
    super();
  }

  authenticate(request: FastifyRequest): Promise<Principal | undefined> {
    const { authorization } = request.headers;
    return (authorization === undefined ? this.sessions : this.tokens).authenticate(request);
  }
}
