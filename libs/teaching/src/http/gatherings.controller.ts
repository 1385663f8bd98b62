import { EventStore } from '@kull/event-store';
import { Allow, answer, Caller, ClassId, Created, Problem, problemOf, Question, SeenVersion, Worded } from '@kull/http';
import { Body, Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallOffs, type ClassBefore } from '../call-offs';
import { CancelGathering } from '../commands/cancel-gathering';
import { RescheduleGathering } from '../commands/reschedule-gathering';
import { ScheduleGathering } from '../commands/schedule-gathering';
import type { CallOffConsequences } from '../domain/call-off-consequences';
import { type Clash, entriesOf } from '../domain/clashes';
import { programmeClass } from '../domain/class';
import type { ClassRejection } from '../domain/class.commands';
import type { Gathering } from '../domain/gathering';
import { warningsOfDays } from '../domain/plan-warnings';
import { GatheringMoves, moveIn, type WantedMove } from '../gathering-moves';
import { Timetable } from '../read-models/timetable.query';
import { type CallOffPreviewView, callOffPreviewView, exampleCallOff } from './call-off-view';
import { gatheringOf } from './cohort-plan-of';
import { exampleCohort, type GatheringLine, gatheringLines } from './cohort-view';
import { CancellationDocument, GatheringDocument, MoveDocument, moveOf } from './gathering.dto';
import {
  exampleMove,
  exampleMovePreview,
  type MovePreviewView,
  type MoveView,
  movePreviewView,
  moveView,
} from './move-view';
import { clashError, type WarningView, warningView } from './planning-texts';
import { problems } from './problems';

interface GatheringAnswer {
  readonly gathering: GatheringLine;
  readonly warnings: readonly WarningView[];
}

const example: GatheringAnswer = { gathering: exampleCohort.classes[0]!.gatherings[0]!, warnings: [] };

/** A gathering that was called off, and what that did. */
export interface CancelledAnswer {
  readonly gathering: GatheringLine;
  readonly consequences: CallOffConsequences;
}

const exampleCancelled: CancelledAnswer = {
  gathering: { ...example.gathering, status: 'cancelled', revision: 1 },
  consequences: exampleCallOff,
};

const exampleCallOffPreview: CallOffPreviewView = {
  class: exampleMove.class,
  version: 9,
  refusal: null,
  consequences: exampleCallOff,
};

const isTaken = ({ code }: { readonly code: string }): boolean => code === 'ROOM_TAKEN' || code === 'TEACHER_TAKEN';

/** The gatherings of a class: put on the timetable, moved after a preview, taken off. */
@ApiTags('gatherings')
@Controller('classes/:id/gatherings')
@Allow('administrator', 'coordinator')
export class GatheringsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly timetable: Timetable,
    private readonly moves: GatheringMoves,
    private readonly callOffs: CallOffs,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'scheduleGathering', summary: 'Sett opp en samling' })
  @ApiCreatedResponse({ description: 'Samlingen er ny på planen', example })
  @ApiOkResponse({ description: 'Samlingen sto der slik fra før', example })
  @ApiConflictResponse({ description: 'GATHERING_DIFFERS, ROOM_TAKEN, TEACHER_TAKEN: alle kollisjonene i errors' })
  async schedule(
    @ClassId() id: string,
    @Body() document: GatheringDocument,
    @Caller() caller: Caller,
    @SeenVersion({ optional: true }) seenVersion?: number,
  ): Promise<Worded<GatheringAnswer> | Created<Worded<GatheringAnswer>>> {
    const gathering = gatheringOf(document);
    const command = new ScheduleGathering(id, gathering, caller.context(), seenVersion);
    const outcome = await this.commands.execute(command);
    if ('rejected' in outcome && isTaken(outcome.rejected)) {
      throw this.withClashes(outcome.rejected as ClassRejection, await this.clashesOf(id, gathering));
    }
    const { events } = answer(outcome, problems);
    const body = await this.shown(id, gathering);
    return events.length > 0 ? new Created(`/api/v1/classes/${id}`, body) : body;
  }

  @Post(':number/move-previews')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'previewGatheringMove',
    summary:
      'Se hvem en flytting berører, hva som sendes til hvem, og hvilke påminnelser som flyttes. Ingenting lagres',
  })
  @ApiOkResponse({ example: exampleMovePreview })
  async preview(
    @ClassId() id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() document: MoveDocument,
    @Caller() caller: Caller,
  ): Promise<Worded<MovePreviewView>> {
    const wanted = await this.wanted(id, number, document);
    const preview = await this.moves.preview(wanted, caller.context().occurredAt);
    return new Worded((language) => movePreviewView(wanted, preview, language));
  }

  @Post(':number/moves')
  @HttpCode(200)
  @ApiOperation({ operationId: 'moveGathering', summary: 'Flytt en samling til andre dager eller rom' })
  @ApiOkResponse({ example: exampleMove })
  @ApiConflictResponse({ description: 'GATHERING_BEGUN, ROOM_TAKEN, TEACHER_TAKEN: alle kollisjonene i errors' })
  async move(
    @ClassId() id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() document: MoveDocument,
    @Caller() caller: Caller,
    @SeenVersion({ optional: true }) seenVersion?: number,
  ): Promise<Worded<MoveView>> {
    const wanted = await this.wanted(id, number, document);
    const context = caller.context();
    const command = new RescheduleGathering(id, wanted.gathering, context, seenVersion);
    const outcome = await this.commands.execute(command);
    if ('rejected' in outcome && isTaken(outcome.rejected)) {
      throw this.withClashes(outcome.rejected as ClassRejection, await this.moves.clashesOf(wanted));
    }
    const { events } = answer(outcome, problems);
    const report = await this.moves.report(wanted, moveIn(events), context.occurredAt);
    return new Worded((language) => moveView(wanted, report, language));
  }

  @Post(':number/cancellation-previews')
  @HttpCode(200)
  @Question()
  @ApiOperation({
    operationId: 'previewGatheringCancellation',
    summary: 'Se hvem en avlysning berører, hva som sendes, og hva oppmøtet regnes av da. Ingenting lagres',
  })
  @ApiOkResponse({ example: exampleCallOffPreview })
  async previewCancellation(
    @ClassId() id: string,
    @Param('number', ParseIntPipe) number: number,
    @Caller() caller: Caller,
  ): Promise<Worded<CallOffPreviewView>> {
    const before = await this.before(id);
    const preview = await this.callOffs.preview(before, number, caller.context().occurredAt);
    return new Worded((language) => callOffPreviewView(before, preview, language));
  }

  @Post(':number/cancellations')
  @HttpCode(200)
  @ApiOperation({ operationId: 'cancelGathering', summary: 'Avlys en samling. Den kan settes opp igjen' })
  @ApiOkResponse({ example: exampleCancelled })
  async cancel(
    @ClassId() id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() { reasonClass }: CancellationDocument,
    @Caller() caller: Caller,
    @SeenVersion({ optional: true }) seenVersion?: number,
  ): Promise<CancelledAnswer> {
    const before = await this.before(id);
    const context = caller.context();
    const command = new CancelGathering(id, number, reasonClass, context, seenVersion);
    const { events } = answer(await this.commands.execute(command), problems);
    const consequences = await this.callOffs.report(before, events, context.occurredAt);
    return { gathering: await this.lineOf(id, number), consequences };
  }

  private async before(id: string): Promise<ClassBefore> {
    const before = await this.callOffs.before(id);
    if ('rejected' in before) throw problemOf(before.rejected, problems);
    return before;
  }

  private async wanted(id: string, number: number, document: MoveDocument): Promise<WantedMove> {
    const wanted = await this.moves.wanted(id, number, moveOf(document, number));
    if ('rejected' in wanted) throw problemOf(wanted.rejected, problems);
    return wanted;
  }

  private async shown(id: string, gathering: Gathering): Promise<Worded<GatheringAnswer>> {
    const { state } = await this.events.load(programmeClass, id);
    const warnings = state.status === 'unplanned' ? [] : warningsOfDays(state.plan, gathering);
    const line = await this.lineOf(id, gathering.number);
    return new Worded((language) => ({
      gathering: line,
      warnings: warnings.map((one) => warningView(one, language)),
    }));
  }

  private async lineOf(id: string, number: number): Promise<GatheringLine> {
    const { state } = await this.events.load(programmeClass, id);
    if (state.status === 'unplanned') throw new Error(`${id} has a gathering, but was never planned`);
    return gatheringLines(state).find((one) => one.number === number)!;
  }

  private async clashesOf(classId: string, gathering: Gathering): Promise<readonly Clash[]> {
    const { state } = await this.events.load(programmeClass, classId);
    const classCode = state.status === 'unplanned' ? '' : state.plan.code;
    return this.timetable.clashesOf(entriesOf({ classId, classCode }, gathering));
  }

  private withClashes(rejected: ClassRejection, clashes: readonly Clash[]): Problem {
    return new Problem({ ...problemOf(rejected, problems).parts, errors: clashes.map(clashError) });
  }
}
