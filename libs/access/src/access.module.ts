import { join } from 'node:path';
import { loadOrCreateJwsKey } from '@kull/documents';
import { type Migration, migrationsIn } from '@kull/event-store';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { AdminTokenReader, Authenticator, BearerAuthenticator } from './authenticator';
import { type MaskinportenSettings, MaskinportenTokens } from './maskinporten/maskinporten-tokens';
import { AccessTokens } from './oauth/access-tokens';
import { ClientAssertions } from './oauth/client-assertion';
import { OAuthMetadataController } from './oauth/metadata.controller';
import { OAUTH_SETTINGS, oauthSettings } from './oauth/oauth-settings';
import { TokenController } from './oauth/token.controller';

export const accessMigrations: readonly Migration[] = migrationsIn('access', join(__dirname, 'sql'));

export interface AccessOptions {
  readonly adminToken: string;
  /** Where the key that signs access tokens is kept; made at the first start. */
  readonly keysFolder: string;
  /** Where the service is reached: issuer of access tokens. */
  readonly baseUrl: string;
  /** Absent: tokens of Maskinporten are not taken. */
  readonly maskinporten?: MaskinportenSettings;
}

/** Who may do what, for every operation of every context. Needs `Database` and a `MachineClientDirectory`. */
@Module({})
export class AccessModule {
  static forRoot({ adminToken, keysFolder, baseUrl, maskinporten }: AccessOptions): DynamicModule {
    const authenticator = (tokens: AccessTokens): Authenticator =>
      new BearerAuthenticator([
        new AdminTokenReader(adminToken),
        tokens,
        ...(maskinporten ? [new MaskinportenTokens(maskinporten)] : []),
      ]);
    return {
      module: AccessModule,
      controllers: [TokenController, OAuthMetadataController],
      providers: [
        {
          provide: OAUTH_SETTINGS,
          useFactory: async () => oauthSettings(baseUrl, await loadOrCreateJwsKey(keysFolder, 'access-token-key.json')),
        },
        ClientAssertions,
        AccessTokens,
        { provide: Authenticator, useFactory: authenticator, inject: [AccessTokens] },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [Authenticator],
    };
  }
}
