import {
  Allow,
  Caller,
  ClassId,
  csvReply,
  decodeCursor,
  listQuery,
  type Page,
  pageOf,
  problemOf,
  Worded,
} from '@kull/http';
import { Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { OpenStudentCourses } from '../commands/open-student-courses';
import { type AwardRun, RunAwards } from '../commands/run-awards';
import { awardFile } from '../domain/award-file';
import { studentCourseIdOf } from '../domain/ids';
import { type AwardRecord, awardRecordOf, type JudgedCourse } from '../domain/student-course.state';
import { type AwardRow, Awards } from '../read-models/awards.query';
import { type CourseOfClass, StudentCourses } from '../student-courses';
import { problems } from './problems';
import { unansweredMessages } from './row-messages';

class AwardQuery extends createZodDto(listQuery) {}

/** Absent: everybody was judged. */
interface Unjudged {
  readonly postponed?: readonly { readonly studentNo: string; readonly code: string; readonly message: string }[];
}

const exampleRun: AwardRun & Unjudged = { awarded: 10, held: 8, notMet: 10, notApplicable: 2, certificatesDue: 10 };

const exampleAward: AwardRow = {
  id: studentCourseIdOf('cls_4h7m2x9k1q5v8t3r6b0n4d7f2c', 'S260007'),
  studentNo: 'S260007',
  attendedHours: 60,
  ectsStatus: 'AWARDED',
  ectsCredits: 5,
  ectsReasons: [],
  pointsStatus: 'HELD',
  coursePoints: 0,
  pointsReasons: ['HPR_UNKNOWN'],
  warnings: [],
};

const exampleFile =
  '\ufeffstudent_no;attended_hours;ects_credits;ects_reasons;points_status;course_points;points_reasons;warnings\r\n' +
  'S260007;60.0;5;;HELD;0;HPR_UNKNOWN;\r\n';

/** Awards of a class: judged, listed, written as files (credits.md 2 and 6). */
@ApiTags('awards')
@Controller('classes/:id')
@Allow('administrator')
export class AwardsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly courses: StudentCourses,
    private readonly awards: Awards,
  ) {}

  @Post('student-courses')
  @HttpCode(200)
  @ApiOperation({ operationId: 'openStudentCourses', summary: 'Åpne kurset for alle i klassen, så krav kan følges' })
  @ApiOkResponse({ example: { students: 54 } })
  async open(@ClassId() id: string, @Caller() caller: Caller): Promise<{ readonly students: number }> {
    const outcome = await this.commands.execute(new OpenStudentCourses(id, caller.context()));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, problems);
    return outcome.opened;
  }

  @Post('award-runs')
  @HttpCode(200)
  @ApiOperation({ operationId: 'runAwards', summary: 'Vurder studiepoeng og kurspoeng for alle i klassen' })
  @ApiOkResponse({ example: exampleRun })
  async run(@ClassId() id: string, @Caller() caller: Caller): Promise<AwardRun | Worded<AwardRun & Unjudged>> {
    const outcome = await this.commands.execute(new RunAwards(id, caller.context({ source: 'award-run' })));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, problems);
    const { ran, postponed } = outcome;
    if (postponed.length === 0) return ran;
    const code = 'HPR_REGISTER_NOT_ANSWERING';
    return new Worded((language) => ({
      ...ran,
      postponed: postponed.map(({ studentNo, why }) => ({
        studentNo,
        code,
        message: unansweredMessages[why][language],
      })),
    }));
  }

  @Get('awards')
  @Allow('administrator', 'coordinator')
  @ApiOperation({ operationId: 'listAwards', summary: 'Poengene i klassen, etter studentnummer' })
  @ApiOkResponse({ example: { data: [exampleAward], nextCursor: null } })
  async list(@ClassId() id: string, @Query() query: AwardQuery): Promise<Page<AwardRow>> {
    const [after] = decodeCursor(query.cursor) ?? [];
    const students = [...(await this.courses.ofClass(await this.courseOf(id))).keys()];
    const rows = await this.awards.page(id, students, query.limit + 1, after === undefined ? undefined : String(after));
    return pageOf(rows, query, ({ studentNo }) => [studentNo]);
  }

  @Get('files/awards.csv')
  @Allow('administrator', 'coordinator')
  @ApiOperation({ operationId: 'getAwardsFile', summary: 'Poengene slik den første vurderingen satte dem' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ example: exampleFile })
  async asFirstJudged(@ClassId() id: string): Promise<StreamableFile> {
    return csvReply('awards.csv', awardFile(await this.records(id, ({ firstAwards }) => firstAwards)));
  }

  @Get('files/awards-final.csv')
  @Allow('administrator', 'coordinator')
  @ApiOperation({ operationId: 'getFinalAwardsFile', summary: 'Poengene etter rettelsene' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ example: exampleFile })
  async asTheyStand(@ClassId() id: string): Promise<StreamableFile> {
    return csvReply('awards-final.csv', awardFile(await this.records(id, awardRecordOf)));
  }

  private async records(id: string, recordOf: (course: JudgedCourse) => AwardRecord): Promise<AwardRecord[]> {
    const taken = [...(await this.courses.ofClass(await this.courseOf(id))).values()];
    return taken.flatMap(({ course }) => (course.status === 'judged' ? [recordOf(course)] : []));
  }

  private async courseOf(id: string): Promise<CourseOfClass> {
    const of = await this.courses.courseOf(id);
    if ('code' in of) throw problemOf(of, problems);
    return of;
  }
}
