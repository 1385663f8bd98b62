import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ExportBatchQueries } from './export-batch.query';

/** A batch as the first page shows it. */
export interface DeliveryCount {
  readonly sequence: number;
  readonly lines: number;
  readonly points: number;
  readonly at: string;
}

const SHOWN = 10;

/** The newest deliveries, the newest first. */
export class DeliveriesOverview extends Query<readonly DeliveryCount[]> {}

@QueryHandler(DeliveriesOverview)
export class DeliveriesOverviewHandler implements IQueryHandler<DeliveriesOverview> {
  constructor(private readonly batches: ExportBatchQueries) {}

  async execute(): Promise<readonly DeliveryCount[]> {
    const latest = await this.batches.latest(SHOWN);
    return latest.map(({ seq, recordCount, pointsTotalAdd, createdAt }) => ({
      sequence: seq,
      lines: recordCount,
      points: pointsTotalAdd,
      at: createdAt,
    }));
  }
}
