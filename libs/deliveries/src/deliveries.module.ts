import { loadOrCreateManifestKey } from '@kull/documents';
import { type DynamicModule, Module } from '@nestjs/common';
import { Candidates, PUBLIC_URL } from './commands/candidates';
import { DeliverClassHandler, MANIFEST_KEY } from './commands/deliver-class';
import { PreviewLinesHandler } from './commands/preview-lines';
import { RecordDownloadHandler } from './commands/record-download';
import { SentLines } from './contracts/lines';
import { ExportsController } from './http/exports.controller';
import { SigningKeysController } from './http/signing-keys.controller';
import { DeliverableQueries } from './read-models/deliverable.query';
import { DeliveriesOverviewHandler } from './read-models/deliveries-overview';
import { ExportBatchQueries } from './read-models/export-batch.query';
import { SentLineQueries } from './read-models/sent-lines.query';

export interface DeliveriesOptions {
  /** Where the key that signs manifests is kept; made at the first start. */
  readonly keysFolder: string;
  /** What stands before `/v/<number>` in every record. */
  readonly publicUrl: string;
}

/** Deliveries to the association. Needs `ClassDirectory`, `DocumentStore`, `People`, `HprRegister` and the event store. */
@Module({})
export class DeliveriesModule {
  static forRoot({ keysFolder, publicUrl }: DeliveriesOptions): DynamicModule {
    return {
      module: DeliveriesModule,
      global: true,
      controllers: [ExportsController, SigningKeysController],
      providers: [
        { provide: MANIFEST_KEY, useFactory: () => loadOrCreateManifestKey(keysFolder) },
        { provide: PUBLIC_URL, useValue: publicUrl },
        Candidates,
        DeliverClassHandler,
        RecordDownloadHandler,
        PreviewLinesHandler,
        DeliverableQueries,
        ExportBatchQueries,
        DeliveriesOverviewHandler,
        { provide: SentLines, useClass: SentLineQueries },
      ],
      exports: [SentLines],
    };
  }
}
