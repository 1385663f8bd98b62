import { ALLOWED_ROLES, FOR_PEOPLE, NEEDED_SCOPE, Problem, PUBLIC, type Role, said } from '@kull/http';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator } from './authenticator';

/** What every machine may be asked to have, where an operation names no scope of its own. */
const READ = 'bi:kull/certificates.read';

export const notAuthenticated = (): Problem =>
  new Problem({
    status: 401,
    code: 'NOT_AUTHENTICATED',
    title: said('Du er ikke logget inn', 'Du er ikkje logga inn', 'You are not logged in'),
  });

const notAllowed = (): Problem =>
  new Problem({
    status: 403,
    code: 'NOT_ALLOWED',
    title: said('Du har ikke tilgang til dette', 'Du har ikkje tilgang til dette', 'You have no access to this'),
  });

const scopeMissing = (scope: string): Problem =>
  new Problem({
    status: 403,
    code: 'SCOPE_MISSING',
    title: said('Tokenet gjelder ikke for dette', 'Tokenet gjeld ikkje for dette', 'The token is not good for this'),
    detail: said(
      `Be om et token med scope ${scope}.`,
      `Be om eit token med scope ${scope}.`,
      `Ask for a token with the scope ${scope}.`,
    ),
  });

/**
 * Denies unless the operation is public, or allowed for a role of the caller and, for a machine, by a scope of its token.
 * An operation that says neither is denied.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const places = [context.getHandler(), context.getClass()];
    request.principal ??= await this.authenticator.authenticate(request);
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, places)) return true;
    const { principal } = request;
    const reply = http.getResponse<FastifyReply>();
    if (!principal) {
      reply.header('WWW-Authenticate', 'Bearer realm="kull"');
      throw notAuthenticated();
    }
    const allowed = this.reflector.getAllAndOverride<readonly Role[] | undefined>(ALLOWED_ROLES, places) ?? [];
    request.allowedAs = principal.roles.filter((role) => allowed.includes(role));
    if (request.allowedAs.length === 0) throw notAllowed();
    if (principal.scopes && this.reflector.getAllAndOverride<boolean | undefined>(FOR_PEOPLE, places))
      throw notAllowed();
    const scope = this.reflector.getAllAndOverride<string | undefined>(NEEDED_SCOPE, places) ?? READ;
    if (principal.scopes && !principal.scopes.includes(scope)) {
      reply.header('WWW-Authenticate', `Bearer realm="kull", error="insufficient_scope", scope="${scope}"`);
      throw scopeMissing(scope);
    }
    return true;
  }
}
