import { Database } from '@kull/event-store';
import { newUuid, type Uuid } from '@kull/kernel';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { RequestIdentity } from './caller';

/** An answer as it was first given. */
export interface RememberedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What a POST finds under its key. */
export type Claim =
  | { readonly kind: 'mine'; readonly attempt: Uuid }
  | { readonly kind: 'answered'; readonly answer: RememberedAnswer }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'other-request' };

/** A claim that is not renewed for so long belongs to a process that is gone. */
const LEASE = `interval '10 seconds'`;
const RENEW_EVERY_MS = 3_000;
const KEPT = `interval '30 days'`;
const FORGET_EVERY_MS = 3_600_000;

const CLAIM = `
  insert into http.idempotency as known (principal, key, request_hash, attempt, claimed_until)
  values ($1, $2, $3, $4, clock_timestamp() + ${LEASE})
  on conflict (principal, key) do update set attempt = excluded.attempt, claimed_until = excluded.claimed_until
    where known.status is null and known.request_hash = excluded.request_hash
      and known.claimed_until < clock_timestamp()
  returning attempt`;

/** Remembers for 30 days what each POST was answered (reliability.md 7, Stripe's idempotency keys). */
@Injectable()
export class IdempotencyMemory implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.forgetOld().catch(() => undefined), FORGET_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async claim(principal: string, { key, hash }: RequestIdentity): Promise<Claim> {
    const attempt = newUuid();
    const mine = await this.database.query(CLAIM, [principal, key, hash, attempt]);
    if (mine.length > 0) return { kind: 'mine', attempt };
    const [known] = await this.database.query<RememberedAnswer & { request_hash: string }>(
      'select request_hash, status, headers, body from http.idempotency where principal = $1 and key = $2',
      [principal, key],
    );
    // Given back between the two statements: the caller tries again.
    if (!known) return { kind: 'in-progress' };
    if (known.request_hash !== hash) return { kind: 'other-request' };
    if (known.status === null) return { kind: 'in-progress' };
    return { kind: 'answered', answer: known };
  }

  /** Keeps the claim alive while the work goes on. */
  renewing(attempt: Uuid, principal: string, key: string): { stop(): void } {
    const renew = () =>
      this.database.query(
        `update http.idempotency set claimed_until = clock_timestamp() + ${LEASE}
         where principal = $1 and key = $2 and attempt = $3`,
        [principal, key, attempt],
      );
    const timer = setInterval(() => void renew().catch(() => undefined), RENEW_EVERY_MS);
    return { stop: () => clearInterval(timer) };
  }

  async remember(attempt: Uuid, principal: string, key: string, answer: RememberedAnswer): Promise<void> {
    await this.database.query(
      `update http.idempotency set status = $4, headers = $5, body = $6
       where principal = $1 and key = $2 and attempt = $3`,
      [principal, key, attempt, answer.status, JSON.stringify(answer.headers), answer.body],
    );
  }

  /** Gives the key back: nothing was decided under it. */
  async giveBack(attempt: Uuid, principal: string, key: string): Promise<void> {
    await this.database.query(
      'delete from http.idempotency where principal = $1 and key = $2 and attempt = $3 and status is null',
      [principal, key, attempt],
    );
  }

  private async forgetOld(): Promise<void> {
    await this.database.query(`delete from http.idempotency where created_at < now() - ${KEPT}`);
  }
}
