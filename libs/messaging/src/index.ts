export { messagingCodec } from './codec/messaging.codec';
export type { Intent, JobContext, Reaction } from './contracts';
export { faultText } from './fault-text';
export { FenceLost } from './fence';
export { JobHandler, type JobHandlerOptions } from './job-handler';
export { Messaging } from './messaging';
export { MessagingModule, type MessagingOptions } from './messaging.module';
export { messagingMigrations, messagingWhose } from './migrations';
export { oweWork } from './outbox';
export { Pulse } from './pulse';
export type { QueueOptions } from './queue/queue-options';
export { type SetAsideJob, SetAsideWork } from './set-aside-work';
export {
  type JobCounts,
  type OpenWork,
  type QuarantinedJob,
  type ReactionStanding,
  type Work,
  WorkReport,
  type WorkSummary,
} from './work-report';
