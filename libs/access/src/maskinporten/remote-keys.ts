import { type Clock, systemClock } from '@kull/kernel';
import type { JWK } from 'jose';

/** The issuer's keys could not be fetched, and none that we have is the one. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

export interface RemoteKeysOptions {
  readonly url: string;
  /** Not asked again sooner than this, whatever tokens come in. */
  readonly pauseMs?: number;
  /** After this long the keys are asked for again, while those that we have go on being good. */
  readonly freshMs?: number;
  /** After this long without an answer the keys that we have are no longer trusted. */
  readonly trustedMs?: number;
  readonly timeoutMs?: number;
  readonly clock?: Clock;
}

const MINUTE = 60_000;
const LARGEST_ANSWER = 200_000;

const jwksIn = (text: string): readonly JWK[] => {
  const { keys } = JSON.parse(text) as { keys?: unknown };
  if (!Array.isArray(keys)) throw new Error('no JWK Set');
  return keys.filter((key): key is JWK => typeof key === 'object' && key !== null);
};

/**
 * The keys that an issuer publishes. A key that is known is used without waiting; one that is not makes us ask, at most
 * once a pause, so that invented key ids cannot make us ask more. The issuer being down stops only keys that are new.
 */
export class RemoteKeys {
  private keys: readonly JWK[] = [];
  private fetchedAt = Number.NEGATIVE_INFINITY;
  private askedAt = Number.NEGATIVE_INFINITY;
  private answered = true;
  private asking: Promise<void> | undefined;

  constructor(private readonly options: RemoteKeysOptions) {}

  /**
   * The keys with this id: none when the issuer has none.
   * @throws KeysUnavailable when the issuer could not be asked
   */
  async find(kid: string): Promise<readonly JWK[]> {
    const { freshMs = 10 * MINUTE, trustedMs = 24 * 60 * MINUTE } = this.options;
    const age = this.now() - this.fetchedAt;
    const known = age <= trustedMs ? this.having(kid) : [];
    if (known.length > 0) {
      if (age > freshMs) void this.ask();
      return known;
    }
    await this.ask();
    const found = this.having(kid);
    if (!this.answered) throw new KeysUnavailable('the keys of the issuer could not be fetched');
    return found;
  }

  private having(kid: string): readonly JWK[] {
    return this.keys.filter((key) => key.kid === kid);
  }

  private now(): number {
    return Date.parse((this.options.clock ?? systemClock).now());
  }

  /** Asks the issuer unless that was done a moment ago; several that want to ask at once ask once. */
  private async ask(): Promise<void> {
    if (!this.asking) {
      if (this.now() - this.askedAt < (this.options.pauseMs ?? MINUTE / 2)) return;
      this.askedAt = this.now();
      this.asking = this.fetch().finally(() => {
        this.asking = undefined;
      });
    }
    await this.asking;
  }

  private async fetch(): Promise<void> {
    try {
      const { url, timeoutMs = 3_000 } = this.options;
      const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
      const text = await answer.text();
      if (!answer.ok || text.length > LARGEST_ANSWER) throw new Error(`the issuer answered ${answer.status}`);
      this.keys = jwksIn(text);
      this.fetchedAt = this.now();
      this.answered = true;
    } catch {
      this.answered = false;
    }
  }
}
