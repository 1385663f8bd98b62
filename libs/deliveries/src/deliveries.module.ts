import { type DynamicModule, Module } from '@nestjs/common';
import { BatchKeeper } from './commands/batch-keeper';
import { BatchPreviews } from './commands/batch-preview';
import { Candidates, PUBLIC_URL } from './commands/candidates';
import { ChangeFeedHandler } from './commands/change-feed';
import { DeliverClassHandler } from './commands/deliver-class';
import { FeedPlanner } from './commands/feed-planner';
import { FeedScopes } from './commands/feed-scopes';
import { PrepareDraftHandler } from './commands/prepare-draft';
import { ReceiveAcknowledgementsHandler } from './commands/receive-acknowledgements';
import { RecordDownloadHandler } from './commands/record-download';
import { ReleaseDraftHandler } from './commands/release-draft';
import { SettleDraftHandler } from './commands/settle-draft';
import { SentLines } from './contracts/lines';
import { AcknowledgementsController } from './http/acknowledgements.controller';
import { CoursePointsController } from './http/course-points.controller';
import { DraftsController } from './http/drafts.controller';
import { ExportsController } from './http/exports.controller';
import { FeedsController } from './http/feeds.controller';
import { ReconciliationController } from './http/reconciliation.controller';
import { SigningKeysController } from './http/signing-keys.controller';
import { NOTES_OVERDUE, NoteOverdueExports } from './reactions/note-overdue-exports';
import { BatchReceipts } from './read-models/batch-receipts';
import { DeliverableQueries } from './read-models/deliverable.query';
import { DeliveriesOverviewHandler } from './read-models/deliveries-overview';
import { EntitlementQueries } from './read-models/entitlement.query';
import { ExportBatchQueries } from './read-models/export-batch.query';
import { ExportDraftQueries } from './read-models/export-draft.query';
import { PointsLookUps } from './read-models/points-look-ups';
import { PointsReport } from './read-models/points-report';
import { SentLineQueries } from './read-models/sent-lines.query';

export interface DeliveriesOptions {
  /** What stands before `/v/<number>` in every record. */
  readonly publicUrl: string;
  /** Whether this process notes by itself what was not delivered in time. */
  readonly notesOverdue: boolean;
}

/** Deliveries to the association. Needs `ClassDirectory`, `DocumentStore`, `SigningKeys`, `People`, `HprRegister` and the event store. */
@Module({})
export class DeliveriesModule {
  static forRoot({ publicUrl, notesOverdue }: DeliveriesOptions): DynamicModule {
    return {
      module: DeliveriesModule,
      global: true,
      controllers: [
        ExportsController,
        AcknowledgementsController,
        DraftsController,
        FeedsController,
        ReconciliationController,
        CoursePointsController,
        SigningKeysController,
      ],
      providers: [
        { provide: PUBLIC_URL, useValue: publicUrl },
        Candidates,
        FeedPlanner,
        FeedScopes,
        BatchKeeper,
        BatchPreviews,
        DeliverClassHandler,
        PrepareDraftHandler,
        SettleDraftHandler,
        ReleaseDraftHandler,
        ReceiveAcknowledgementsHandler,
        ChangeFeedHandler,
        NoteOverdueExports,
        RecordDownloadHandler,
        DeliverableQueries,
        EntitlementQueries,
        ExportBatchQueries,
        ExportDraftQueries,
        PointsReport,
        BatchReceipts,
        PointsLookUps,
        { provide: NOTES_OVERDUE, useValue: notesOverdue },
        DeliveriesOverviewHandler,
        { provide: SentLines, useClass: SentLineQueries },
      ],
      exports: [SentLines],
    };
  }
}
