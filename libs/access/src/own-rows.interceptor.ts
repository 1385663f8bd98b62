import { readingFor } from '@kull/event-store';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';

const reads = new Set(['GET', 'HEAD']);

/**
 * While somebody who is a student or applicant and nothing else reads, the database shows only what is theirs. This lets
 * nobody in: who may ask, and about what, the guard and the queries have said. It is there for the day on which a query
 * forgets (reliability.md 5.1).
 */
@Injectable()
export class OwnRowsInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, principal, allowedAs = [] } = context.switchToHttp().getRequest<FastifyRequest>();
    const isOwnReading = allowedAs.length > 0 && allowedAs.every((role) => role === 'student');
    if (!principal || !isOwnReading || !reads.has(method)) return next.handle();
    // The handler is called when it is subscribed to, so that is what has to be done for the person.
    return new Observable((subscriber) => readingFor(principal.actor, () => next.handle().subscribe(subscriber)));
  }
}
