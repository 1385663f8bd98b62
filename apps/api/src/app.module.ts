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
import { webControllers, webProviders } from '../../web/src';
import { AwardConsequenceReport } from './award-preview/award-consequence-report';
import { AwardConsequencesController } from './award-preview/award-consequences.controller';
import { CorrectionPreviews } from './correction-preview/correction-previews';
import { CorrectionPreviewsController } from './correction-preview/correction-previews.controller';
import { DocsController } from './docs/docs.controller';
import { OpenApiDocument } from './docs/open-api-document';
import { EventStreamController } from './events/event-stream.controller';
import { EventsController } from './events/events.controller';
import { LogTail } from './events/log-tail';
import { HealthController } from './health/health.controller';
import { ListFilesController, RowsPersons } from './list-files';
import { Outbox } from './outbox/outbox';
import { OutboxController } from './outbox/outbox.controller';
import { OverviewController } from './overview/overview.controller';
import { Overviews } from './overview/overviews';
import { AssetsController } from './page/assets.controller';
import { FirstPageController } from './page/first-page.controller';
import { personControllers, personProviders } from './persons';
import { ProblemPagesController } from './problem-pages/problem-pages.controller';
import { ReportedFacts } from './reports/reported-facts';
import { Reports } from './reports/reports';
import { ReportsController } from './reports/reports.controller';
import { SetAsideJobsController } from './set-aside-jobs/set-aside-jobs.controller';

/** The HTTP service: every context, and the few addresses that belong to none. */
@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    const { codecs, readModels, reactions } = allParts();
    return {
      module: AppModule,
      imports: [
        CqrsModule.forRoot(),
        EventStoreModule.forRoot({ database: { url: config.DATABASE_URL, role: 'kull_app' }, codecs, readModels }),
        MessagingModule.forRoot({ reactions }),
        PeopleModule.forRoot({
          keysFolder: config.KULL_KEYS,
          key: config.KULL_PEOPLE_KEY,
          hprApi: hprApiOf(config),
        }),
        HttpModule.forRoot({ clock: clockOf(config) }),
        MailModule.forRoot(mailOptions(config)),
        AccessModule.forRoot(accessOf(config)),
        ...contexts.map(({ module }) => module(config, 'api')),
      ],
      controllers: [
        FirstPageController,
        AssetsController,
        HealthController,
        OverviewController,
        ...personControllers,
        AwardConsequencesController,
        CorrectionPreviewsController,
        EventsController,
        EventStreamController,
        ReportsController,
        SetAsideJobsController,
        ListFilesController,
        DocsController,
        ProblemPagesController,
        OutboxController,
        ...webControllers,
      ],
      providers: [
        OpenApiDocument,
        Overviews,
        ...personProviders,
        AwardConsequenceReport,
        CorrectionPreviews,
        LogTail,
        RowsPersons,
        ReportedFacts,
        Reports,
        ...webProviders,
        {
          provide: Outbox,
          useFactory: () => new Outbox({ mail: config.KULL_OUTBOX, textMessages: config.KULL_SMS_FOLDER }),
        },
      ],
    };
  }
}
