import { Allow, answer, Caller, Versioned } from '@kull/http';
import { parseInstant } from '@kull/kernel';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeStudentCourse } from '../commands/change-student-course';
import { appealDeadlineOf } from '../domain/deadlines';
import { CourseAccess } from './course-access';
import { problems } from './problems';
import { FulfilmentBody, ReasonsBody, WithdrawalBody } from './results.dto';

/** Where a mandatory part stands after what was asked for. */
interface PartAnswer {
  readonly part: string;
  readonly fulfilled: boolean;
}

interface ReasonsAnswer {
  readonly assessment: string;
  readonly givenAt: string;
  /** The last day to appeal, counted from the reasons. */
  readonly appealDeadline: string;
}

const momentOf = (text: string | undefined) => {
  const occurredAt = text === undefined ? undefined : parseInstant(text);
  return occurredAt === undefined ? {} : { occurredAt };
};

/** What one student has done, and has been told. */
@ApiTags('assessments')
@Controller('student-courses/:id')
@Allow('administrator', 'coordinator')
export class StudentCoursesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly courses: CourseAccess,
  ) {}

  @Post('parts')
  @HttpCode(200)
  @ApiOperation({ operationId: 'fulfilPart', summary: 'Før at studenten har fullført en obligatorisk del' })
  @ApiOkResponse({ example: { part: 'REFLECTION_1', fulfilled: true } satisfies PartAnswer })
  async fulfil(
    @Param('id') id: string,
    @Body() { part, by, at, reportedBy }: FulfilmentBody,
    @Caller() caller: Caller,
  ): Promise<Versioned<PartAnswer>> {
    await this.courses.of(caller, id);
    const context = caller.context(momentOf(at));
    const data = { part, by, at: context.occurredAt, reportedBy: reportedBy ?? caller.actor };
    const change = { type: 'FulfilPart', data } as const;
    const { version } = answer(await this.commands.execute(new ChangeStudentCourse(id, change, context)), problems);
    return new Versioned(version, { part, fulfilled: true });
  }

  @Post('parts/:part/withdrawals')
  @HttpCode(200)
  @ApiOperation({ operationId: 'withdrawPart', summary: 'Trekk at en obligatorisk del var fullført' })
  @ApiOkResponse({ example: { part: 'REFLECTION_1', fulfilled: false } satisfies PartAnswer })
  async withdraw(
    @Param('id') id: string,
    @Param('part') part: string,
    @Body() { reasonClass }: WithdrawalBody,
    @Caller() caller: Caller,
  ): Promise<Versioned<PartAnswer>> {
    await this.courses.of(caller, id);
    const change = { type: 'WithdrawPart', data: { part, reasonClass, by: caller.actor } } as const;
    const command = new ChangeStudentCourse(id, change, caller.context());
    const { version } = answer(await this.commands.execute(command), problems);
    return new Versioned(version, { part, fulfilled: false });
  }

  @Post('assessments/:assessment/reasons')
  @Allow('administrator', 'coordinator', 'grader')
  @HttpCode(200)
  @ApiOperation({ operationId: 'giveGradingReasons', summary: 'Før at studenten har fått begrunnelse for et resultat' })
  @ApiOkResponse({
    example: {
      assessment: 'PROJECT_PAPER',
      givenAt: '2027-06-30T08:00:00.000Z',
      appealDeadline: '2027-07-21',
    } satisfies ReasonsAnswer,
  })
  async giveReasons(
    @Param('id') id: string,
    @Param('assessment') assessment: string,
    @Body() { givenBy, givenAt }: ReasonsBody,
    @Caller() caller: Caller,
  ): Promise<Versioned<ReasonsAnswer>> {
    await this.courses.of(caller, id);
    const context = caller.context(momentOf(givenAt));
    const at = context.occurredAt;
    // The office writes down what a grader did; a grader says it of themselves.
    const isOffice = caller.allowedAs.some((role) => role === 'administrator' || role === 'coordinator');
    const data = { assessment, givenBy: isOffice ? (givenBy ?? caller.actor) : caller.by(givenBy), givenAt: at };
    const change = { type: 'GiveGradingReasons', data } as const;
    const { version } = answer(await this.commands.execute(new ChangeStudentCourse(id, change, context)), problems);
    return new Versioned(version, { assessment, givenAt: at, appealDeadline: appealDeadlineOf(at) });
  }
}
