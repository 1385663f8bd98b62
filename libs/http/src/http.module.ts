import { join } from 'node:path';
import { type Migration, migrationsIn } from '@kull/event-store';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ZodValidationPipe } from 'nestjs-zod';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotencyMemory } from './idempotency-memory';
import { ProblemFilter } from './problem.filter';
import { RepliesInterceptor } from './replies.interceptor';

export const httpMigrations: readonly Migration[] = migrationsIn('http', join(__dirname, 'sql'));

/** The manners of the HTTP interface, for every controller of every context. */
@Module({
  providers: [
    IdempotencyMemory,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: ZodValidationPipe },
    // Outermost first: what is remembered is what went out.
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: RepliesInterceptor },
  ],
})
export class HttpModule {}
