import type { CommandContext } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApplicationDocuments } from '../application-documents';
import { DraftAccess } from './draft-access';
import { draftId } from './ids';
import { IntakeAccess } from './intake-access';
import type { Result } from './result';
import type { OwnDraftRejection } from './save-own-draft';

/** Deletes a document of somebody's own application, for good. */
export class RemoveApplicationDocument extends Command<Result<undefined, OwnDraftRejection>> {
  constructor(
    readonly intakeId: string,
    readonly personId: string,
    readonly documentHash: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RemoveApplicationDocument)
export class RemoveApplicationDocumentHandler implements ICommandHandler<RemoveApplicationDocument> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly drafts: DraftAccess,
    private readonly documents: ApplicationDocuments,
  ) {}

  /** Whoever asks again has the bytes deleted again, in case the first time ended between fact and deed. */
  async execute({ intakeId, personId, documentHash, context }: RemoveApplicationDocument) {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } } as const;
    const { intake, window } = opened.definition;
    const id = draftId(intake, personId);
    const data = { documentHash, window, now: context.occurredAt };
    const rejected = await this.drafts.execute(id, { type: 'RemoveApplicationDocument', data }, context);
    const { state } = await this.drafts.openNamed(id);
    if (state.status === 'begun') await this.documents.delete(id, state.formerDocuments);
    return rejected ? { rejected } : { done: undefined };
  }
}
