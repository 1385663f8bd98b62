import { createHash } from 'node:crypto';
import type { Uuid } from '@kull/kernel';
import { type CallHandler, type ExecutionContext, Injectable, Logger, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { takesForm } from './bodies';
import { principalOf, type RequestIdentity } from './caller';
import { problemFrom, traceOf } from './faults';
import { IdempotencyMemory, type RememberedAnswer } from './idempotency-memory';
import { languageOfRequest, said } from './language';
import { languageHeaders, PROBLEM_MEDIA_TYPE, Problem } from './problem';
import { isQuestion } from './question';

const MAX_KEY = 255;
const KEPT_HEADERS = ['content-type', 'content-language', 'vary', 'etag', 'location', 'link'] as const;

const keyOf = (request: FastifyRequest): string => {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') {
    throw new Problem({
      status: 400,
      code: 'IDEMPOTENCY_KEY_MISSING',
      title: said('Idempotency-Key mangler', 'Idempotency-Key manglar', 'Idempotency-Key is missing'),
      detail: said(
        'Hver POST har en nøkkel som du lager, for eksempel en UUID. Samme nøkkel igjen gir samme svar.',
        'Kvar POST har ein nøkkel som du lagar, til dømes ein UUID. Same nøkkel igjen gir same svar.',
        'Each POST has a key that you make, for example a UUID. The same key again gives the same answer.',
      ),
    });
  }
  if (key.length > MAX_KEY) {
    throw new Problem({
      status: 400,
      code: 'IDEMPOTENCY_KEY_TOO_LONG',
      title: said(
        'Idempotency-Key er over 255 tegn',
        'Idempotency-Key er over 255 teikn',
        'Idempotency-Key has more than 255 characters',
      ),
    });
  }
  return key;
};

/** What the request asks for; the same key with another of these is refused. */
const hashOf = (request: FastifyRequest): string => {
  const { body } = request;
  const content = Buffer.isBuffer(body) ? body : (JSON.stringify(body) ?? '');
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${request.headers['if-match'] ?? ''}\n`)
    .update(content)
    .digest('hex');
};

/** Every POST once (ux.md 3.1): the first answer is given again to whoever repeats the request. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger('http');

  constructor(private readonly memory: IdempotencyMemory) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (request.method !== 'POST' || takesForm(request) || isQuestion(context)) return next.handle();
    return from(this.once(request, http.getResponse<FastifyReply>(), next));
  }

  private async once(request: FastifyRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const identity: RequestIdentity = { key: keyOf(request), hash: hashOf(request) };
    const { actor } = principalOf(request);
    const claim = await this.memory.claim(actor, identity);
    switch (claim.kind) {
      case 'answered':
        return this.replay(claim.answer, reply);
      case 'in-progress':
        throw new Problem({
          status: 409,
          code: 'REQUEST_IN_PROGRESS',
          title: said(
            'Den samme forespørselen er under arbeid',
            'Den same førespurnaden er under arbeid',
            'The same request is being worked on',
          ),
          retryable: true,
          retryAfterSeconds: 1,
        });
      case 'other-request':
        throw new Problem({
          status: 422,
          code: 'IDEMPOTENCY_KEY_REUSED',
          title: said(
            'Nøkkelen er brukt på en annen forespørsel',
            'Nøkkelen er brukt på ein annan førespurnad',
            'The key has been used for another request',
          ),
        });
      case 'mine':
        request.identity = identity;
        return this.firstTime(claim.attempt, actor, request, reply, next);
    }
  }

  private async firstTime(
    attempt: Uuid,
    actor: string,
    request: FastifyRequest,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const { key } = request.identity!;
    const claim = this.memory.renewing(attempt, actor, key);
    try {
      const result: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.settle(() => this.memory.remember(attempt, actor, key, answerOf(result, reply)), request);
      return result;
    } catch (error) {
      const problem = problemFrom(error);
      await this.settle(
        () =>
          isDecided(problem)
            ? this.memory.remember(attempt, actor, key, refusalOf(problem, request))
            : this.memory.giveBack(attempt, actor, key),
        request,
      );
      throw error;
    } finally {
      claim.stop();
    }
  }

  /** What was done stays done when its memory fails: a repetition then gives the same command ids. */
  private async settle(work: () => Promise<void>, request: FastifyRequest): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn({ message: 'IDEMPOTENCY_NOT_STORED', requestId: request.id, ...traceOf(error) });
    }
  }

  private replay({ status, headers, body }: RememberedAnswer, reply: FastifyReply): unknown {
    reply.status(status).headers(headers).header('Idempotency-Replayed', 'true');
    return body ?? undefined;
  }
}

/** A refusal that the same request would meet again; a malformed request may be mended under the same key. */
const isDecided = ({ status, parts }: Problem): boolean =>
  status > 400 && status < 500 && status !== 408 && status !== 413 && status !== 415 && !parts.retryable;

/** As it was said the first time, and in that language: a repetition is the same answer. */
const refusalOf = (problem: Problem, request: FastifyRequest): RememberedAnswer => {
  const language = languageOfRequest(request);
  return {
    status: problem.status,
    headers: { 'content-type': PROBLEM_MEDIA_TYPE, ...languageHeaders(language) },
    body: JSON.stringify(problem.body(request.id, language)),
  };
};

const answerOf = (result: unknown, reply: FastifyReply): RememberedAnswer => {
  const headers: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = reply.getHeader(name);
    if (value !== undefined) headers[name] = String(value);
  }
  if (result !== undefined) headers['content-type'] ??= 'application/json; charset=utf-8';
  return { status: reply.statusCode, headers, body: result === undefined ? null : JSON.stringify(result) };
};
