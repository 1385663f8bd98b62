import rateLimit from '@fastify/rate-limit';
import { Problem, said } from '@kull/http';
import type { FastifyInstance } from 'fastify';

/**
 * Counts calls per address on the routes that name a `rateLimit` in their configuration, in the memory of this process:
 * it holds whether or not Redis is there. The address is the connection's, never what a header says (S14).
 */
export const slowDownRepeaters = async (fastify: FastifyInstance): Promise<void> => {
  await fastify.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem({
        status: 429,
        code: 'TOO_MANY_REQUESTS',
        title: said('For mange forespørsler', 'For mange førespurnader', 'Too many requests'),
        retryable: true,
        retryAfterSeconds: Math.ceil(ttl / 1_000),
      }),
  });
};
