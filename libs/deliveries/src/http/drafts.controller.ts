import { EventStore } from '@kull/event-store';
import { Allow, answer, Caller, Created, decodeCursor, Page, pageOf, problemOf, Worded } from '@kull/http';
import { Clock } from '@kull/kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BatchPreviews } from '../commands/batch-preview';
import { FeedPlanner } from '../commands/feed-planner';
import { FeedScopes } from '../commands/feed-scopes';
import { ReleaseDraft } from '../commands/release-draft';
import { SettleDraft } from '../commands/settle-draft';
import { type DraftRejection, exportDraft } from '../domain/draft';
import { ExportBatchQueries } from '../read-models/export-batch.query';
import { type DraftCursor, ExportDraftQueries } from '../read-models/export-draft.query';
import {
  ApproveBody,
  DraftListQuery,
  DraftPage,
  type DraftRowView,
  DraftView,
  draftExample,
  draftRowExample,
  draftView,
  EmptyBody,
} from './drafts.dto';
import { ExportView, exportExample, exportView } from './exports.dto';
import { PreviewBody, PreviewView, previewExample, previewView } from './preview.dto';
import { deliveryProblem, draftOvertaken, draftProblems } from './problems';

/** From what is owed to a numbered batch: look, prepare (POST /exports), approve, release. */
@ApiTags('exports')
@Controller()
@Allow('administrator')
export class DraftsController {
  constructor(
    private readonly events: EventStore,
    private readonly scopes: FeedScopes,
    private readonly planner: FeedPlanner,
    private readonly previews: BatchPreviews,
    private readonly drafts: ExportDraftQueries,
    private readonly batches: ExportBatchQueries,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  @Post('export-previews')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'previewExport',
    summary: 'Hva som ville blitt levert nå, gammelt mot nytt; lagrer ingenting',
  })
  @ApiOkResponse({ type: PreviewView, example: previewExample })
  async preview(@Body() wanted: PreviewBody): Promise<Worded<PreviewView>> {
    const scope = await this.scopes.find(wanted);
    if (typeof scope === 'string') throw deliveryProblem(scope);
    const preview = await this.previews.of(await this.planner.plan(scope, this.clock.now()));
    return new Worded((language) => previewView(preview, language));
  }

  @Get('export-drafts')
  @ApiOperation({ operationId: 'listExportDrafts', summary: 'Utkast til leveringer' })
  @ApiOkResponse({ type: DraftPage, example: { data: [draftRowExample], nextCursor: null } })
  async list(@Query() query: DraftListQuery): Promise<Page<DraftRowView>> {
    const after = decodeCursor(query.cursor) as DraftCursor | undefined;
    const found = await this.drafts.page(query.status, after, query.limit + 1);
    return pageOf(found, query, ({ preparedAt, id }) => [preparedAt, id]);
  }

  @Get('export-drafts/:id')
  @ApiOperation({ operationId: 'getExportDraft', summary: 'Ett utkast med linjene' })
  @ApiOkResponse({ type: DraftView, example: draftExample })
  get(@Param('id') id: string): Promise<DraftView> {
    return this.view(id);
  }

  @Post('export-drafts/:id/approvals')
  @HttpCode(200)
  @ApiOperation({ operationId: 'approveExportDraft', summary: 'Godkjenn et utkast; to personer når poeng trekkes' })
  @ApiOkResponse({ type: DraftView, example: { ...draftExample, status: 'APPROVED', approvedBy: 'admin-2' } })
  async approve(@Param('id') id: string, @Body() body: ApproveBody, @Caller() caller: Caller): Promise<DraftView> {
    const order = { type: 'ApproveDraft', data: { approvedBy: caller.by(body.approvedBy) } } as const;
    answer(await this.commands.execute(new SettleDraft(id, order, caller.context())), draftProblems);
    return this.view(id);
  }

  @Post('export-drafts/:id/abandonments')
  @HttpCode(200)
  @ApiOperation({ operationId: 'abandonExportDraft', summary: 'Forkast et utkast; det har ikke noe nummer' })
  @ApiOkResponse({ type: DraftView, example: { ...draftExample, status: 'ABANDONED' } })
  async abandon(@Param('id') id: string, @Body() _: EmptyBody, @Caller() caller: Caller): Promise<DraftView> {
    const order = { type: 'AbandonDraft', data: {} } as const;
    answer(await this.commands.execute(new SettleDraft(id, order, caller.context())), draftProblems);
    return this.view(id);
  }

  @Post('export-drafts/:id/releases')
  @HttpCode(200)
  @ApiOperation({ operationId: 'releaseExportDraft', summary: 'Lever et godkjent utkast under neste nummer' })
  @ApiCreatedResponse({ type: ExportView, example: exportExample })
  async release(@Param('id') id: string, @Body() _: EmptyBody, @Caller() caller: Caller): Promise<Created<ExportView>> {
    const outcome = await this.commands.execute(new ReleaseDraft(id, caller.context()));
    if ('overtaken' in outcome) throw draftOvertaken(outcome.overtaken);
    if ('rejected' in outcome) throw problemOf<DraftRejection>(outcome.rejected, draftProblems);
    const batch = await this.batches.find(outcome.released);
    return new Created(`/api/v1/exports/${outcome.released}`, exportView(batch!));
  }

  private async view(id: string): Promise<DraftView> {
    const { state } = await this.events.load(exportDraft, id);
    if (state.status === 'none') throw problemOf<DraftRejection>({ code: 'DRAFT_UNKNOWN' }, draftProblems);
    return draftView(state);
  }
}
