import { deliveriesCodec } from './codec/deliveries.codec';
import { deliverableVersionReadModel } from './read-models/deliverable-version.v1';
import { entitlementReadModel } from './read-models/entitlement.v1';
import { exportBatchReadModel } from './read-models/export-batch.v2';
import { exportDraftReadModel } from './read-models/export-draft.v1';
import { sentLineReadModel } from './read-models/sent-line.v1';

export * from './contracts';
export { DeliveriesModule, type DeliveriesOptions } from './deliveries.module';
export { DeliveriesOverview, type DeliveryCount } from './read-models/deliveries-overview';

/** What the apps put together. */
export const deliveriesParts = {
  codecs: [deliveriesCodec],
  readModels: [
    deliverableVersionReadModel,
    exportBatchReadModel,
    exportDraftReadModel,
    entitlementReadModel,
    sentLineReadModel,
  ],
  reactions: [],
};
