import { MachineClientDirectory } from '@kull/access';
import { loadOrCreateManifestKey } from '@kull/documents';
import { type DynamicModule, Module } from '@nestjs/common';
import { Candidates, PUBLIC_URL } from './commands/candidates';
import { DeliverClassHandler, MANIFEST_KEY } from './commands/deliver-class';
import { ChangeMachineClientHandler } from './commands/machine-clients';
import { RecordDownloadHandler } from './commands/record-download';
import { AssociationPages } from './http/association-pages';
import { ExportFilesController } from './http/export-files.controller';
import { ExportsController } from './http/exports.controller';
import { MachineClientsController } from './http/machine-clients.controller';
import { SigningKeysController } from './http/signing-keys.controller';
import { AssociationExportQueries } from './read-models/association-exports.query';
import { DeliverableQueries } from './read-models/deliverable.query';
import { DeliveriesOverviewHandler } from './read-models/deliveries-overview';
import { ExportBatchQueries } from './read-models/export-batch.query';
import { ExportDownloadQueries } from './read-models/export-downloads.query';
import { MachineClientQueries } from './read-models/machine-clients.query';

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
      controllers: [ExportsController, SigningKeysController, MachineClientsController, ExportFilesController],
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
        { provide: MachineClientDirectory, useExisting: MachineClientQueries },
      ],
      exports: [MachineClientDirectory],
    };
  }
}
