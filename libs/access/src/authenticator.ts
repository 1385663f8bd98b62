import { createHash, timingSafeEqual } from 'node:crypto';
import type { Principal } from '@kull/http';
import type { FastifyRequest } from 'fastify';

/** Finds out who a request comes from. Undefined: nobody that we know. */
export abstract class Authenticator {
  abstract authenticate(request: FastifyRequest): Principal | undefined;
}

const BEARER = /^Bearer ([\x21-\x7e]{1,4096})$/i;
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** One administrator, known by the token that the installation was started with. */
export class TokenAuthenticator extends Authenticator {
  private readonly expected: Buffer;

  constructor(adminToken: string) {
    super();
    this.expected = digest(adminToken);
  }

  authenticate({ headers }: FastifyRequest): Principal | undefined {
    const token = BEARER.exec(headers.authorization ?? '')?.[1];
    // Digests have one length, so the comparison takes one time whatever was sent.
    if (token === undefined || !timingSafeEqual(digest(token), this.expected)) return undefined;
    return { actor: 'admin', roles: ['administrator'] };
  }
}
