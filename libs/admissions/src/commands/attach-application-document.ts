import type { CommandContext } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApplicationDocuments } from '../application-documents';
import type { AttachmentKind, AttachmentType } from '../domain/attachments';
import { isOpenAt } from '../domain/draft';
import { DraftAccess } from './draft-access';
import { draftId } from './ids';
import { IntakeAccess } from './intake-access';
import type { Result } from './result';
import type { OwnDraftRejection } from './save-own-draft';

/** A document that came in. */
export interface AttachedDocument {
  readonly kind: AttachmentKind;
  readonly bytes: Uint8Array;
  readonly mediaType: AttachmentType;
}

/** Attaches a document to somebody's own application; the same one again is of the kind said last. */
export class AttachApplicationDocument extends Command<Result<undefined, OwnDraftRejection>> {
  constructor(
    readonly intakeId: string,
    readonly personId: string,
    readonly document: AttachedDocument,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AttachApplicationDocument)
export class AttachApplicationDocumentHandler implements ICommandHandler<AttachApplicationDocument> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly drafts: DraftAccess,
    private readonly documents: ApplicationDocuments,
  ) {}

  /** The bytes are there before the fact that they are; those that were refused go after. */
  async execute({ intakeId, personId, document: { kind, bytes, mediaType }, context }: AttachApplicationDocument) {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } } as const;
    const { intake, window } = opened.definition;
    const now = context.occurredAt;
    if (!isOpenAt(window, now)) return { rejected: { code: 'OUTSIDE_WINDOW' } } as const;
    const id = draftId(intake, personId);
    const documentHash = await this.documents.keep(id, personId, bytes);
    const data = { intake, personId, documentHash, kind, mediaType, window, now };
    const rejected = await this.drafts.execute(id, { type: 'AttachApplicationDocument', data }, context);
    if (!rejected) return { done: undefined };
    const { state } = await this.drafts.openNamed(id);
    const isThere = state.status === 'begun' && state.documents.some((one) => one.documentHash === documentHash);
    if (!isThere) await this.documents.delete(id, [documentHash]);
    return { rejected };
  }
}
