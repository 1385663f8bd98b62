import { languageHeaders, languageOfRequest, PROBLEM_MEDIA_TYPE, Problem } from '@kull/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { putSecurityHeaders } from './security-headers';

/**
 * An address that no route can read, a part of it too long or an escape broken, is one where nothing is. Fastify would
 * answer by itself, in another form and with the address in it (reliability.md S22).
 */
export const refuseUnreadableAddress = (_error: Error, request: FastifyRequest, reply: FastifyReply): void => {
  const problem = Problem.notFound();
  const language = languageOfRequest(request);
  void putSecurityHeaders(request, reply)
    .status(problem.status)
    .headers(languageHeaders(language))
    .header('Content-Type', PROBLEM_MEDIA_TYPE)
    .send(JSON.stringify(problem.body(request.id, language)));
};
