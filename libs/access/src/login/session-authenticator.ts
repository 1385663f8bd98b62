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

  authenticate({ cookies, headers }: FastifyRequest): Promise<Principal | undefined> {
    // A screen that is left open follows the log by itself: its session has to end all the same.
    const isFollowing = headers.accept === 'text/event-stream';
    return this.sessions.principal(cookies[this.cookies.session], !isFollowing);
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
