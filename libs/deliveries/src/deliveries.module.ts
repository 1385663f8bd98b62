import { type DynamicModule, Module } from '@nestjs/common';
import { Candidates, PUBLIC_URL } from './commands/candidates';
import { DeliverClassHandler } from './commands/deliver-class';
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
  /** What stands before `/v/<number>` in every record. */
  readonly publicUrl: string;
}

/** Deliveries to the association. Needs `ClassDirectory`, `DocumentStore`, `SigningKeys`, `People`, `HprRegister` and the event store. */
@Module({})
export class DeliveriesModule {
  static forRoot({ publicUrl }: DeliveriesOptions): DynamicModule {
    return {
      module: DeliveriesModule,
      global: true,
      controllers: [ExportsController, SigningKeysController],
      providers: [
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
