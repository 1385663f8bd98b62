import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A question was asked too often; the same one may be asked again after so many seconds. */
export class TooManyQuestions extends Error {
  override readonly name = 'TooManyQuestions';

  constructor(readonly retryAfterSeconds: number) {
    super('TOO_MANY_REQUESTS');
  }
}

type Counter = ReturnType<FastifyInstance['createRateLimit']>;

const TEN_MINUTES = 600_000;

/** How many questions without a right answer are taken: of one caller, and of all of them together. */
export const LOOKUP_LIMITS = {
  unknown: { perCaller: 30, ofAll: 1000 },
  name: { perCaller: 10, perCertificate: 10 },
  windowMs: TEN_MINUTES,
} as const;

interface Counters {
  readonly unknownOfCaller: Counter;
  readonly unknownOfAll: Counter;
  readonly namesOfCaller: Counter;
  readonly namesOfCertificate: Counter;
}

const one = (max: number, keyOf?: (request: FastifyRequest) => string) => ({
  max: max - 1,
  timeWindow: TEN_MINUTES,
  cache: 50_000,
  ...(keyOf && { keyGenerator: keyOf }),
});

const numberOf = ({ params }: FastifyRequest): string =>
  String((params as { readonly number?: unknown }).number)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '');

const countersOf = (fastify: FastifyInstance): Counters => ({
  unknownOfCaller: fastify.createRateLimit(one(LOOKUP_LIMITS.unknown.perCaller)),
  unknownOfAll: fastify.createRateLimit(one(LOOKUP_LIMITS.unknown.ofAll, () => 'all')),
  namesOfCaller: fastify.createRateLimit(one(LOOKUP_LIMITS.name.perCaller)),
  namesOfCertificate: fastify.createRateLimit(one(LOOKUP_LIMITS.name.perCertificate, numberOf)),
});

/**
 * Slows down whoever tries numbers, secret addresses and names (reliability.md S14, S37). Counted in this process, so
 * that nothing else has to be up for a certificate to be checked.
 */
@Injectable()
export class LookupLimits {
  private counters: Counters | undefined;

  /** @throws TooManyQuestions when this caller has had too many wrong ones, whatever is asked now */
  async admit(request: FastifyRequest): Promise<void> {
    await this.refuseWhenSpent(this.of(request).unknownOfCaller, request);
  }

  /**
   * To be asked before an answer to somebody who has shown no key: a flood of wrong questions from everywhere must not
   * tell the right ones apart.
   * @throws TooManyQuestions
   */
  async admitStranger(request: FastifyRequest): Promise<void> {
    await this.refuseWhenSpent(this.of(request).unknownOfAll, request);
  }

  /** Notes a question that led to nothing. */
  async noteUnknown(request: FastifyRequest): Promise<void> {
    const { unknownOfCaller, unknownOfAll } = this.of(request);
    await Promise.all([unknownOfCaller(request), unknownOfAll(request)]);
  }

  /** Notes a question for a name. @throws TooManyQuestions */
  async admitName(request: FastifyRequest): Promise<void> {
    const { namesOfCaller, namesOfCertificate } = this.of(request);
    for (const counter of [namesOfCaller, namesOfCertificate]) {
      await this.refuseWhenSpent(counter, request);
      await counter(request);
    }
  }

  private of({ server }: FastifyRequest): Counters {
    this.counters ??= countersOf(server);
    return this.counters;
  }

  private async refuseWhenSpent(counter: Counter, request: FastifyRequest): Promise<void> {
    const count = await counter(request, { increment: false });
    if (!count.isAllowed && count.isExceeded) throw new TooManyQuestions(count.ttlInSeconds);
  }
}
