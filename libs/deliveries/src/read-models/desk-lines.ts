import { DocumentStore } from '@kull/certificates/contracts';
import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { rowsIn } from '../domain/batch-file';
import { feed, feedId } from '../domain/feed';
import { type Feed, sentOf, standing } from '../domain/feed.state';
import { lineKey } from '../domain/line-map';
import { type CellChange, changedCells, type RowCells } from '../domain/preview';
import { BatchReceipts, type LineReceipts } from './batch-receipts';
import { type ExportBatch, ExportBatchQueries } from './export-batch.query';

/** A line of a delivery as its recipient's desk sees it: what the file says of it, and what was said back. */
export interface DeskLine extends LineReceipts {
  readonly reasonCode?: string;
  /** Absent when the delivered file does not say. */
  readonly physician?: { readonly familyName: string; readonly givenNames: string; readonly hprNumber: string };
  /** Of a correction or withdrawal: each cell that was delivered before, and what it is now. */
  readonly changes: readonly CellChange[];
}

type RowsByLine = ReadonlyMap<string, RowCells>;

/** What the line corrects or takes back: the last that left before it and was not rejected. */
const before = (state: Feed, { certificateNo: number, lineNo }: LineReceipts, seq: number) =>
  sentOf(state, { number, lineNo }).findLast((line) => line.seq < seq && standing(line).state !== 'REJECTED');

/** Reads deliveries line by line from the files that were delivered. */
@Injectable()
export class DeskLines {
  constructor(
    private readonly events: EventStore,
    private readonly batches: ExportBatchQueries,
    private readonly receipts: BatchReceipts,
    private readonly documents: DocumentStore,
  ) {}

  /** The lines of a delivery to the organisation in the order of its file; none when it is another's (I-53). */
  async of(batchId: string, recipient: string): Promise<readonly DeskLine[]> {
    const batch = await this.batches.find(batchId);
    if (batch?.recipientOrgNumber !== recipient) return [];
    const [{ lines }, reasons, rows, { state }] = await Promise.all([
      this.receipts.of(batch),
      this.reasonsIn(batch),
      this.rowsOf(batch),
      this.events.load(feed, feedId(batch.organiserOrgNumber, recipient)),
    ]);
    const changed = lines.filter(({ action }) => action !== 'ADD');
    const earlier = await this.rowsOfBatches(changed.flatMap((line) => before(state, line, batch.seq)?.batchId ?? []));
    return lines.map((line): DeskLine => {
      const key = keyOf(line);
      const row = rows.get(key);
      const base = line.action === 'ADD' ? undefined : before(state, line, batch.seq);
      const had = base && earlier.get(base.batchId)?.get(key);
      const reasonCode = reasons.get(key);
      return {
        ...line,
        ...(reasonCode !== undefined && { reasonCode }),
        ...(row && {
          physician: { familyName: row.family_name, givenNames: row.given_names, hprNumber: row.hpr_number },
        }),
        changes: had && row ? changedCells(had, row) : [],
      };
    });
  }

  private async reasonsIn({ id }: ExportBatch): Promise<ReadonlyMap<string, string>> {
    const lines = await this.batches.linesOf(id);
    return new Map(lines.flatMap((line) => (line.reasonCode ? [[keyOf(line), line.reasonCode] as const] : [])));
  }

  private async rowsOf({ fileSha256 }: ExportBatch): Promise<RowsByLine> {
    const { bytes } = await this.documents.read(fileSha256);
    const rows = rowsIn(bytes) ?? [];
    return new Map(rows.map((row) => [lineKey({ number: row.certificate_id, lineNo: Number(row.line_no) }), row]));
  }

  private async rowsOfBatches(ids: readonly string[]): Promise<ReadonlyMap<string, RowsByLine>> {
    const found = await Promise.all([...new Set(ids)].map((id) => this.batches.find(id)));
    const rows = found
      .flatMap((batch) => (batch ? [batch] : []))
      .map(async (batch) => [batch.id, await this.rowsOf(batch)] as const);
    return new Map(await Promise.all(rows));
  }
}

const keyOf = ({ certificateNo: number, lineNo }: { readonly certificateNo: string; readonly lineNo: number }) =>
  lineKey({ number, lineNo });
