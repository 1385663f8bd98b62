import { Allow, Caller, ClassId, Created, decodeCursor, Page, pageOf, problemOf, type Worded } from '@kull/http';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReportAbsence } from '../commands/report-absence';
import { Absences } from '../read-models/absences.query';
import {
  AbsenceBody,
  AbsenceListQuery,
  AbsencePage,
  type AbsenceView,
  AbsenceWithConsequence,
  absenceExample,
} from './absence.dto';
import { AbsenceAnswers, answerExample } from './absence-answers';
import { absenceProblems } from './absence-problems';
import { absenceView } from './absence-view';

/** Absence told by the students of a class. */
@ApiTags('absences')
@Controller('classes/:id/absences')
@Allow('administrator', 'coordinator')
export class ClassAbsencesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly absences: Absences,
    private readonly answers: AbsenceAnswers,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'reportAbsence', summary: 'Meld fravær for en student, og se hva det betyr' })
  @ApiCreatedResponse({ type: AbsenceWithConsequence, example: answerExample })
  async report(
    @ClassId() classId: string,
    @Body() { studentNo, sessions, reason }: AbsenceBody,
    @Caller() caller: Caller,
  ): Promise<Created<Worded<AbsenceWithConsequence>>> {
    const told = { classId, studentNo, sessions, reasonCode: reason };
    const { id, outcome } = await this.commands.execute(new ReportAbsence(told, caller.context()));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, absenceProblems);
    return new Created(`/api/v1/absences/${id}`, await this.answers.of(id, caller));
  }

  @Get()
  @ApiOperation({ operationId: 'listAbsences', summary: 'Meldt fravær i en klasse, det eldste først' })
  @ApiOkResponse({ type: AbsencePage, example: { data: [absenceExample], nextCursor: null } })
  async list(@ClassId() classId: string, @Query() query: AbsenceListQuery): Promise<Page<AbsenceView>> {
    const [reportedAt, absenceId] = decodeCursor(query.cursor) ?? [];
    const after =
      reportedAt === undefined || absenceId === undefined
        ? undefined
        : ([String(reportedAt), String(absenceId)] as const);
    const rows = await this.absences.page({ classId, status: query.status, after, limit: query.limit + 1 });
    return pageOf(rows.map(absenceView), query, (one) => [one.reportedAt, one.id]);
  }
}
