import type { FollowedDelivery } from '../read-models/feed-deliveries.query';
import { type ExportView, exportExample, exportView } from './exports.dto';

/** A delivery as the office follows it. */
export interface FollowedDeliveryView extends ExportView {
  readonly lines: FollowedDelivery['standing']['lines'];
  /** Rejected, and they do not go again before somebody does something. */
  readonly awaitRepair: number;
  readonly contradictory: number;
  /** The last day on which an answer is expected; null once every line has one. */
  readonly answerBy: string | null;
  readonly isAnswerOverdue: boolean;
  /** The first time that the recipient fetched the file. */
  readonly fetched: FollowedDelivery['fetched'];
}

export const followedDeliveryView = ({ batch, standing, fetched }: FollowedDelivery): FollowedDeliveryView => ({
  ...exportView(batch),
  ...standing,
  answerBy: standing.answerBy ?? null,
  fetched,
});

export const followedDeliveryExample: FollowedDeliveryView = {
  ...exportExample,
  lines: { SENT: 0, RECEIVED: 4, REJECTED: 1, POSTED: 0 },
  awaitRepair: 1,
  contradictory: 0,
  answerBy: null,
  isAnswerOverdue: false,
  fetched: { by: 'tvi', at: '2026-07-08T07:12:00.000Z' },
};
