import { EventStore } from '@kull/event-store';
import { Allow, answer, Caller, ClassId, classFor, Problem, problemOf } from '@kull/http';
import { Clock, localDateInOslo } from '@kull/kernel';
import { Reads } from '@kull/people';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EndLeave } from '../commands/end-leave';
import { GrantLeave } from '../commands/grant-leave';
import { TransferStudent } from '../commands/transfer-student';
import { UndoTransfer } from '../commands/undo-transfer';
import { WithdrawStudent } from '../commands/withdraw-student';
import { enrolment } from '../domain/enrolment';
import type { Enrolled } from '../domain/enrolment.state';
import { enrolmentIdOf } from '../domain/ids';
import { movedTo } from '../domain/undone-transfer';
import { enrolmentProblems, transferProblems, undoProblems } from './enrolment-problems';
import { LeaveBody, LeaveEndBody, StudentPath, TransferBody, TransferUndoBody, WithdrawalBody } from './student.dto';
import { exampleStudent, type StudentView, studentViewOf } from './student-view';

/** What becomes of one student of a class. */
@ApiTags('students')
@Controller('classes/:id/students/:studentNo')
@Allow('administrator', 'coordinator')
export class StudentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly clock: Clock,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getStudent',
    summary: 'Studentens tid i klassen: opphold, permisjoner, hvordan det står til',
  })
  @ApiOkResponse({ example: exampleStudent })
  async get(
    @ClassId() id: string,
    @Param() { studentNo }: StudentPath,
    @Caller() caller: Caller,
  ): Promise<StudentView> {
    const state = await this.enrolled(id, studentNo);
    await this.reads.note(caller, 'getStudent', [state.personId]);
    return studentViewOf(state, localDateInOslo(this.clock.now()));
  }

  @Post('transfers')
  @HttpCode(200)
  @ApiOperation({ operationId: 'transferStudent', summary: 'Flytt studenten til en annen klasse i samme kull' })
  @ApiOkResponse({ description: 'Studenten, slik den nye klassen har dem', example: exampleStudent })
  async transfer(
    @ClassId() id: string,
    @Param() { studentNo }: StudentPath,
    @Body() { to, on, reason }: TransferBody,
    @Caller() caller: Caller,
  ): Promise<StudentView> {
    classFor(caller, to);
    const wanted = { classId: id, studentNo, to, on, ...(reason !== undefined && { reason }) };
    const outcome = await this.commands.execute(new TransferStudent(wanted, caller.context()));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, transferProblems);
    return this.view(to, studentNo);
  }

  @Post('transfer-undos')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'undoTransfer',
    summary: 'Angre at studenten ble flyttet fra klassen: plassen er som før flyttingen',
  })
  @ApiOkResponse({ description: 'Studenten, slik klassen som ble forlatt, har dem igjen', example: exampleStudent })
  async undoTransfer(
    @ClassId() id: string,
    @Param() { studentNo }: StudentPath,
    @Body() { reason }: TransferUndoBody,
    @Caller() caller: Caller,
  ): Promise<StudentView> {
    const { state } = await this.events.load(enrolment, enrolmentIdOf(id, studentNo));
    const to = movedTo(state);
    if (to !== undefined) classFor(caller, to);
    const wanted = { classId: id, studentNo, ...(reason !== undefined && { reason }) };
    const outcome = await this.commands.execute(new UndoTransfer(wanted, caller.context()));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, undoProblems);
    return this.view(id, studentNo);
  }

  @Post('leaves')
  @HttpCode(200)
  @ApiOperation({ operationId: 'grantLeave', summary: 'Gi studenten permisjon; plassen beholdes' })
  @ApiOkResponse({ example: exampleStudent })
  async grantLeave(
    @ClassId() id: string,
    @Param() { studentNo }: StudentPath,
    @Body() { from, until, reasonClass }: LeaveBody,
    @Caller() caller: Caller,
  ): Promise<StudentView> {
    const leave = { from, ...(until !== undefined && { until }), reasonClass };
    answer(await this.commands.execute(new GrantLeave(id, studentNo, leave, caller.context())), enrolmentProblems);
    return this.view(id, studentNo);
  }

  @Post('leave-ends')
  @HttpCode(200)
  @ApiOperation({ operationId: 'endLeave', summary: 'Avslutt permisjonen: studenten er tilbake fra den dagen' })
  @ApiOkResponse({ example: exampleStudent })
  async endLeave(
    @ClassId() id: string,
    @Param() { studentNo }: StudentPath,
    @Body() { on }: LeaveEndBody,
    @Caller() caller: Caller,
  ): Promise<StudentView> {
    answer(await this.commands.execute(new EndLeave(id, studentNo, on, caller.context())), enrolmentProblems);
    return this.view(id, studentNo);
  }

  @Post('withdrawals')
  @HttpCode(200)
  @ApiOperation({ operationId: 'withdrawStudent', summary: 'Meld studenten ut; plassen er ledig med en gang' })
  @ApiOkResponse({ example: exampleStudent })
  async withdraw(
    @ClassId() id: string,
    @Param() { studentNo }: StudentPath,
    @Body() { on, reasonClass, reason }: WithdrawalBody,
    @Caller() caller: Caller,
  ): Promise<StudentView> {
    const wanted = { classId: id, studentNo, on, reasonClass, ...(reason !== undefined && { reason }) };
    const outcome = await this.commands.execute(new WithdrawStudent(wanted, caller.context()));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, enrolmentProblems);
    return this.view(id, studentNo);
  }

  private async view(id: string, studentNo: string): Promise<StudentView> {
    return studentViewOf(await this.enrolled(id, studentNo), localDateInOslo(this.clock.now()));
  }

  private async enrolled(id: string, studentNo: string): Promise<Enrolled> {
    const { state } = await this.events.load(enrolment, enrolmentIdOf(id, studentNo));
    if (state.status === 'none') throw Problem.notFound(enrolmentProblems.NOT_ENROLLED.title, 'NOT_ENROLLED');
    return state;
  }
}
