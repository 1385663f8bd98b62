import { join } from 'node:path';
import { Database, type Migration, migrationsIn, type WhoseTables } from '@kull/event-store';
import { Clock } from '@kull/kernel';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ZodValidationPipe } from 'nestjs-zod';
import { ClockController } from './clock.controller';
import { ClockInterceptor } from './clock.interceptor';
import { DatabaseClock } from './database-clock';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotencyMemory } from './idempotency-memory';
import { ProblemFilter } from './problem.filter';
import { RepliesInterceptor } from './replies.interceptor';
import { ServiceClock, type ServiceClockOptions } from './service-clock';

export const httpMigrations: readonly Migration[] = migrationsIn('http', join(__dirname, 'sql'));
export const httpWhose: WhoseTables = {
  'clock.setting': { everybody: 'what time it is for the service' },
  'http.idempotency': { staff: 'answers to orders that may come again' },
};

/** The manners of the HTTP interface, for every controller of every context, and the clock that they go by. */
@Module({})
export class HttpModule {
  static forRoot({ clock }: { readonly clock: ServiceClockOptions }): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      controllers: [ClockController],
      providers: [
        IdempotencyMemory,
        {
          provide: ServiceClock,
          useFactory: (database: Database) => new ServiceClock(database, clock),
          inject: [Database],
        },
        { provide: Clock, useExisting: ServiceClock },
        {
          provide: DatabaseClock,
          useFactory: (database: Database) => new DatabaseClock(database, clock.movable),
          inject: [Database],
        },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: ZodValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: ClockInterceptor },
        // Outermost first: what is remembered is what went out.
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: RepliesInterceptor },
      ],
      exports: [Clock, DatabaseClock],
    };
  }
}
