import { CoursePointsDirectory } from '@kull/credits/contracts';
import { Allow, Caller } from '@kull/http';
import type { Requirement } from '@kull/kernel';
import { Reads } from '@kull/people';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PointsLookUps } from '../read-models/points-look-ups';
import { PointsReport, type ReportedCourse } from '../read-models/points-report';
import { recipientOf } from './association-pages';
import { CoursePointsList, CoursePointsView, coursePointsExample, LookUpBody } from './course-points.dto';
import { outcomeTexts, pointsTexts } from './points-texts';
import { studentCourseUnknown } from './problems';

/** "Why do I not have my points yet?", asked by the office or by the association: one answer. */
@ApiTags('course-points')
@Controller()
export class CoursePointsController {
  constructor(
    private readonly report: PointsReport,
    private readonly lookUps: PointsLookUps,
    private readonly courses: CoursePointsDirectory,
    private readonly reads: Reads,
  ) {}

  @Get('student-courses/:id/course-points')
  @Allow('administrator', 'coordinator')
  @ApiOperation({
    operationId: 'explainCoursePoints',
    summary: 'Hvor kurspoengene er nå, og hva de eventuelt venter på',
  })
  @ApiOkResponse({ type: CoursePointsView, example: coursePointsExample })
  async explain(@Param('id') id: string, @Caller() caller: Caller): Promise<CoursePointsView> {
    const found = await this.report.course(id);
    if (!found || !caller.mayClass(found.course.classId)) throw studentCourseUnknown();
    await this.reads.note(caller, 'explainCoursePoints', [found.course.personId]);
    return this.view(found);
  }

  @Post('points-look-ups')
  @HttpCode(200)
  @Allow('administrator', 'association')
  @ApiOperation({
    operationId: 'lookUpPoints',
    summary: 'Slå opp en lege på HPR-nummer eller bevisnummer; nummeret står aldri i adressen',
  })
  @ApiOkResponse({ type: CoursePointsList, example: { data: [coursePointsExample] } })
  async lookUp(@Body() wanted: LookUpBody, @Caller() caller: Caller): Promise<CoursePointsList> {
    const recipient = recipientOf(caller);
    const found = await this.lookUps.find(wanted, recipient);
    await this.reads.note(
      caller,
      'lookUpPoints',
      found.map(({ course }) => course.personId),
    );
    return { data: found.map((one) => (recipient === undefined ? this.view(one) : this.viewForRecipient(one))) };
  }

  private view(found: ReportedCourse): CoursePointsView {
    const { studentCourseId, studentNo } = found.course;
    return { studentCourseId, studentNo, ...this.viewForRecipient(found) };
  }

  private viewForRecipient({ course, explanation }: ReportedCourse): CoursePointsView {
    const { classCode } = course;
    const { outcome, requirements, warnings, blocking } = explanation;
    return {
      classCode,
      outcome,
      text: outcomeTexts[outcome],
      requirements: requirements.map((one) => this.inWords(one)),
      warnings: [...warnings],
      blocking: blocking ? this.inWords(blocking) : null,
    };
  }

  private inWords({ evidence, ...rest }: Requirement): CoursePointsView['requirements'][number] {
    const requirement = { ...rest, evidence: evidence.map((one) => ({ ...one })) };
    return { ...requirement, text: pointsTexts(requirement) ?? this.courses.textsOf(requirement) };
  }
}
