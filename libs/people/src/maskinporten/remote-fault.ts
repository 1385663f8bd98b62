/**
 * Why a service that was asked gave no answer.
 * - `REFUSED`: it does not accept us: client, key, scope. Asking again changes nothing until somebody mends that.
 * - `UNAVAILABLE`: it is down, slow, busy, or cannot be reached. Later may be better.
 * - `UNREADABLE`: it answered something else than it documents.
 */
export type Unanswered = 'REFUSED' | 'UNAVAILABLE' | 'UNREADABLE';

/** A service gave no answer. The message holds its name and a code; never a token, a number or what it said. */
export class RemoteFault extends Error {
  override readonly name = 'RemoteFault';

  constructor(
    readonly why: Unanswered,
    readonly service: string,
    readonly code: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(`${service}: ${code}`);
  }
}
