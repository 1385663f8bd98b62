export type { ExportBatchDownloaded } from './domain/batch';
export type {
  ExportDraftAbandoned,
  ExportDraftApproved,
  ExportDraftPrepared,
  ExportDraftReleased,
} from './domain/draft.events';
export type {
  ExportBatchApproved,
  ExportBatchPrepared,
  ExportBatchRejected,
  ExportBatchReleased,
  ExportBatchValidated,
  ExportOverdue,
  ExportRecordAccepted,
  ExportRecordPosted,
  ExportRecordRejected,
  ExportRecordRejectedLocally,
  ExportRecordRequeued,
  FeedTermsSet,
} from './domain/feed.events';
