import { join } from 'node:path';
import { loadOrCreateJwsKey } from '@kull/documents';
import { type Codec, type Migration, migrationsIn, type ReadModel, type WhoseTables } from '@kull/event-store';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { AccessGuard } from './access.guard';
import { accountReadModel } from './accounts/account.v1';
import { accountClassReadModel } from './accounts/account-class.v1';
import { accountsCodec } from './accounts/accounts.codec';
import { AccountsController } from './accounts/accounts.controller';
import { AccountQueries } from './accounts/accounts.query';
import { ChangeAccountHandler } from './accounts/change-account';
import { AdminTokenReader, Authenticator, BearerAuthenticator } from './authenticator';
import { COOKIE_NAMES, type CookieNames, cookieNames } from './login/browser-secret';
import { KnownPersons, LOGIN_NATIONAL_IDS } from './login/known-persons';
import { LoginController } from './login/login.controller';
import { LoginAttempts } from './login/login-attempts';
import { type LoginSettings, Logins } from './login/logins';
import { LoginsController } from './login/logins.controller';
import { SessionAuthenticator, TokenElseSession } from './login/session-authenticator';
import { Sessions } from './login/sessions';
import { type MaskinportenSettings, MaskinportenTokens } from './maskinporten/maskinporten-tokens';
import { AccessTokens } from './oauth/access-tokens';
import { ClientAssertions } from './oauth/client-assertion';
import { OAuthMetadataController } from './oauth/metadata.controller';
import { OAUTH_SETTINGS, oauthSettings } from './oauth/oauth-settings';
import { TokenController } from './oauth/token.controller';
import { OwnRowsInterceptor } from './own-rows.interceptor';

export const accessMigrations: readonly Migration[] = migrationsIn('access', join(__dirname, 'sql'));

/** What is stored of accounts, and what is read of them. */
export const accessParts: {
  readonly codecs: readonly Codec[];
  readonly readModels: readonly ReadModel[];
  readonly whose: WhoseTables;
} = {
  codecs: [accountsCodec],
  readModels: [accountReadModel, accountClassReadModel],
  whose: {
    'access.session': { staff: 'who is logged in' },
    'access.login_attempt': { staff: 'who is logging in' },
    'access.used_assertion': { staff: 'of the machines of the association' },
  },
};

export interface AccessOptions {
  readonly adminToken: string;
  /** Where the key that signs access tokens is kept; made at the first start. */
  readonly keysFolder: string;
  /** Where the service is reached: issuer of access tokens. */
  readonly baseUrl: string;
  /** Absent: tokens of Maskinporten are not taken. */
  readonly maskinporten?: MaskinportenSettings;
  /** How people log in, in the order in which it is offered. */
  readonly logins: readonly LoginSettings[];
  /** Whether somebody with a synthetic national id may be made known at the log-in; a production setting says no. */
  readonly acceptSynthetic: boolean;
}

/**
 * Who may do what, for every operation of every context. Needs `Database`, `People`, a `MachineClientDirectory` and
 * `Newcomers`.
 */
@Module({})
export class AccessModule {
  static forRoot(options: AccessOptions): DynamicModule {
    const { adminToken, keysFolder, baseUrl, maskinporten, logins, acceptSynthetic } = options;
    const authenticator = (tokens: AccessTokens, sessions: Sessions, cookies: CookieNames): Authenticator =>
      new TokenElseSession(
        new BearerAuthenticator([
          new AdminTokenReader(adminToken),
          tokens,
          ...(maskinporten ? [new MaskinportenTokens(maskinporten)] : []),
        ]),
        new SessionAuthenticator(sessions, cookies),
      );
    return {
      module: AccessModule,
      imports: [CqrsModule],
      controllers: [TokenController, OAuthMetadataController, AccountsController, LoginsController, LoginController],
      providers: [
        {
          provide: OAUTH_SETTINGS,
          useFactory: async () => oauthSettings(baseUrl, await loadOrCreateJwsKey(keysFolder, 'access-token-key.json')),
        },
        { provide: COOKIE_NAMES, useValue: cookieNames(baseUrl) },
        { provide: Logins, useValue: new Logins(logins, baseUrl) },
        ClientAssertions,
        AccessTokens,
        AccountQueries,
        ChangeAccountHandler,
        LoginAttempts,
        KnownPersons,
        { provide: LOGIN_NATIONAL_IDS, useValue: { acceptSynthetic } },
        Sessions,
        { provide: Authenticator, useFactory: authenticator, inject: [AccessTokens, Sessions, COOKIE_NAMES] },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: OwnRowsInterceptor },
      ],
      exports: [Authenticator, Logins],
    };
  }
}
