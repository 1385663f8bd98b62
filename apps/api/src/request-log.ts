import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** One line per reply: the pattern of the route, never the address itself. */
export const logRequests = (fastify: FastifyInstance, log: LoggerService): void => {
  fastify.addHook('onResponse', async (request, reply) => {
    log.log({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      requestId: request.id,
    });
  });
};
