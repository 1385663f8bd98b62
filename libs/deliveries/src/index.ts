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
import { exportReceiptReadModel } from './read-models/export-receipt.v1';
import { machineClientReadModel } from './read-models/machine-client.v1';
import { sentLineReadModel } from './read-models/sent-line.v2';
import { webhookReadModel } from './read-models/webhook.v1';

export { AcknowledgeAtDesk, type DeskReceipt } from './commands/acknowledge-at-desk';
export { type DeskClientFault, DeskClients } from './commands/desk-clients';
export { type DeskWebhookFault, DeskWebhooks, webhookTypesIn } from './commands/desk-webhooks';
export { PreviewLines } from './commands/preview-lines';
export * from './contracts';
export { DeliveriesModule, type DeliveriesOptions } from './deliveries.module';
export type { ApprovalFault, ApprovedCourse } from './domain/approved-courses';
export type { ChangedLine, NextLine } from './domain/changed-lines';
export type { DeskAnswer } from './domain/desk-answers';
export type { Column } from './domain/export-record';
export type { CellChange } from './domain/preview';
export type { ReceiptRow, ReceiptRowCode } from './domain/receipt-rows';
export type { BatchCode, RecordCode, WarningCode } from './domain/validation-codes';
export { type WebhookType, webhookTypes } from './domain/webhook.events';
export { receiptRowsIn } from './http/acknowledgements.dto';
export { columnTitles } from './http/column-titles';
export { workbookNameOf } from './http/delivery-workbook';
export { outcomeTexts, pointsTexts } from './http/points-texts';
export { CountRejectedLines } from './read-models/count-rejected-lines';
export { CourseApprovals } from './read-models/course-approvals.query';
export { DeliveriesOverview, type DeliveryCount } from './read-models/deliveries-overview';
export { type DeskDelivery, type DeskFilter, DeskQueries, type SentReceipts } from './read-models/desk.query';
export { type DeskLine, DeskLines } from './read-models/desk-lines';
export { type ExportDownload, ExportDownloadQueries } from './read-models/export-downloads.query';
export type { OwnMachineClient } from './read-models/machine-clients.query';
export { OwnDeliveries, type OwnDelivery } from './read-models/own-deliveries.query';
export { type LookUp, PointsLookUps } from './read-models/points-look-ups';
export { PointsReport, type ReportedCourse } from './read-models/points-report';
export type { WebhookAttemptRecord, WebhookRecord } from './read-models/webhooks.query';

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
    exportReceiptReadModel,
    machineClientReadModel,
    webhookReadModel,
  ],
  reactions: [tellWebhooksWhenSomethingIsNew, sendWebhookWhenMessageIsDue],
};
