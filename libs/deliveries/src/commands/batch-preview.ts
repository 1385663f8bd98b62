import { Injectable } from '@nestjs/common';
import { deliveredLine } from '../domain/delivered-line';
import type { ExportRecord } from '../domain/export-record';
import type { BatchCounts, RejectedLine } from '../domain/feed.events';
import { baseOf } from '../domain/feed.state';
import { lineKey } from '../domain/line-map';
import type { AwaitsComment, AwaitsRepair } from '../domain/owed-lines';
import { type CellChange, cellChanges } from '../domain/preview';
import { countsOf } from '../domain/release';
import type { WarningCode } from '../domain/validation-codes';
import { Candidates } from './candidates';
import type { FeedPlan } from './feed-planner';

/** A line that would leave, and what it changes at the receiver. */
export interface PreviewLine {
  readonly record: ExportRecord;
  /** What the receiver has of it. Absent: nothing. */
  readonly pointsBefore?: number;
  readonly changes: readonly CellChange[];
  readonly warnings: readonly WarningCode[];
}

/** Everything a person should see before a batch leaves. */
export interface BatchPreview {
  readonly counts: BatchCounts;
  readonly lines: readonly PreviewLine[];
  readonly rejected: readonly RejectedLine[];
  readonly awaitRepair: readonly AwaitsRepair[];
  readonly awaitComment: readonly AwaitsComment[];
}

/** Shows what a batch would carry, old beside new. Stores nothing. */
@Injectable()
export class BatchPreviews {
  constructor(private readonly candidates: Candidates) {}

  async of({ state, certificates, owed, prepared }: FeedPlan): Promise<BatchPreview> {
    const { records, lines, rejected, warnings } = prepared;
    const byNumber = new Map(certificates.map((one) => [one.number, one]));
    const had = records.flatMap(({ number, line }) => {
      const base = baseOf(state, { number, lineNo: line.lineNo });
      return (base && deliveredLine(byNumber.get(number)!, base)) ?? [];
    });
    const keyOf = ({ number, line }: Pick<ExportRecord, 'number' | 'line'>) => lineKey({ number, lineNo: line.lineNo });
    const before = new Map((await this.candidates.records(had)).map((record) => [keyOf(record), record]));
    const warned = new Map(warnings.map((one) => [lineKey(one), one.codes]));
    return {
      counts: countsOf(lines),
      lines: records.map((record) => {
        const base = before.get(keyOf(record));
        return {
          record,
          ...(base && { pointsBefore: base.line.points }),
          changes: cellChanges(base, record),
          warnings: warned.get(keyOf(record)) ?? [],
        };
      }),
      rejected,
      awaitRepair: owed.awaitRepair,
      awaitComment: owed.awaitComment,
    };
  }
}
