import { MachineClientDirectory } from '@kull/access';
import { loadOrCreateManifestKey } from '@kull/documents';
import { type DynamicModule, Module } from '@nestjs/common';
import { Candidates, PUBLIC_URL } from './commands/candidates';
import { DeliverClassHandler, MANIFEST_KEY } from './commands/deliver-class';
import { ChangeMachineClientHandler } from './commands/machine-clients';
import { RecordDownloadHandler } from './commands/record-download';
import { ChangeWebhookHandler } from './commands/webhooks';
import { AssociationPages } from './http/association-pages';
import { ExportFilesController } from './http/export-files.controller';
import { ExportsController } from './http/exports.controller';
import { MachineClientsController } from './http/machine-clients.controller';
import { SigningKeysController } from './http/signing-keys.controller';
import { WebhooksController } from './http/webhooks.controller';
import { SendWebhook } from './reactions/send-webhook';
import { TellWebhooks } from './reactions/tell-webhooks';
import { AssociationExportQueries } from './read-models/association-exports.query';
import { DeliverableQueries } from './read-models/deliverable.query';
import { DeliveriesOverviewHandler } from './read-models/deliveries-overview';
import { ExportBatchQueries } from './read-models/export-batch.query';
import { ExportDownloadQueries } from './read-models/export-downloads.query';
import { MachineClientQueries } from './read-models/machine-clients.query';
import { WebhookQueries } from './read-models/webhooks.query';
import { WebhookPost } from './webhooks/webhook-post';
import { WebhookSigner } from './webhooks/webhook-signer';

export interface DeliveriesOptions {
  /** Where the key that signs manifests is kept; made at the first start. */
  readonly keysFolder: string;
  /** What stands before `/v/<number>` in every record. */
  readonly publicUrl: string;
  /** For development and tests: webhooks may go to private addresses and by http. */
  readonly webhooksToPrivate?: boolean;
}

/** Deliveries to the association. Needs `ClassDirectory`, `DocumentStore`, `People`, `HprRegister` and the event store. */
@Module({})
export class DeliveriesModule {
  static forRoot({ keysFolder, publicUrl, webhooksToPrivate = false }: DeliveriesOptions): DynamicModule {
    return {
      module: DeliveriesModule,
      global: true,
      controllers: [
        ExportsController,
        SigningKeysController,
        MachineClientsController,
        ExportFilesController,
        WebhooksController,
      ],
      providers: [
        { provide: MANIFEST_KEY, useFactory: () => loadOrCreateManifestKey(keysFolder) },
        { provide: PUBLIC_URL, useValue: publicUrl },
        Candidates,
        DeliverClassHandler,
        RecordDownloadHandler,
        DeliverableQueries,
        ExportBatchQueries,
        DeliveriesOverviewHandler,
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
      exports: [MachineClientDirectory],
    };
  }
}
