export { AccessGuard } from './access.guard';
export { AccessModule, type AccessOptions, accessMigrations, accessParts } from './access.module';
export { AdminTokenReader, Authenticator, BearerAuthenticator, type TokenReader } from './authenticator';
export { refuseLargeBodiesOfStrangers } from './early-refusal';
export type { LoginRefusal } from './login/login-refusal';
export { type LoginSettings, Logins } from './login/logins';
export { type MachineClient, MachineClientDirectory } from './machine-client';
export { type MaskinportenSettings, MaskinportenTokens } from './maskinporten/maskinporten-tokens';
export { KeysUnavailable, RemoteKeys, type RemoteKeysOptions } from './maskinporten/remote-keys';
