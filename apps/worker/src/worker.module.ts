import { AccessModule } from '@kull/access';
import { EventStoreModule } from '@kull/event-store';
import { HttpModule } from '@kull/http';
import { MailModule } from '@kull/mail';
import { MessagingModule } from '@kull/messaging';
import { PeopleModule } from '@kull/people';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { accessOf, type Config, clockOf, hprApiOf } from '../../config';
import { allParts, contexts, mailOptions } from '../../contexts';
import { Following } from './following';

/** The same contexts as the api has, without its addresses; here their reactions, jobs and following read models run. */
@Module({})
export class WorkerModule {
  static forRoot(config: Config): DynamicModule {
    const { codecs, readModels, reactions } = allParts();
    return {
      module: WorkerModule,
      imports: [
        CqrsModule.forRoot(),
        EventStoreModule.forRoot({
          database: { url: config.DATABASE_URL, role: 'kull_app', poolSize: 12 },
          codecs,
          readModels,
        }),
        MessagingModule.forRoot({ reactions }),
        PeopleModule.forRoot({
          keysFolder: config.KULL_KEYS,
          key: config.KULL_PEOPLE_KEY,
          hprApi: hprApiOf(config),
        }),
        HttpModule.forRoot({ clock: clockOf(config) }),
        MailModule.forRoot(mailOptions(config)),
        AccessModule.forRoot(accessOf(config)),
        ...contexts.map(({ module }) => module(config, 'worker')),
      ],
      providers: [Following],
    };
  }
}
