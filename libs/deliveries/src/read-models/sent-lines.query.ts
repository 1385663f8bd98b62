import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { type OverdueDelivery, type SentLineRef, type SentLineState, SentLines } from '../contracts/lines';

interface Row extends Omit<SentLineState, 'rejected'> {
  readonly code: string | null;
  readonly notedAt: Date | null;
}

const NAMED = `select l.batch_id as "batchId", l.number, l.line_no as "lineNo", l.version, l.class_id as "classId",
    l.class_code as "classCode", l.seq as "batchSeq", l.code, l.noted_at as "notedAt",
    case when l.is_rejected and not l.is_requeued then 'REJECTED'
         when coalesce(l.accepted_at, l.rejected_at) is null then 'SENT' else 'SETTLED' end as state,
    exists (select from sent_line_v2 o where o.number = l.number and o.line_no = l.line_no and o.seq > l.seq) as "isOvertaken"
  from unnest($1::text[], $2::text[], $3::integer[]) as r (batch_id, number, line_no)
  join sent_line_v2 l on l.batch_id = r.batch_id and l.number = r.number and l.line_no = r.line_no`;

const OVERDUE = `select d.number, d.at,
    exists (select from sent_line_v2 l where l.number = d.number and not l.is_rejected) as "hasLeft"
  from overdue_delivery_v2 d where d.number = any ($1)`;

/** What has left, for other contexts. */
@Injectable()
export class SentLineQueries extends SentLines {
  constructor(private readonly events: EventStore) {
    super();
  }

  async named(refs: readonly SentLineRef[]): Promise<readonly SentLineState[]> {
    const rows = await this.events.query<Row>(NAMED, [
      refs.map(({ batchId }) => batchId),
      refs.map(({ number }) => number),
      refs.map(({ lineNo }) => lineNo),
    ]);
    return rows.map(({ code, notedAt, ...line }) => ({
      ...line,
      ...(code !== null && notedAt !== null && { rejected: { code, at: notedAt.toISOString() } }),
    }));
  }

  async overdue(numbers: readonly string[]): Promise<readonly OverdueDelivery[]> {
    const rows = await this.events.query<Omit<OverdueDelivery, 'at'> & { readonly at: Date }>(OVERDUE, [numbers]);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
