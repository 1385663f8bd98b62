import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { batch, type ExportBatchDownloaded } from '../domain/batch';

/** The recipient fetched a file of a batch. */
export class RecordDownload extends Command<Outcome<ExportBatchDownloaded, never>> {
  constructor(
    readonly data: ExportBatchDownloaded['data'],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordDownload)
export class RecordDownloadHandler implements ICommandHandler<RecordDownload> {
  constructor(private readonly events: EventStore) {}

  execute({ data, context }: RecordDownload) {
    return this.events.execute(batch, data.batchId, { type: 'RecordDownload', data }, context);
  }
}
