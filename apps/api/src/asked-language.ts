import { isLanguage } from '@kull/kernel';
import type { FastifyInstance } from 'fastify';

/**
 * A link to a file can send no header: `?lang=` in the address of an operation says the language of its answer, since
 * the page that the link stands on may be in another than the browser's. No operation has a parameter of that name.
 */
export const hearAskedLanguage = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { lang, ...query } = request.query as Readonly<Record<string, unknown>>;
    if (request.url.startsWith('/api/v1/') && isLanguage(lang)) {
      request.askedLanguage = lang;
      request.query = query;
    }
    done();
  });
};
