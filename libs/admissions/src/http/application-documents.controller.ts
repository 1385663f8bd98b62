import { Allow, Caller, fileReply, Problem } from '@kull/http';
import { Clock } from '@kull/kernel';
import { Reads } from '@kull/people';
import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ApplicationDocuments } from '../application-documents';
import { ApplicationPapers, type ApplicationPapersView, type FoundPapers } from '../application-papers';
import { type AttachmentType, attachmentTypes } from '../domain/attachments';
import { applicationUnknown, disqualifiedReader, problems } from './problems';

const extensions: Readonly<Record<AttachmentType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

const example: ApplicationPapersView = {
  applicant: { familyName: 'Nordmann', givenNames: 'Kari' },
  source: 'FORM',
  data: [
    {
      documentHash: '91c2…',
      kind: 'DIPLOMA',
      mediaType: 'application/pdf',
      name: 'vitnemål.pdf',
      size: 482_113,
      attachedAt: '2026-03-22T20:14:00.000Z',
    },
  ],
  notThere: ['WORK_CERTIFICATE'],
  missing: null,
  employerConfirmation: {
    name: 'Lise Leder',
    title: 'Kommunalsjef',
    on: '2026-03-23',
    post: { employer: 'Bodø kommune', positionTitle: 'Enhetsleder' },
  },
  confirmedInFileOn: null,
  employerRequest: null,
};

/** What applicants have sent in with applications that they filled in here, for those who judge them. */
@ApiTags('applications')
@Controller('applications/:id/documents')
@Allow('administrator', 'assessor')
export class ApplicationDocumentsController {
  constructor(
    private readonly papers: ApplicationPapers,
    private readonly documents: ApplicationDocuments,
    private readonly clock: Clock,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listApplicationDocuments',
    summary: 'Vedleggene til en søknad, det som mangler, og hva arbeidsgiveren har bekreftet',
  })
  @ApiOkResponse({ example })
  async list(@Param('id') id: string, @Caller() caller: Caller): Promise<ApplicationPapersView> {
    const found = await this.found(id, caller);
    await this.reads.note(caller, 'listApplicationDocuments', [found.personId]);
    const view = await found.view(this.clock.now());
    // Whom the applicant has written to, the office may have to ring; nobody is judged by it.
    return caller.roles.includes('administrator') ? view : { ...view, employerRequest: null };
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
    const { personId, documents, draftId } = await this.found(id, caller);
    const document = documents.find(({ documentHash }) => documentHash === hash);
    const content = document && (await this.documents.read(draftId, personId, hash));
    if (!content) throw Problem.notFound(problems.DOCUMENT_UNKNOWN.title, 'DOCUMENT_UNKNOWN');
    await this.reads.note(caller, 'getApplicationDocument', [personId]);
    const { kind, mediaType } = document;
    return fileReply({ name: `${kind.toLowerCase()}-${id}.${extensions[mediaType]}`, type: mediaType, content });
  }

  private async found(id: string, { actor, roles }: Caller): Promise<FoundPapers> {
    const found = await this.papers.find(id);
    if (!found) throw applicationUnknown();
    if (!roles.includes('administrator') && found.disqualified.includes(actor)) throw disqualifiedReader();
    return found;
  }
}
