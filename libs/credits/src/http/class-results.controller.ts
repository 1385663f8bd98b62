import { Allow, Caller, ClassId, problemOf, TableBody, Worded } from '@kull/http';
import { Reads } from '@kull/people';
import type { TableReading } from '@kull/tables';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ClassResults } from '../class-results';
import { type CourseOfClass, StudentCourses } from '../student-courses';
import {
  type ClassResultsView,
  exampleClassResults,
  exampleResultPreview,
  type ResultColumn,
  ResultPreviewQuery,
  type ResultsPreviewView,
  resultPreviewView,
  resultTable,
} from './class-results.dto';
import { problems } from './problems';

/** The results of a class, and a file of results before it is taken in (ux.md A9). */
@ApiTags('assessments')
@Controller('classes/:id')
@Allow('administrator', 'grader')
export class ClassResultsController {
  constructor(
    private readonly courses: StudentCourses,
    private readonly results: ClassResults,
    private readonly reads: Reads,
  ) {}

  @Get('results')
  @ApiOperation({ operationId: 'listResults', summary: 'Resultatene i klassen, student for student' })
  @ApiOkResponse({ example: exampleClassResults })
  async list(@ClassId() id: string, @Caller() caller: Caller): Promise<ClassResultsView> {
    const of = await this.courseOf(id);
    const students = await this.results.ofClass(of, caller.context());
    await this.reads.note(
      caller,
      'listResults',
      students.map(({ personId }) => personId),
    );
    return { classCode: of.plan.code, data: students.map(({ personId: _, ...student }) => student) };
  }

  @Post('result-previews')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'previewResults',
    summary: 'Kontroller en resultatfil, CSV eller xlsx, før den tas inn; lagrer ingenting',
    description:
      'Kolonner: student_no og result, og om ønskelig assessment, graded_by, attested_by og attested_at; også under navn som Kandidatnummer, Karakter og Sensor. Det som mangler, tas fra assessment og gradedBy i adressen.',
  })
  @ApiConsumes('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ example: exampleResultPreview })
  async preview(
    @ClassId() id: string,
    @Query() { assessment = '', gradedBy = '' }: ResultPreviewQuery,
    @TableBody(resultTable) table: TableReading<ResultColumn>,
    @Caller() caller: Caller,
  ): Promise<Worded<ResultsPreviewView>> {
    const of = await this.courseOf(id);
    const rows = table.rows.map(({ row, values }) => ({
      row,
      studentNo: values.student_no.trim(),
      assessment: values.assessment.trim() || assessment,
      result: values.result.trim(),
      gradedBy: values.graded_by.trim() || gradedBy,
      attestedBy: values.attested_by.trim(),
      attestedAt: values.attested_at.trim(),
    }));
    const previewed = await this.results.preview(of, rows, caller.context({ source: 'result-preview' }));
    await this.reads.note(caller, 'previewResults', previewed.personIds);
    return new Worded((language) => resultPreviewView(previewed.rows, previewed.withoutResult, language));
  }

  private async courseOf(id: string): Promise<CourseOfClass> {
    const of = await this.courses.courseOf(id);
    if ('code' in of) throw problemOf(of, problems);
    return of;
  }
}
