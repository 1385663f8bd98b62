import { FormBody, Problem, Public, said } from '@kull/http';
import { People } from '@kull/people';
import { Body, Controller, Get, HttpCode, Inject, Logger, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountQueries } from '../accounts/accounts.query';
import { loginNameOf } from '../accounts/login-name';
import { COOKIE_NAMES, type CookieNames } from './browser-secret';
import { KnownPersons } from './known-persons';
import { ATTEMPT_SECONDS, LoginAttempts } from './login-attempts';
import type { LoginRefusal } from './login-refusal';
import { type LoginSettings, Logins } from './logins';
import type { Identity, OpenIdLogin } from './open-id-login';
import { returnTo } from './return-to';
import { type Holder, Sessions } from './sessions';

/** Of one address, by each process: counted in its memory, so that it holds without Redis (S14). */
const LIMIT = { rateLimit: { max: 60, timeWindow: 60_000 } };

/** The provider sends it again. */
const providerAway = (): Problem =>
  new Problem({
    status: 503,
    code: 'PROVIDER_UNAVAILABLE',
    title: said(
      'Nøklene til innloggingen kan ikke hentes nå',
      'Nøklane til innlogginga kan ikkje hentast no',
      'The keys of the login cannot be fetched now',
    ),
    retryable: true,
    retryAfterSeconds: 30,
  });

const LANGUAGES = new Set(['nb', 'nn', 'en']);

const queryOf = ({ raw }: FastifyRequest): string => raw.url?.split('?', 2)[1] ?? '';

/**
 * Log-in of people at an OpenID provider, and its end. Addresses only: the page that offers the ways in is the web's.
 * Whoever is not let in comes back to that page with the reason.
 */
@ApiExcludeController()
@Controller()
@Public()
export class LoginController {
  private readonly logger = new Logger('login');

  constructor(
    private readonly logins: Logins,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
    private readonly accounts: AccountQueries,
    private readonly people: People,
    private readonly persons: KnownPersons,
    @Inject(COOKIE_NAMES) private readonly cookies: CookieNames,
  ) {}

  /** Sends the browser to the provider. */
  @Get('logg-inn/:login')
  @RouteConfig(LIMIT)
  async begin(
    @Param('login') id: string,
    @Query('til') asked: unknown,
    @Query('lang') language: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const provider = this.providerOf(id);
    const there = this.logins.sameAt(request.host, request.url);
    if (there) {
      await reply.redirect(there, 303);
      return;
    }
    const begun = await provider.begin(typeof language === 'string' && LANGUAGES.has(language) ? language : 'nb');
    const page = returnTo(asked);
    if ('refused' in begun) return this.refuse(reply, id, begun.refused, page);
    const secret = await this.attempts.keep({ ...begun, login: id, returnTo: page });
    this.setCookie(reply, this.cookies.attempt, secret, ATTEMPT_SECONDS);
    await reply.redirect(begun.url, 303);
  }

  /** Takes the browser back from the provider. */
  @Get('logg-inn/:login/svar')
  @RouteConfig(LIMIT)
  async finish(@Param('login') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const provider = this.providerOf(id);
    const attempt = await this.attempts.take(request.cookies[this.cookies.attempt]);
    this.clearCookie(reply, this.cookies.attempt);
    if (!attempt || attempt.login !== id) return this.refuse(reply, id, 'EXPIRED');
    const identity = await provider.finish(queryOf(request), attempt);
    if ('refused' in identity) return this.refuse(reply, id, identity.refused, attempt.returnTo);
    const holder = await this.holderOf(provider.settings, identity);
    if ('refused' in holder) return this.refuse(reply, id, holder.refused, attempt.returnTo);
    await this.sessions.end(request.cookies[this.cookies.session]);
    const secret = await this.sessions.begin({ ...identity, ...holder, login: id });
    this.setCookie(reply, this.cookies.session, secret);
    await reply.redirect(attempt.returnTo, 303);
  }

  /** Logs out here; the page that follows leads on to the provider. */
  @Post('logg-ut')
  @FormBody(LIMIT)
  async end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const login = await this.sessions.end(request.cookies[this.cookies.session]);
    this.clearCookie(reply, this.cookies.session);
    await reply.redirect(login === undefined ? '/logg-inn?ut' : `/logg-inn?ut=${login}`, 303);
  }

  /** On to the provider's own log-out. */
  @Get('logg-inn/:login/ut')
  @RouteConfig(LIMIT)
  async endThere(@Param('login') id: string, @Res() reply: FastifyReply): Promise<void> {
    const url = await this.providerOf(id).endSessionUrl();
    await reply.redirect(url ?? '/logg-inn?ut', 303);
  }

  /** The provider says that somebody has logged out there (OpenID Connect Back-Channel Logout 1.0). */
  @Post('logg-inn/:login/utlogging')
  @HttpCode(200)
  @FormBody(LIMIT)
  async loggedOut(
    @Param('login') id: string,
    @Body() body: Readonly<Record<string, unknown>> | undefined,
  ): Promise<void> {
    const token = body?.logout_token;
    const who = typeof token === 'string' ? await this.providerOf(id).loggedOut(token) : undefined;
    if (who === 'unavailable') throw providerAway();
    if (!who)
      throw new Problem({
        status: 400,
        code: 'LOGOUT_TOKEN_INVALID',
        title: said('Utloggingen er ikke gyldig', 'Utlogginga er ikkje gyldig', 'The logout is not valid'),
      });
    await this.sessions.endAt(id, who);
  }

  private providerOf(id: string): OpenIdLogin {
    const provider = this.logins.provider(id);
    if (!provider) throw Problem.notFound();
    return provider;
  }

  private async holderOf(
    { id, knows }: LoginSettings,
    identity: Identity,
  ): Promise<Holder | { readonly refused: LoginRefusal }> {
    if (knows === 'person') {
      const holder = await this.persons.of(identity);
      return holder ? { knows, holder } : { refused: 'UNKNOWN' };
    }
    const account = await this.accounts.named(loginNameOf(this.people, id, identity.name));
    if (!account) return { refused: 'UNKNOWN' };
    return account.suspendedAt ? { refused: 'SUSPENDED' } : { knows, holder: account.account };
  }

  private async refuse(reply: FastifyReply, login: string, why: LoginRefusal, page = '/'): Promise<void> {
    this.logger.warn({ message: `LOGIN_${why}`, login, requestId: reply.request.id });
    const query = new URLSearchParams({ feil: why, ...(page !== '/' && { til: page }) });
    await reply.redirect(`/logg-inn?${query}`, 303);
  }

  private setCookie(reply: FastifyReply, name: string, value: string, maxAge?: number): void {
    void reply.setCookie(name, value, { ...this.cookieOptions(), maxAge });
  }

  private clearCookie(reply: FastifyReply, name: string): void {
    void reply.clearCookie(name, this.cookieOptions());
  }

  private cookieOptions() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.cookies.secure } as const;
  }
}
