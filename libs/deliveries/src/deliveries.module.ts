import { MachineClientDirectory } from '@kull/access';
import { type DynamicModule, Module } from '@nestjs/common';
import { AcknowledgeAtDeskHandler } from './commands/acknowledge-at-desk';
import { BatchKeeper } from './commands/batch-keeper';
import { BatchPreviews } from './commands/batch-preview';
import { Candidates, PUBLIC_URL } from './commands/candidates';
import { ChangeFeedHandler } from './commands/change-feed';
import { DeliverClassHandler } from './commands/deliver-class';
import { DeskClients } from './commands/desk-clients';
import { DeskWebhooks } from './commands/desk-webhooks';
import { FeedPlanner } from './commands/feed-planner';
import { FeedScopes } from './commands/feed-scopes';
import { ChangeMachineClientHandler } from './commands/machine-clients';
import { PrepareDraftHandler } from './commands/prepare-draft';
import { PreviewLinesHandler } from './commands/preview-lines';
import { ReceiveAcknowledgementsHandler } from './commands/receive-acknowledgements';
import { RecordDownloadHandler } from './commands/record-download';
import { ReleaseDraftHandler } from './commands/release-draft';
import { SettleDraftHandler } from './commands/settle-draft';
import { ChangeWebhookHandler } from './commands/webhooks';
import { SentLines } from './contracts/lines';
import { AcknowledgementsController } from './http/acknowledgements.controller';
import { AssociationPages } from './http/association-pages';
import { CoursePointsController } from './http/course-points.controller';
import { DraftsController } from './http/drafts.controller';
import { ExportFilesController } from './http/export-files.controller';
import { ExportsController } from './http/exports.controller';
import { FeedDeliveriesController } from './http/feed-deliveries.controller';
import { FeedsController } from './http/feeds.controller';
import { MachineClientsController } from './http/machine-clients.controller';
import { ReconciliationController } from './http/reconciliation.controller';
import { SigningKeysController } from './http/signing-keys.controller';
import { WebhooksController } from './http/webhooks.controller';
import { NOTES_OVERDUE, NoteOverdueExports } from './reactions/note-overdue-exports';
import { SendWebhook } from './reactions/send-webhook';
import { TellWebhooks } from './reactions/tell-webhooks';
import { AssociationExportQueries } from './read-models/association-exports.query';
import { BatchReceipts } from './read-models/batch-receipts';
import { CountRejectedLinesHandler } from './read-models/count-rejected-lines';
import { CourseApprovals } from './read-models/course-approvals.query';
import { DeliverableQueries } from './read-models/deliverable.query';
import { DeliveriesOverviewHandler } from './read-models/deliveries-overview';
import { DeskQueries } from './read-models/desk.query';
import { DeskLines } from './read-models/desk-lines';
import { EntitlementQueries } from './read-models/entitlement.query';
import { ExportBatchQueries } from './read-models/export-batch.query';
import { ExportDownloadQueries } from './read-models/export-downloads.query';
import { ExportDraftQueries } from './read-models/export-draft.query';
import { FeedDeliveries } from './read-models/feed-deliveries.query';
import { MachineClientQueries } from './read-models/machine-clients.query';
import { OwnDeliveries } from './read-models/own-deliveries.query';
import { PointsLookUps } from './read-models/points-look-ups';
import { PointsReport } from './read-models/points-report';
import { SentLineQueries } from './read-models/sent-lines.query';
import { WebhookQueries } from './read-models/webhooks.query';
import { WebhookPost } from './webhooks/webhook-post';
import { WebhookSigner } from './webhooks/webhook-signer';

export interface DeliveriesOptions {
  /** Where the keys for webhooks are kept; made at the first start. */
  readonly keysFolder: string;
  /** What stands before `/v/<number>` in every record. */
  readonly publicUrl: string;
  /** Whether this process notes by itself what was not delivered in time. */
  readonly notesOverdue: boolean;
  /** For development and tests: webhooks may go to private addresses and by http. */
  readonly webhooksToPrivate?: boolean;
}

/** Deliveries to the association. Needs `ClassDirectory`, `DocumentStore`, `SigningKeys`, `People`, `HprRegister` and the event store. */
@Module({})
export class DeliveriesModule {
  static forRoot(options: DeliveriesOptions): DynamicModule {
    const { keysFolder, publicUrl, notesOverdue, webhooksToPrivate = false } = options;
    return {
      module: DeliveriesModule,
      global: true,
      controllers: [
        ExportsController,
        AcknowledgementsController,
        DraftsController,
        FeedsController,
        FeedDeliveriesController,
        ReconciliationController,
        CoursePointsController,
        SigningKeysController,
        MachineClientsController,
        ExportFilesController,
        WebhooksController,
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
        AcknowledgeAtDeskHandler,
        ChangeFeedHandler,
        NoteOverdueExports,
        RecordDownloadHandler,
        PreviewLinesHandler,
        DeliverableQueries,
        EntitlementQueries,
        ExportBatchQueries,
        ExportDraftQueries,
        FeedDeliveries,
        PointsReport,
        BatchReceipts,
        PointsLookUps,
        OwnDeliveries,
        DeskQueries,
        CourseApprovals,
        DeskLines,
        DeskClients,
        DeskWebhooks,
        { provide: NOTES_OVERDUE, useValue: notesOverdue },
        CountRejectedLinesHandler,
        DeliveriesOverviewHandler,
        { provide: SentLines, useClass: SentLineQueries },
        ChangeMachineClientHandler,
        MachineClientQueries,
        AssociationExportQueries,
        ExportDownloadQueries,
        AssociationPages,
        ChangeWebhookHandler,
        WebhookQueries,
        { provide: WebhookSigner, useFactory: () => WebhookSigner.load(keysFolder) },
        { provide: WebhookPost, useValue: new WebhookPost({ allowPrivate: webhooksToPrivate }) },
        TellWebhooks,
        SendWebhook,
        { provide: MachineClientDirectory, useExisting: MachineClientQueries },
      ],
      exports: [
        CourseApprovals,
        DeskClients,
        DeskLines,
        DeskQueries,
        DeskWebhooks,
        ExportDownloadQueries,
        MachineClientDirectory,
        OwnDeliveries,
        PointsLookUps,
        PointsReport,
        SentLines,
      ],
    };
  }
}
