import { deliveriesCodec } from './codec/deliveries.codec';
import { machineClientsCodec } from './codec/machine-clients.codec';
import { webhooksCodec } from './codec/webhooks.codec';
import { sendWebhookWhenMessageIsDue } from './reactions/send-webhook-when-message-is-due';
import { tellWebhooksWhenSomethingIsNew } from './reactions/tell-webhooks-when-something-is-new';
import { deliverableVersionReadModel } from './read-models/deliverable-version.v1';
import { entitlementReadModel } from './read-models/entitlement.v1';
import { exportBatchReadModel } from './read-models/export-batch.v3';
import { exportDownloadReadModel } from './read-models/export-download.v1';
import { exportDraftReadModel } from './read-models/export-draft.v1';
import { machineClientReadModel } from './read-models/machine-client.v1';
import { sentLineReadModel } from './read-models/sent-line.v2';
import { webhookReadModel } from './read-models/webhook.v1';

export { PreviewLines } from './commands/preview-lines';
export * from './contracts';
export { DeliveriesModule, type DeliveriesOptions } from './deliveries.module';
export type { ChangedLine, NextLine } from './domain/changed-lines';
export { outcomeTexts, pointsTexts } from './http/points-texts';
export { CountRejectedLines } from './read-models/count-rejected-lines';
export { DeliveriesOverview, type DeliveryCount } from './read-models/deliveries-overview';
export { type ChangedDeskLine, type DeskDelivery, DeskQueries } from './read-models/desk.query';
export { type LookUp, PointsLookUps } from './read-models/points-look-ups';
export { PointsReport, type ReportedCourse } from './read-models/points-report';

/** What the apps put together. */
export const deliveriesParts = {
  codecs: [deliveriesCodec, machineClientsCodec, webhooksCodec],
  readModels: [
    deliverableVersionReadModel,
    exportBatchReadModel,
    exportDraftReadModel,
    entitlementReadModel,
    sentLineReadModel,
    exportDownloadReadModel,
    machineClientReadModel,
    webhookReadModel,
  ],
  reactions: [tellWebhooksWhenSomethingIsNew, sendWebhookWhenMessageIsDue],
};
