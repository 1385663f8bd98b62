import { EventStore } from '@kull/event-store';
import { Allow, Caller, ClassId, Created, problemOf } from '@kull/http';
import { localDateInOslo } from '@kull/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EnrolParticipant } from '../commands/enrol-participant';
import { enrolment } from '../domain/enrolment';
import type { Enrolled } from '../domain/enrolment.state';
import { entryProblems } from './enrolment-problems';
import { EnrolmentBody } from './student.dto';
import { exampleStudent, type StudentView, studentViewOf } from './student-view';

/** Places given to one person at a time. */
@ApiTags('students')
@Controller('classes/:id/enrolments')
@Allow('administrator', 'coordinator')
export class EnrolmentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'enrolStudent', summary: 'Meld opp én person, sent eller etter invitasjon' })
  @ApiCreatedResponse({ description: 'Personen har plass i klassen', example: exampleStudent })
  async enrol(
    @ClassId() id: string,
    @Body() { enteredOn, ...person }: EnrolmentBody,
    @Caller() caller: Caller,
  ): Promise<Created<StudentView>> {
    const { email = '', phone = '', language = 'nb', hprNumber = '', ...said } = person;
    const participant = { ...said, email, phone, language, hprNumber };
    const context = caller.context();
    const outcome = await this.commands.execute(new EnrolParticipant(id, participant, enteredOn, context));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, entryProblems);
    const { state } = await this.events.load(enrolment, outcome.enrolled.enrolmentId);
    const location = `/api/v1/classes/${id}/students/${encodeURIComponent(person.studentNo)}`;
    return new Created(location, studentViewOf(state as Enrolled, localDateInOslo(context.occurredAt)));
  }
}
