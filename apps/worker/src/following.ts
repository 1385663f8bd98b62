import { Database, EventStore, Followers } from '@kull/event-store';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { allParts } from '../../contexts';

/** Keeps the following read models up to date; one that an event stops is named in the log. */
@Injectable()
export class Following implements BeforeApplicationShutdown {
  private readonly log = new Logger('read models');
  private readonly followers: Followers;

  constructor(database: Database, events: EventStore) {
    const models = allParts().readModels.filter(({ mode }) => mode === 'following');
    this.followers = new Followers(database, events.reader, models, (readModel, fault) =>
      this.log.error({ message: 'read model stopped', readModel, fault: fault.name }),
    );
  }

  start(): Promise<void> {
    return this.followers.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.followers.stop();
  }
}
