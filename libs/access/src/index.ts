export { AccessGuard } from './access.guard';
export { AccessModule } from './access.module';
export { Authenticator, TokenAuthenticator } from './authenticator';
export { refuseLargeBodiesOfStrangers } from './early-refusal';
