export type { ExportBatchDownloaded } from './domain/batch';
export type {
  ExportBatchApproved,
  ExportBatchPrepared,
  ExportBatchReleased,
  ExportBatchValidated,
  ExportRecordRejectedLocally,
} from './domain/feed.events';
