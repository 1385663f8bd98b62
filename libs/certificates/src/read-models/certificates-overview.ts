import { EventStore } from '@kull/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

/** Versions of certificates, counted for the first page. */
export interface CertificatesCount {
  /** With a document, whatever became of them. */
  readonly issued: number;
  /** By a next version with a document. */
  readonly replaced: number;
  readonly revoked: number;
}

/** How many certificates there are. */
export class CertificatesOverview extends Query<CertificatesCount> {}

const COUNT = `select (count(*) filter (where sha256 is not null))::integer as issued,
    (count(*) filter (where sha256 is not null and version > 1))::integer as replaced,
    (count(*) filter (where sha256 is null))::integer as revoked
  from certificate_v1`;

@QueryHandler(CertificatesOverview)
export class CertificatesOverviewHandler implements IQueryHandler<CertificatesOverview> {
  constructor(private readonly events: EventStore) {}

  async execute(): Promise<CertificatesCount> {
    const [count] = await this.events.query<CertificatesCount>(COUNT);
    return count!;
  }
}
