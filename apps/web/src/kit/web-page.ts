import { ForPeople, problemFrom } from '@kull/http';
import {
  type ArgumentsHost,
  applyDecorators,
  Catch,
  Controller,
  type ExceptionFilter,
  Logger,
  UseFilters,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language';
import { problemPage } from './problem-page';

/** Styles and pictures from here; the kit's icons are `data:`. No script: these pages do without. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Puts a page into the reply. */
export const sendPage = (reply: FastifyReply, language: string, text: string, policy = POLICY): FastifyReply =>
  reply
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Content-Language', language)
    .header('Content-Security-Policy', policy)
    .send(text);

/** Puts a page into the reply that has a script of ours, and may have that kept in the browser. */
export const sendPageWithScript = (reply: FastifyReply, language: string, text: string): FastifyReply =>
  sendPage(reply, language, text, `${POLICY}; script-src 'self'; worker-src 'self'`);

/** Shows people a page where a program gets a problem; whoever is not logged in is asked to. */
@Catch()
class PageProblems implements ExceptionFilter {
  private readonly logger = new Logger('web');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const problem = problemFrom(error);
    if (problem.status >= 500)
      this.logger.error({ message: problem.parts.code, requestId: request.id, fault: (error as Error).name });
    if (reply.sent) return;
    if (problem.status === 401) {
      const to = request.method === 'GET' ? `?${new URLSearchParams({ til: request.url })}` : '';
      void reply.redirect(`/logg-inn${to}`, 303);
      return;
    }
    const language = languageOf(request, reply);
    void sendPage(
      reply.status(problem.status).headers(problem.headers),
      language,
      problemPage(language, problem, request.id),
    );
  }
}

/** A controller of pages for people: outside the API and its description. */
export const WebPages = (path = ''): ClassDecorator =>
  applyDecorators(ApiExcludeController(), Controller(path), ForPeople(), UseFilters(PageProblems));
