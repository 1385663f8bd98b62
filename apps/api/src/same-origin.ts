import { Problem, said } from '@kull/http';
import type { FastifyInstance } from 'fastify';

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

/**
 * Refuses what another site's page sends in a browser (reliability.md S08). Programs send neither header, and no cookie:
 * with a cookie one of them has to say that the page was ours.
 */
export const refuseOtherOrigins = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', async ({ method, headers }) => {
    if (!CHANGES.has(method)) return;
    const site = headers['sec-fetch-site'];
    const fromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
    // What the browser itself calls our own; it hides the origin where a page sends no referrer.
    const fromHere = site === 'same-origin';
    const otherHost = !fromHere && headers.origin !== undefined && hostOf(headers.origin) !== headers.host;
    const saysNothing = site === undefined && headers.origin === undefined;
    if (fromElsewhere || otherHost || (saysNothing && headers.cookie !== undefined)) {
      throw new Problem({
        status: 403,
        code: 'OTHER_ORIGIN',
        title: said(
          'Forespørselen kommer fra et annet nettsted',
          'Førespurnaden kjem frå ein annan nettstad',
          'The request comes from another site',
        ),
      });
    }
  });
};
