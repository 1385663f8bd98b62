import { Problem, said } from '@kull/http';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

type Counter = ReturnType<FastifyInstance['createRateLimit']>;

const DAY_MS = 86_400_000;
const TEN_MINUTES_MS = 600_000;

/** How many birth dates are taken for one link in a day, and from one address in ten minutes. */
export const BIRTH_DATE_LIMITS = { perLink: 20, perCaller: 30 } as const;

interface Counters {
  readonly ofLink: Counter;
  readonly ofCaller: Counter;
}

const linkOf = ({ params }: FastifyRequest): string => String((params as { readonly token?: unknown }).token);

const upTo = (max: number, timeWindow: number, keyOf?: (request: FastifyRequest) => string) => ({
  max,
  timeWindow,
  cache: 50_000,
  ...(keyOf && { keyGenerator: keyOf }),
});

/**
 * Slows down whoever has somebody's link and tries birth dates: with twenty a day one would take years. Counted in this
 * process; right ones count too, so nothing is learnt from what is left.
 */
@Injectable()
export class BirthDateLimits {
  private counters: Counters | undefined;

  /** Notes one more. @throws Problem TOO_MANY_REQUESTS */
  async admit(request: FastifyRequest): Promise<void> {
    const { ofLink, ofCaller } = this.of(request);
    for (const counter of [ofCaller, ofLink]) {
      const count = await counter(request);
      if (count.isAllowed || !count.isExceeded) continue;
      throw new Problem({
        status: 429,
        code: 'TOO_MANY_REQUESTS',
        title: said(
          'For mange forsøk med fødselsdato',
          'For mange forsøk med fødselsdato',
          'Too many attempts with a birth date',
        ),
        retryAfterSeconds: count.ttlInSeconds,
      });
    }
  }

  private of({ server }: FastifyRequest): Counters {
    const { perLink, perCaller } = BIRTH_DATE_LIMITS;
    this.counters ??= {
      ofLink: server.createRateLimit(upTo(perLink, DAY_MS, linkOf)),
      ofCaller: server.createRateLimit(upTo(perCaller, TEN_MINUTES_MS)),
    };
    return this.counters;
  }
}
