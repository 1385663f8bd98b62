import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AbandonDraft, type ApproveDraft, type DraftRejection, exportDraft } from '../domain/draft';
import type { DraftEvent } from '../domain/draft.events';

/** A person has looked at a draft: it may leave, or it is given up. */
export class SettleDraft extends Command<Outcome<DraftEvent, DraftRejection>> {
  constructor(
    readonly draftId: string,
    readonly order: ApproveDraft | AbandonDraft,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SettleDraft)
export class SettleDraftHandler implements ICommandHandler<SettleDraft> {
  constructor(private readonly events: EventStore) {}

  execute({ draftId, order, context }: SettleDraft) {
    return this.events.execute(exportDraft, draftId, order, context);
  }
}
