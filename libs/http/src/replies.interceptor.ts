import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { concatMap, type Observable } from 'rxjs';
import { languageOfRequest } from './language';
import { alreadyHas, etagOf } from './preconditions';
import { languageHeaders } from './problem';
import { Created, Page, Versioned, Worded } from './replies';

/** Path and query of the request with another cursor; relative, so that it is right behind any proxy. */
const addressOf = (request: FastifyRequest, cursor: string | undefined): string => {
  const url = new URL(request.url, 'http://here');
  if (cursor === undefined) url.searchParams.delete('cursor');
  else url.searchParams.set('cursor', cursor);
  return `${url.pathname}${url.search}`;
};

const linksOf = (request: FastifyRequest, { nextCursor }: Page<unknown>): string => {
  const first = `<${addressOf(request, undefined)}>; rel="first"`;
  return nextCursor === undefined ? first : `${first}, <${addressOf(request, nextCursor)}>; rel="next"`;
};

/** Turns `Created`, `Versioned`, `Worded` and `Page` into status, headers and body. They may be nested in that order. */
@Injectable()
export class RepliesInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(concatMap((result) => this.written(result, request, reply)));
  }

  private async written(result: unknown, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (result instanceof Created) {
      // A header takes ASCII only; anything else would break the reply after it began.
      reply.status(201).header('Location', encodeURI(result.location));
      return this.written(result.body, request, reply);
    }
    if (result instanceof Versioned) {
      const etag = etagOf(result.version);
      reply.header('ETag', etag);
      if (request.method === 'GET' && alreadyHas(request, etag)) {
        reply.status(304);
        return undefined;
      }
      return this.written(result.body, request, reply);
    }
    if (result instanceof Worded) {
      const language = languageOfRequest(request);
      reply.headers(languageHeaders(language));
      return this.written(await result.inLanguage(language), request, reply);
    }
    if (result instanceof Page) {
      reply.header('Link', linksOf(request, result));
      return { data: result.data, nextCursor: result.nextCursor ?? null };
    }
    return result;
  }
}
