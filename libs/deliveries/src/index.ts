import { deliveriesCodec } from './codec/deliveries.codec';
import { deliverableVersionReadModel } from './read-models/deliverable-version.v1';
import { exportBatchReadModel } from './read-models/export-batch.v1';
import { sentLineReadModel } from './read-models/sent-line.v1';

export { PreviewLines } from './commands/preview-lines';
export * from './contracts';
export { DeliveriesModule, type DeliveriesOptions } from './deliveries.module';
export type { ChangedLine, NextLine } from './domain/changed-lines';
export { DeliveriesOverview, type DeliveryCount } from './read-models/deliveries-overview';

/** What the apps put together. */
export const deliveriesParts = {
  codecs: [deliveriesCodec],
  readModels: [deliverableVersionReadModel, exportBatchReadModel, sentLineReadModel],
  reactions: [],
};
