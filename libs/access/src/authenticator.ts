import { createHash, timingSafeEqual } from 'node:crypto';
import type { Principal } from '@kull/http';
import type { FastifyRequest } from 'fastify';

/** Finds out who a request comes from. Undefined: nobody that we know. */
export abstract class Authenticator {
  abstract authenticate(request: FastifyRequest): Promise<Principal | undefined>;
}

/** Knows the bearers of one kind of token. Undefined: not one of these, or not a valid one. */
export interface TokenReader {
  read(token: string): Promise<Principal | undefined>;
}

const BEARER = /^Bearer ([\x21-\x7e]{1,4096})$/i;
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The operator, an administrator known by the token that the installation was started with. */
export class AdminTokenReader implements TokenReader {
  private readonly expected: Buffer;

  constructor(adminToken: string) {
    this.expected = digest(adminToken);
  }

  async read(token: string): Promise<Principal | undefined> {
    // Digests have one length, so the comparison takes one time whatever was sent.
    if (!timingSafeEqual(digest(token), this.expected)) return undefined;
    return { actor: 'admin', roles: ['administrator'], isOperator: true };
  }
}

/** Whoever bears a token that one of the readers knows. */
export class BearerAuthenticator extends Authenticator {
  constructor(private readonly readers: readonly TokenReader[]) {
    super();
  }

  async authenticate({ headers }: FastifyRequest): Promise<Principal | undefined> {
    const token = BEARER.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) return undefined;
    for (const reader of this.readers) {
      const principal = await reader.read(token);
      if (principal) return principal;
    }
    return undefined;
  }
}
