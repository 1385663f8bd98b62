import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Authenticator, TokenAuthenticator } from './authenticator';

/** Who may do what, for every operation of every context. */
@Module({})
export class AccessModule {
  static forRoot({ adminToken }: { readonly adminToken: string }): DynamicModule {
    return {
      module: AccessModule,
      providers: [
        { provide: Authenticator, useFactory: () => new TokenAuthenticator(adminToken) },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [Authenticator],
    };
  }
}
