import { Allow, answer, Caller, ClassId, Problem, problemOf, Question, SeenVersion, Worded } from '@kull/http';
import { Body, Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallOffs, type ClassBefore } from '../call-offs';
import { ChangeSession } from '../commands/change-session';
import { SessionChanges } from '../session-changes';
import { SessionChangeDocument, sessionChangeOf } from './gathering.dto';
import { clashError } from './planning-texts';
import { problems } from './problems';
import {
  exampleSessionChange,
  exampleSessionChangePreview,
  type SessionChangePreviewView,
  type SessionChangeView,
  sessionChangePreviewView,
  sessionChangeView,
} from './session-change-view';

/** One session of a gathering: added, moved or called off alone, after a preview. */
@ApiTags('gatherings')
@Controller('classes/:id/gatherings/:number')
@Allow('administrator', 'coordinator')
export class SessionChangesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly callOffs: CallOffs,
    private readonly changes: SessionChanges,
  ) {}

  @Post('session-change-previews')
  @HttpCode(200)
  @Question()
  @ApiOperation({
    operationId: 'previewSessionChange',
    summary: 'Se hvem en endret økt berører, hva som sendes, og hva oppmøtet regnes av. Ingenting lagres',
  })
  @ApiOkResponse({ example: exampleSessionChangePreview })
  async preview(
    @ClassId() id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() document: SessionChangeDocument,
    @Caller() caller: Caller,
  ): Promise<Worded<SessionChangePreviewView>> {
    const before = await this.before(id);
    const at = caller.context().occurredAt;
    const preview = await this.changes.preview(before, number, sessionChangeOf(document), at);
    return new Worded((language) => sessionChangePreviewView(before, preview, language));
  }

  @Post('session-changes')
  @HttpCode(200)
  @ApiOperation({ operationId: 'changeSession', summary: 'Legg til, flytt eller avlys én økt i en samling' })
  @ApiOkResponse({ example: exampleSessionChange })
  @ApiConflictResponse({ description: 'SESSION_BEGUN, ROOM_TAKEN, TEACHER_TAKEN: alle kollisjonene i errors' })
  async change(
    @ClassId() id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() document: SessionChangeDocument,
    @Caller() caller: Caller,
    @SeenVersion({ optional: true }) seenVersion?: number,
  ): Promise<Worded<SessionChangeView>> {
    const before = await this.before(id);
    const context = caller.context();
    const change = sessionChangeOf(document);
    const outcome = await this.commands.execute(new ChangeSession(id, number, change, context, seenVersion));
    if ('rejected' in outcome && 'who' in outcome.rejected) {
      const clashes = await this.changes.clashesIn(before, number, change, context.occurredAt);
      throw new Problem({ ...problemOf(outcome.rejected, problems).parts, errors: clashes.map(clashError) });
    }
    const { events } = answer(outcome, problems);
    const report = await this.changes.report(before, events, context.occurredAt);
    return new Worded((language) => sessionChangeView(before, report, language));
  }

  private async before(id: string): Promise<ClassBefore> {
    const before = await this.callOffs.before(id);
    if ('rejected' in before) throw problemOf(before.rejected, problems);
    return before;
  }
}
