import { Database } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { newSecret, secretHash } from './browser-secret';
import type { Asked } from './open-id-login';

/** A log-in that has begun. */
export interface LoginAttempt extends Asked {
  /** The way that was chosen; an answer for another is none (mix-up). */
  readonly login: string;
  /** The page that was asked for. */
  readonly returnTo: string;
}

interface Row {
  readonly login: string;
  readonly state: string;
  readonly nonce: string;
  readonly code_verifier: string;
  readonly return_to: string;
}

/** As long as somebody may take at the provider. */
export const ATTEMPT_SECONDS = 600;

/** Log-ins that have begun: each is good once, in the browser that began it. */
@Injectable()
export class LoginAttempts {
  constructor(private readonly database: Database) {}

  /** Keeps it and gives what the browser has to hold. */
  async keep({ login, state, nonce, codeVerifier, returnTo }: LoginAttempt): Promise<string> {
    const secret = newSecret();
    await this.database.query(
      `with gone as (delete from access.login_attempt where begun_at < now() - make_interval(secs => $7))
       insert into access.login_attempt (id_hash, login, state, nonce, code_verifier, return_to)
       values ($1, $2, $3, $4, $5, $6)`,
      [secretHash(secret), login, state, nonce, codeVerifier, returnTo, ATTEMPT_SECONDS],
    );
    return secret;
  }

  /** What this browser began, and no longer has. */
  async take(secret: string | undefined): Promise<LoginAttempt | undefined> {
    const hash = secretHash(secret);
    if (!hash) return undefined;
    const [row] = await this.database.query<Row>(
      `with taken as (delete from access.login_attempt where id_hash = $1 returning *)
       select login, state, nonce, code_verifier, return_to from taken
        where begun_at > now() - make_interval(secs => $2)`,
      [hash, ATTEMPT_SECONDS],
    );
    if (!row) return undefined;
    const { login, state, nonce, code_verifier: codeVerifier, return_to: returnTo } = row;
    return { login, state, nonce, codeVerifier, returnTo };
  }
}
