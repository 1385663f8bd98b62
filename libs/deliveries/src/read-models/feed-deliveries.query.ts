import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { type BatchStanding, batchStanding } from '../domain/batch-standing';
import { feed } from '../domain/feed';
import { type ExportBatch, ExportBatchQueries } from './export-batch.query';

/** A delivery as the office follows it: what became of its lines, and whether the recipient has fetched it. */
export interface FollowedDelivery {
  readonly batch: ExportBatch;
  readonly standing: BatchStanding;
  /** The first time that the recipient fetched the file. */
  readonly fetched: { readonly by: string; readonly at: Instant } | null;
}

const FETCHED = `select distinct on (batch_id) batch_id as id, by, at from export_download_v1
  where batch_id = any ($1) and part = 'FILE' order by batch_id, position`;

/** The deliveries of one feed, the newest first. */
@Injectable()
export class FeedDeliveries {
  constructor(
    private readonly events: EventStore,
    private readonly batches: ExportBatchQueries,
  ) {}

  /** Up to `limit` deliveries with a lower number than `before`. */
  async page(feedId: string, before: number | undefined, limit: number, now: Instant): Promise<FollowedDelivery[]> {
    const { state } = await this.events.load(feed, feedId);
    const batches = await this.batches.ofFeed(`${feed.category}-${feedId}`, before, limit);
    const rows = await this.events.query<{ id: string; by: string; at: Date }>(FETCHED, [batches.map(({ id }) => id)]);
    const fetched = new Map(rows.map(({ id, by, at }) => [id, { by, at: at.toISOString() }]));
    return batches.map((batch) => ({
      batch,
      standing: batchStanding(state, batch.id, now),
      fetched: fetched.get(batch.id) ?? null,
    }));
  }
}
