import { EventStore } from '@kull/event-store';
import {
  Allow,
  answer,
  Caller,
  DocumentBody,
  fileReply,
  Problem,
  SeenVersion,
  type UploadedDocument,
  Versioned,
  type Worded,
} from '@kull/http';
import { Reads } from '@kull/people';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AbsenceEvidence } from '../absence-evidence';
import { AnswerAbsence, type AnswerToAbsence } from '../commands/answer-absence';
import { AttachEvidence } from '../commands/attach-evidence';
import { DeleteEvidence } from '../commands/delete-evidence';
import { absence } from '../domain/absence';
import { type EvidenceType, evidenceTypes } from '../domain/absence.events';
import { AbsenceWithConsequence, CompensationBody, DecisionBody } from './absence.dto';
import { AbsenceAnswers, answerExample } from './absence-answers';
import { absenceProblems } from './absence-problems';

type Answered = Versioned<Worded<AbsenceWithConsequence>>;

const extensions: Readonly<Record<EvidenceType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** One report of absence: its evidence, its decision, and what was done in place of it. */
@ApiTags('absences')
@Controller('absences/:id')
@Allow('administrator', 'coordinator')
export class AbsencesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly evidence: AbsenceEvidence,
    private readonly answers: AbsenceAnswers,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getAbsence', summary: 'Én melding om fravær, og hva den betyr' })
  @ApiOkResponse({ type: AbsenceWithConsequence, example: answerExample })
  async get(@Param('id') id: string, @Caller() caller: Caller): Promise<Answered> {
    const { reported } = await this.answers.found(id, caller);
    await this.reads.note(caller, 'getAbsence', [reported.personId]);
    return this.answered(id, caller);
  }

  @Put('evidence')
  @ApiOperation({ operationId: 'attachAbsenceEvidence', summary: 'Legg ved dokumentasjon: PDF, JPEG eller PNG' })
  @ApiConsumes(...evidenceTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: AbsenceWithConsequence, example: answerExample })
  async attach(
    @Param('id') id: string,
    @DocumentBody() document: UploadedDocument,
    @Caller() caller: Caller,
  ): Promise<Answered> {
    await this.answers.found(id, caller);
    answer(await this.commands.execute(new AttachEvidence(id, document, caller.context())), absenceProblems);
    return this.answered(id, caller);
  }

  @Get('evidence')
  @ApiOperation({ operationId: 'getAbsenceEvidence', summary: 'Dokumentasjonen som er lagt ved' })
  @ApiProduces(...evidenceTypes)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async document(@Param('id') id: string, @Caller() caller: Caller): Promise<StreamableFile> {
    await this.answers.found(id, caller);
    const { state } = await this.events.load(absence, id);
    if (state.status === 'none' || !state.evidence) throw noDocument();
    await this.reads.note(caller, 'getAbsenceEvidence', [state.personId]);
    const { documentHash, mediaType } = state.evidence;
    const content = await this.evidence.read(id, state.personId, documentHash);
    if (!content) throw noDocument();
    return fileReply({ name: `dokumentasjon-${id}.${extensions[mediaType]}`, type: mediaType, content });
  }

  @Delete('evidence')
  @ApiOperation({ operationId: 'deleteAbsenceEvidence', summary: 'Slett dokumentasjonen for godt' })
  @ApiOkResponse({ type: AbsenceWithConsequence, example: answerExample })
  async deleteDocument(@Param('id') id: string, @Caller() caller: Caller): Promise<Answered> {
    await this.answers.found(id, caller);
    answer(await this.commands.execute(new DeleteEvidence(id, caller.context())), absenceProblems);
    return this.answered(id, caller);
  }

  @Post('decisions')
  @HttpCode(200)
  @ApiOperation({ operationId: 'decideAbsence', summary: 'Avgjør om fraværet er gyldig' })
  @ApiOkResponse({ type: AbsenceWithConsequence, example: answerExample })
  decide(
    @Param('id') id: string,
    @Body() { basis, reason }: DecisionBody,
    @Caller() caller: Caller,
    @SeenVersion({ optional: true }) seen?: number,
  ): Promise<Answered> {
    return this.act(id, caller, seen, (decidedBy, at) =>
      basis === undefined
        ? { type: 'RefuseAbsence', data: { reasonClass: reason!, decidedBy, at } }
        : { type: 'ExcuseAbsence', data: { basis, decidedBy, at } },
    );
  }

  @Post('withdrawals')
  @HttpCode(200)
  @ApiOperation({ operationId: 'withdrawAbsence', summary: 'Trekk meldingen om fravær tilbake' })
  @ApiOkResponse({ type: AbsenceWithConsequence, example: answerExample })
  withdraw(
    @Param('id') id: string,
    @Caller() caller: Caller,
    @SeenVersion({ optional: true }) seen?: number,
  ): Promise<Answered> {
    return this.act(id, caller, seen, (withdrawnBy, at) => ({ type: 'WithdrawAbsence', data: { withdrawnBy, at } }));
  }

  @Post('compensations')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'approveCompensation',
    summary: 'Før arbeid gjort i stedet for økter; det gir ingen timer',
  })
  @ApiOkResponse({ type: AbsenceWithConsequence, example: answerExample })
  compensate(
    @Param('id') id: string,
    @Body() { task: taskCode, sessions }: CompensationBody,
    @Caller() caller: Caller,
    @SeenVersion({ optional: true }) seen?: number,
  ): Promise<Answered> {
    return this.act(id, caller, seen, (approvedBy, at) => ({
      type: 'ApproveCompensation',
      data: { taskCode, approvedBy, at, ...(sessions && { sessions }) },
    }));
  }

  private async answered(id: string, caller: Caller): Promise<Answered> {
    const body = await this.answers.of(id, caller);
    return new Versioned((await this.events.load(absence, id)).version, body);
  }

  private async act(
    id: string,
    caller: Caller,
    seen: number | undefined,
    made: (actor: string, at: string) => AnswerToAbsence,
  ): Promise<Answered> {
    await this.answers.found(id, caller);
    const context = caller.context();
    const command = new AnswerAbsence(id, made(context.actor, context.occurredAt), context, seen);
    answer(await this.commands.execute(command), absenceProblems);
    return this.answered(id, caller);
  }
}

const noDocument = (): Problem => Problem.notFound(absenceProblems.EVIDENCE_MISSING.title, 'EVIDENCE_MISSING');
