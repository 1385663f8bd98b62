import { EventStore } from '@kull/event-store';
import { Allow, Caller, fileReply, Problem } from '@kull/http';
import { People, Reads } from '@kull/people';
import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ApplicationDocuments } from '../application-documents';
import { DraftAccess } from '../commands/draft-access';
import { application } from '../domain/application';
import { type AttachmentType, attachmentTypes } from '../domain/attachments';
import type { DraftDocument } from '../domain/draft';
import { type EmployerSigned, employerSignedPurpose } from '../domain/draft.events';
import { applicationUnknown, problems } from './problems';

const extensions: Readonly<Record<AttachmentType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

interface DocumentsView {
  /** Null: not confirmed by a link. */
  readonly employerConfirmation: (Partial<EmployerSigned> & { readonly on: string }) | null;
  readonly data: readonly DraftDocument[];
}

/** What applicants have sent in with applications that they filled in here, for those who judge them. */
@ApiTags('applications')
@Controller('applications/:id/documents')
@Allow('administrator', 'assessor')
export class ApplicationDocumentsController {
  constructor(
    private readonly events: EventStore,
    private readonly drafts: DraftAccess,
    private readonly documents: ApplicationDocuments,
    private readonly people: People,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listApplicationDocuments',
    summary: 'Vedleggene til en søknad, og hvem som bekreftet for arbeidsgiveren',
  })
  @ApiOkResponse({
    example: {
      employerConfirmation: { name: 'Lise Leder', title: 'Kommunalsjef', on: '2026-03-23' },
      data: [
        {
          documentHash: '91c2…',
          kind: 'DIPLOMA',
          mediaType: 'application/pdf',
          attachedAt: '2026-03-22T20:14:00.000Z',
        },
      ],
    },
  })
  async list(@Param('id') id: string, @Caller() caller: Caller): Promise<DocumentsView> {
    const { personId, state } = await this.found(id);
    await this.reads.note(caller, 'listApplicationDocuments', [personId]);
    if (state.status === 'none') return { employerConfirmation: null, data: [] };
    const { confirmation, documents } = state;
    if (!confirmation) return { employerConfirmation: null, data: documents };
    const sealed = [{ sealed: confirmation.confirmedBy, purpose: employerSignedPurpose }];
    const [signed] = await this.people.open<EmployerSigned>(sealed);
    return { employerConfirmation: { ...signed, on: confirmation.confirmedOn }, data: documents };
  }

  @Get(':document')
  @ApiOperation({ operationId: 'getApplicationDocument', summary: 'Ett vedlegg' })
  @ApiProduces(...attachmentTypes)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async document(
    @Param('id') id: string,
    @Param('document') hash: string,
    @Caller() caller: Caller,
  ): Promise<StreamableFile> {
    const { personId, state, draftId } = await this.found(id);
    const document = state.status === 'begun' && state.documents.find(({ documentHash }) => documentHash === hash);
    const content = document && (await this.documents.read(draftId, personId, hash));
    if (!content) throw Problem.notFound(problems.DOCUMENT_UNKNOWN.title, 'DOCUMENT_UNKNOWN');
    await this.reads.note(caller, 'getApplicationDocument', [personId]);
    const { kind, mediaType } = document;
    return fileReply({ name: `${kind.toLowerCase()}-${id}.${extensions[mediaType]}`, type: mediaType, content });
  }

  private async found(id: string) {
    const { state } = await this.events.load(application, id);
    if (state.status === 'none') throw applicationUnknown();
    const { intake, personId } = state.submitted;
    const draft = await this.drafts.open(intake, personId);
    return { personId, draftId: draft.id, state: draft.state };
  }
}
