import type { FastifyInstance } from 'fastify';
import { notAuthenticated } from './access.guard';
import type { Authenticator } from './authenticator';

/** Bodies above this size are read only for callers that we know. */
const FREE_BYTES = 64 * 1024;

/**
 * Refuses strangers before their body is read: guards run after it, and an upload may be 64 MB. The guard stays what
 * decides; this only saves the reading.
 */
export const refuseLargeBodiesOfStrangers = (fastify: FastifyInstance, authenticator: Authenticator): void => {
  fastify.addHook('onRequest', async (request) => {
    const length = request.headers['content-length'];
    const isSmall =
      length === undefined ? request.headers['transfer-encoding'] === undefined : Number(length) <= FREE_BYTES;
    if (isSmall) return;
    request.principal = await authenticator.authenticate(request);
    if (!request.principal) throw notAuthenticated();
  });
};
