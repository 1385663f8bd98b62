import { ALLOWED_ROLES, Problem, PUBLIC, type Role } from '@kull/http';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator } from './authenticator';

export const notAuthenticated = (): Problem =>
  new Problem({ status: 401, code: 'NOT_AUTHENTICATED', title: 'Du er ikke logget inn' });

const notAllowed = (): Problem =>
  new Problem({ status: 403, code: 'NOT_ALLOWED', title: 'Du har ikke tilgang til dette' });

/** Denies unless the operation is public, or allowed for a role of the caller. An operation that says neither is denied. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const places = [context.getHandler(), context.getClass()];
    request.principal ??= this.authenticator.authenticate(request);
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, places)) return true;
    const { principal } = request;
    if (!principal) {
      http.getResponse<FastifyReply>().header('WWW-Authenticate', 'Bearer realm="kull"');
      throw notAuthenticated();
    }
    const allowed = this.reflector.getAllAndOverride<readonly Role[] | undefined>(ALLOWED_ROLES, places) ?? [];
    if (!principal.roles.some((role) => allowed.includes(role))) throw notAllowed();
    return true;
  }
}
