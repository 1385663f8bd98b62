import type { CommandContext, Sealed } from '@kull/event-store';
import { People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApplicationDocuments } from '../application-documents';
import { type AttachmentKind, type AttachmentType, fileNameOf } from '../domain/attachments';
import { isOpenAt } from '../domain/draft';
import { documentNamePurpose } from '../domain/draft.events';
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
  /** What the file is called where it came from. */
  readonly name?: string;
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
    private readonly people: People,
  ) {}

  /** The bytes are there before the fact that they are; those that were refused go after. */
  async execute({
    intakeId,
    personId,
    document: { kind, bytes, mediaType, name },
    context,
  }: AttachApplicationDocument) {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } } as const;
    const { intake, window } = opened.definition;
    const now = context.occurredAt;
    if (!isOpenAt(window, now)) return { rejected: { code: 'OUTSIDE_WINDOW' } } as const;
    const id = draftId(intake, personId);
    const documentHash = await this.documents.keep(id, personId, bytes);
    const called = await this.sealedName(personId, name);
    const of = { intake, personId, documentHash, kind, mediaType, size: bytes.length, ...(called && { name: called }) };
    const data = { ...of, window, now };
    const rejected = await this.drafts.execute(id, { type: 'AttachApplicationDocument', data }, context);
    if (!rejected) return { done: undefined };
    const { state } = await this.drafts.openNamed(id);
    const isThere = state.status === 'begun' && state.documents.some((one) => one.documentHash === documentHash);
    if (!isThere) await this.documents.delete(id, [documentHash]);
    return { rejected };
  }

  private async sealedName(person: string, given = ''): Promise<Sealed | undefined> {
    const value = fileNameOf(given);
    if (value === '') return undefined;
    return (await this.people.seal([{ person, purpose: documentNamePurpose, value }]))[0];
  }
}
