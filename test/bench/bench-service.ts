import {
  Codecs,
  Database,
  defineCodec,
  EventStore,
  EventStoreModule,
  leaf,
  type ReadModel,
  runMigrations,
} from '@kull/event-store';
import { accept, type Decider, type DomainEvent, type Rejection, reject, uuidOf } from '@kull/kernel';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';

type Marked = DomainEvent<'BenchMarked', { readonly student: string; readonly halfHours: number }>;
interface MarkCommand {
  readonly type: 'Mark';
  readonly data: Marked['data'];
}

/** A stream as attendance has it: each mark is checked against the sum so far. */
export const benchRegister: Decider<{ readonly sum: number }, MarkCommand, Marked, Rejection<'TOO_MANY'>> = {
  category: 'bench',
  initial: { sum: 0 },
  decide: ({ sum }, { data }) => (sum > 1e9 ? reject({ code: 'TOO_MANY' }) : accept({ type: 'BenchMarked', data })),
  evolve: ({ sum }, { data }) => ({ sum: sum + data.halfHours }),
};

export const benchCodec = defineCodec({
  BenchMarked: { schemaVersion: 1, schema: z.strictObject({ student: leaf.id(), halfHours: leaf.integer() }) },
});

export const benchReadModel: ReadModel = {
  name: 'bench-sum',
  version: 1,
  mode: 'inline',
  handles: ['BenchMarked'],
  tables: ['bench_sum_v1'],
  whose: { bench_sum_v1: { staff: 'of a measurement' } },
  create: 'create table bench_sum_v1 (stream text primary key, half_hours bigint not null) with (fillfactor = 50)',
  apply: async (events, tx) => {
    await tx.query(
      `insert into bench_sum_v1 (stream, half_hours)
         select e.stream, sum(e.half_hours) from unnest($1::text[], $2::integer[]) as e (stream, half_hours) group by e.stream
       on conflict (stream) do update set half_hours = bench_sum_v1.half_hours + excluded.half_hours`,
      [events.map(({ stream }) => stream), events.map(({ data }) => (data as Marked['data']).halfHours)],
    );
  },
};

export class Mark {
  constructor(
    readonly id: string,
    readonly n: number,
  ) {}
}

@CommandHandler(Mark)
export class MarkHandler implements ICommandHandler<Mark> {
  constructor(private readonly events: EventStore) {}

  execute({ id, n }: Mark) {
    return this.events.execute(
      benchRegister,
      id,
      { type: 'Mark', data: { student: 'stc_1', halfHours: 15 } },
      { commandId: uuidOf(id, n), actor: 'bench', occurredAt: '2026-06-15T14:00:00.000Z' },
    );
  }
}

/** The command bus and the log on a migrated database, and nothing else. */
export const startBenchService = async (
  url: string,
): Promise<{
  readonly app: INestApplicationContext;
  readonly events: EventStore;
  readonly database: Database;
  readonly codecs: Codecs;
  close(): Promise<void>;
}> => {
  await runMigrations(url, [], [benchReadModel], [benchCodec]);
  @Module({
    imports: [
      CqrsModule.forRoot(),
      EventStoreModule.forRoot({
        database: { url, role: 'kull_app' },
        codecs: [benchCodec],
        readModels: [benchReadModel],
      }),
    ],
    providers: [MarkHandler],
  })
  class BenchModule {}
  const app = await NestFactory.createApplicationContext(BenchModule, { logger: ['error'] });
  return {
    app,
    events: app.get(EventStore),
    database: app.get(Database),
    codecs: app.get(Codecs),
    close: () => app.close(),
  };
};
