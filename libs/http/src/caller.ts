import type { CommandContext } from '@kull/event-store';
import { type Clock, type Instant, newUuid, type Uuid, uuidOf } from '@kull/kernel';
import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiSecurity } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { said } from './language';
import { Problem } from './problem';

/** Roles that are given for certain classes. */
export const classRoles = ['coordinator', 'teacher'] as const;
export type ClassRole = (typeof classRoles)[number];

export type Role = 'administrator' | ClassRole | 'assessor' | 'grader' | 'auditor' | 'association' | 'student';

/** Which classes somebody may ask about: all, or these. */
export type ClassReach = 'all' | readonly string[];

/** Who a request comes from, as `@kull/access` found out. */
export interface Principal {
  /** Opaque: `admin-1`, a student's id. Never a name. */
  readonly actor: string;
  readonly roles: readonly Role[];
  /** Of a machine: the organisation that it acts for, and sees the deliveries of. */
  readonly orgNumber?: string;
  /** Of a machine: what its token may be used for. People have roles only. */
  readonly scopes?: readonly string[];
  /** Of a coordinator or teacher: the classes that the role was given for. */
  readonly classesAs?: Readonly<Partial<Record<ClassRole, readonly string[]>>>;
  /**
   * Whoever runs the installation, by its token: may say who did what, since taking a folder in repeats what others did.
   * Everybody else acts in their own name.
   */
  readonly isOperator?: true;
}

/** The Idempotency-Key of a POST and the hash of what it asks for. */
export interface RequestIdentity {
  readonly key: string;
  readonly hash: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    principal?: Principal;
    /** The roles of the principal by which the operation was allowed. */
    allowedAs?: readonly Role[];
    identity?: RequestIdentity;
    contextsMade?: number;
    clock?: Clock;
  }
}

export const PUBLIC = Symbol('public');
export const ALLOWED_ROLES = Symbol('allowed roles');
export const NEEDED_SCOPE = Symbol('needed scope');
export const FOR_PEOPLE = Symbol('for people');

/** What a machine's token may be used for: the scopes of the association's machines (domain.md 4). */
export const machineScopes = ['bi:kull/certificates.read', 'bi:kull/receipts.write', 'bi:kull/webhooks.write'] as const;
export type MachineScope = (typeof machineScopes)[number];

/** The scope that a machine needs for this operation; without it, `bi:kull/certificates.read`. */
export const NeedsScope = (scope: MachineScope): MethodDecorator & ClassDecorator => SetMetadata(NEEDED_SCOPE, scope);

/** A page for people: the token of a machine does not open it, whatever it is good for. */
export const ForPeople = (): MethodDecorator & ClassDecorator => SetMetadata(FOR_PEOPLE, true);

/** Anybody may call this operation. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

/** How the association's machines log in: either way gives a bearer token. */
const machineSecurity = (roles: readonly Role[]): readonly MethodDecorator[] =>
  roles.includes('association') ? [ApiSecurity('oauth2'), ApiSecurity('maskinporten')] : [];

/** Callers with one of these roles may call this operation; nobody else. */
export const Allow = (...roles: readonly [Role, ...Role[]]): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ALLOWED_ROLES, roles), ApiBearerAuth('bearer'), ...machineSecurity(roles));

/** The caller of the operation, and the context for the commands that it gives. */
export interface Caller extends Principal {
  /** The roles by which this operation is allowed. */
  readonly allowedAs: readonly Role[];
  /**
   * The classes that the caller may ask about here, by the roles for which the operation is allowed: a teacher of one
   * class who coordinates another sees only the latter where teachers have no business. For the condition of a list.
   */
  readonly classes: ClassReach;
  /** Whether this class is one of them. One that is not there is nobody's, so it is refused in the same words. */
  mayClass(classId: string): boolean;
  /**
   * Who did what is asked for: the caller. Only the operator may name another; whoever else tries is refused
   * (reliability.md S30).
   */
  by(named?: string): string;
  /**
   * The context of a command. Its id is made from the caller, the Idempotency-Key and the request, so that a POST
   * repeated after a crash gives the same command, whatever the clock says by then. The second call within one request
   * gives the second id, and so on.
   */
  context(parts?: {
    readonly occurredAt?: Instant;
    readonly commandId?: Uuid;
    readonly source?: string;
  }): CommandContext;
}

const anonymous: Principal = { actor: 'anonymous', roles: [] };

export const principalOf = (request: FastifyRequest): Principal => request.principal ?? anonymous;

const nextCommandId = (request: FastifyRequest, actor: string): Uuid => {
  const { identity } = request;
  if (!identity) return newUuid();
  const made = request.contextsMade ?? 0;
  request.contextsMade = made + 1;
  return uuidOf('http', actor, identity.key, identity.hash, made);
};

const reachOf: Readonly<Record<Role, 'all' | 'given' | 'none'>> = {
  administrator: 'all',
  grader: 'all',
  coordinator: 'given',
  teacher: 'given',
  assessor: 'none',
  auditor: 'none',
  association: 'none',
  student: 'none',
};

const classReach = ({ classesAs }: Principal, roles: readonly Role[]): ClassReach =>
  roles.some((role) => reachOf[role] === 'all')
    ? 'all'
    : classRoles.filter((role) => roles.includes(role)).flatMap((role) => classesAs?.[role] ?? []);

const otherName = (): Problem =>
  new Problem({
    status: 403,
    code: 'OWN_NAME_ONLY',
    title: said(
      'Du kan bare gjøre dette i ditt eget navn',
      'Du kan berre gjere dette i ditt eige namn',
      'You can do this only in your own name',
    ),
    detail: said(
      'La den andre logge inn og gjøre sin del selv. Ingenting er endret.',
      'La den andre logge inn og gjere sin del sjølv. Ingenting er endra.',
      'Let the other person log in and do their part themselves. Nothing has been changed.',
    ),
  });

/** Makes the caller of a request. */
export const callerOf = (request: FastifyRequest): Caller => {
  const principal = principalOf(request);
  const { actor, isOperator } = principal;
  const { allowedAs = [] } = request;
  const classes = classReach(principal, allowedAs);
  return {
    ...principal,
    allowedAs,
    classes,
    mayClass: (classId) => classes === 'all' || classes.includes(classId),
    by: (named = actor) => {
      if (named !== actor && !isOperator) throw otherName();
      return named;
    },
    context: ({ occurredAt = request.clock!.now(), commandId, source = 'http' } = {}) => ({
      commandId: commandId ?? nextCommandId(request, actor),
      actor,
      correlationId: request.id,
      source,
      occurredAt,
    }),
  };
};

/** Injects the caller: `@Caller() caller: Caller`. */
export const Caller = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Caller => callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
