import { type CommandContext, EventStore } from '@kull/event-store';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type DeskAnswer, isRefusedWhole, receiptsOfAnswers } from '../domain/desk-answers';
import { feed, feedId } from '../domain/feed';
import type { ReceiptRow } from '../domain/receipt-rows';
import type { BatchCode } from '../domain/validation-codes';
import { ExportBatchQueries } from '../read-models/export-batch.query';
import { type AcknowledgeOutcome, ReceiveAcknowledgements } from './receive-acknowledgements';

/** What the desk says: of lines, in a file of its own, or that the whole delivery cannot be used. */
export type DeskReceipt =
  | { readonly answers: readonly DeskAnswer[] }
  | { readonly rows: readonly ReceiptRow[] }
  | { readonly refused: BatchCode };

/** A person at the receiver acknowledges a delivery to their organisation. Said once more, it changes nothing. */
export class AcknowledgeAtDesk extends Command<AcknowledgeOutcome> {
  constructor(
    readonly batchId: string,
    /** The organisation that the person acts for: of another's delivery nothing is known (I-53). */
    readonly recipient: string,
    readonly receipt: DeskReceipt,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AcknowledgeAtDesk)
export class AcknowledgeAtDeskHandler implements ICommandHandler<AcknowledgeAtDesk> {
  constructor(
    private readonly events: EventStore,
    private readonly batches: ExportBatchQueries,
    private readonly commands: CommandBus,
  ) {}

  async execute({ batchId, recipient, receipt, context }: AcknowledgeAtDesk): Promise<AcknowledgeOutcome> {
    const found = await this.batches.find(batchId);
    if (found?.recipientOrgNumber !== recipient) return { rejected: { code: 'BATCH_NOT_OF_FEED' } };
    const id = feedId(found.organiserOrgNumber, recipient);
    const { state } = await this.events.load(feed, id);
    const at = context.occurredAt;
    const take = (said: ReceiveAcknowledgements['said']) =>
      this.commands.execute(new ReceiveAcknowledgements(id, batchId, said, context));
    if ('rows' in receipt) return take(receipt);
    if ('answers' in receipt) return take({ rows: receiptsOfAnswers(state, batchId, receipt.answers, at) });
    const { refused: code } = receipt;
    if (isRefusedWhole(state, batchId, code))
      return { acknowledged: { rows: 1, taken: 0, unchanged: 1, rejected: [] } };
    const outcome = await take({ rows: [], wholeBatch: { code, receivedAt: at } });
    return 'rejected' in outcome ? outcome : { acknowledged: { ...outcome.acknowledged, rows: 1, taken: 1 } };
  }
}
