import { type CommandContext, EventStore } from '@kull/event-store';
import { People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { feed } from '../domain/feed';
import type { FeedRejection, LineReceived, TakeReceipts } from '../domain/feed.commands';
import type { FeedEvent } from '../domain/feed.events';
import { type GoodReceipt, type ReceiptRow, type RejectedReceipt, sortReceiptRows } from '../domain/receipt-rows';
import { receiptMessagePurpose } from '../domain/receipts';
import { DeliverableQueries } from '../read-models/deliverable.query';

/** What the receiver said, and what could not be taken in. */
export interface Acknowledged {
  readonly rows: number;
  /** Receipts that were news. */
  readonly taken: number;
  /** Receipts that were known. */
  readonly unchanged: number;
  readonly rejected: readonly RejectedReceipt[];
}

export type AcknowledgeOutcome = { readonly acknowledged: Acknowledged } | { readonly rejected: FeedRejection };

/** The receiver's receipts for a batch, line by line, or its refusal of the whole file (domain.md 9.1, 9.3). */
export class ReceiveAcknowledgements extends Command<AcknowledgeOutcome> {
  constructor(
    readonly feedId: string,
    readonly batchId: string,
    readonly said: {
      readonly rows: readonly ReceiptRow[];
      readonly wholeBatch?: TakeReceipts['data']['wholeBatch'];
    },
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** So much may a receiver's clock be fast: five minutes. */
const CLOCK_FAST_MS = 300_000;

@CommandHandler(ReceiveAcknowledgements)
export class ReceiveAcknowledgementsHandler implements ICommandHandler<ReceiveAcknowledgements> {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly certificates: DeliverableQueries,
  ) {}

  async execute({ feedId, batchId, said, context }: ReceiveAcknowledgements): Promise<AcknowledgeOutcome> {
    const { state } = await this.events.load(feed, feedId);
    const latest = new Date(Date.parse(context.occurredAt) + CLOCK_FAST_MS).toISOString();
    const { taken, rejected } = sortReceiptRows(said.rows, state, batchId, latest);
    const receipts = await this.sealed(taken);
    const { wholeBatch } = said;
    const data = { batchId, receipts, ...(wholeBatch && { wholeBatch }) };
    const outcome = await this.events.execute(feed, feedId, { type: 'TakeReceipts', data }, context);
    if ('rejected' in outcome) return { rejected: outcome.rejected as FeedRejection };
    const events = outcome.accepted.events as readonly { readonly type: FeedEvent['type'] }[];
    const news = events.filter(({ type }) => type !== 'ExportBatchRejected').length;
    const { length: rows } = said.rows;
    return { acknowledged: { rows, taken: news, unchanged: taken.length - news, rejected } };
  }

  /** The receiver's own words are sealed under the key of the physician; of somebody forgotten they are not kept. */
  private async sealed(receipts: readonly GoodReceipt[]): Promise<readonly LineReceived[]> {
    const worded = receipts.filter(({ message }) => message !== '');
    const persons = await this.certificates.personsOf(worded.map(({ number }) => number));
    const remembered = await this.people.profiles([...persons.values()]);
    const known = worded.filter(({ number }) => remembered.has(persons.get(number) ?? ''));
    const sealed = await this.people.seal(
      known.map(({ number, message }) => ({
        person: persons.get(number)!,
        purpose: receiptMessagePurpose,
        value: message,
      })),
    );
    const messages = new Map(known.map((receipt, i) => [receipt, sealed[i]!]));
    return receipts.map((receipt) => {
      const { message: _, ...rest } = receipt;
      const message = messages.get(receipt);
      return message ? { ...rest, message } : rest;
    });
  }
}
