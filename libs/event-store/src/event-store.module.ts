import { type DynamicModule, Module } from '@nestjs/common';
import { type Codec, Codecs } from './codec';
import type { ReadModel } from './contracts';
import { Database, type DatabaseOptions } from './database';
import { EventStore } from './event-store';
import { InlineReadModels } from './inline-read-models';

export interface EventStoreOptions {
  readonly database: DatabaseOptions;
  readonly codecs: readonly Codec[];
  readonly readModels: readonly ReadModel[];
}

/** Gives every context the `EventStore` and the `Database`. */
@Module({})
export class EventStoreModule {
  static forRoot({ database, codecs, readModels }: EventStoreOptions): DynamicModule {
    return {
      module: EventStoreModule,
      global: true,
      providers: [
        { provide: Database, useFactory: () => Database.connect(database) },
        { provide: Codecs, useFactory: () => new Codecs(codecs) },
        { provide: InlineReadModels, useFactory: () => new InlineReadModels(readModels) },
        {
          provide: EventStore,
          useFactory: (db: Database, allCodecs: Codecs, inline: InlineReadModels) =>
            new EventStore(db, allCodecs, inline),
          inject: [Database, Codecs, InlineReadModels],
        },
      ],
      exports: [Database, Codecs, EventStore],
    };
  }
}
