import { EventStore } from '@kull/event-store';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { feed, feedId } from '../domain/feed';
import { awaitsRepair, type Feed, type SentLine, sentOf, standing } from '../domain/feed.state';
import { contradict, receiptMessagePurpose } from '../domain/receipts';
import { sentIn } from '../domain/take-receipts';
import type { ExportBatch } from './export-batch.query';

/** A line of a batch with everything that the receiver said of it. */
export interface LineReceipts {
  readonly certificateNo: string;
  readonly lineNo: number;
  readonly version: number;
  readonly action: string;
  readonly points: number;
  readonly state: ReturnType<typeof standing>['state'];
  /** Of a rejection or a warning that counts. */
  readonly code: string | null;
  readonly awaitsRepair: boolean;
  readonly sentAgain: boolean;
  readonly contradictory: boolean;
  readonly receipts: { result: string; code: string | null; message: string | null; receivedAt: string }[];
}

export interface ReceiptsOfBatch {
  readonly counts: { sent: number; received: number; rejected: number; posted: number };
  readonly lines: LineReceipts[];
}

/** Shows the receipts of a batch, in the order of its file. */
@Injectable()
export class BatchReceipts {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
  ) {}

  async of({ id, organiserOrgNumber, recipientOrgNumber }: ExportBatch): Promise<ReceiptsOfBatch> {
    const { state } = await this.events.load(feed, feedId(organiserOrgNumber, recipientOrgNumber));
    const sent = (state.batches.get(id) ?? []).flatMap((key) => sentLineAt(state, id, key));
    const lines = await this.inWords(state, sent);
    const count = (wanted: LineReceipts['state']) => lines.filter((line) => line.state === wanted).length;
    return {
      counts: {
        sent: count('SENT'),
        received: count('RECEIVED'),
        rejected: count('REJECTED'),
        posted: count('POSTED'),
      },
      lines,
    };
  }

  /** With the receiver's words, as far as the physicians' keys are there. */
  private async inWords(state: Feed, sent: readonly SentLine[]): Promise<LineReceipts[]> {
    const sealed = sent.flatMap(({ receipts }) => receipts.flatMap(({ message }) => message ?? []));
    const opened = await this.people.open<string>(
      sealed.map((one) => ({ sealed: one, purpose: receiptMessagePurpose })),
    );
    const words = new Map(sealed.map((one, i) => [one, opened[i]]));
    return sent.map((line) => {
      const { number, lineNo, version, action, points, receipts } = line;
      const now = standing(line);
      return {
        certificateNo: number,
        lineNo,
        version,
        action,
        points,
        state: now.state,
        code: codeOf(now),
        awaitsRepair: awaitsRepair(state, line) === line,
        sentAgain: sentOf(state, line).at(-1) !== line,
        contradictory: contradict(receipts),
        receipts: receipts.map(({ result, code, message, receivedAt }) => ({
          result,
          code: code ?? null,
          message: (message && words.get(message)) ?? null,
          receivedAt,
        })),
      };
    });
  }
}

const codeOf = (now: ReturnType<typeof standing>): string | null => {
  switch (now.state) {
    case 'SENT':
      return null;
    case 'RECEIVED':
    case 'POSTED':
      return now.warning ?? null;
    case 'REJECTED':
      return now.code;
  }
};

const sentLineAt = (state: Feed, batchId: string, key: string): SentLine[] => {
  const [first] = state.sent.get(key) ?? [];
  const line = first && sentIn(state, batchId, first);
  return line ? [line] : [];
};
