import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemFrom, traceOf } from './faults';
import { languageOfRequest } from './language';
import { languageHeaders, PROBLEM_MEDIA_TYPE } from './problem';

/** Writes whatever was thrown as application/problem+json, in the reader's language. Faults are logged under the id that the caller gets. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = problemFrom(error);
    if (problem.status >= 500) {
      this.logger.error({ message: problem.parts.code, requestId: request.id, ...traceOf(error) });
    }
    if (reply.sent) return;
    const language = languageOfRequest(request);
    void reply
      .status(problem.status)
      .headers({ ...problem.headers, ...languageHeaders(language) })
      .header('Content-Type', PROBLEM_MEDIA_TYPE)
      .header('Cache-Control', 'no-store')
      .send(JSON.stringify(problem.body(request.id, language)));
  }
}
