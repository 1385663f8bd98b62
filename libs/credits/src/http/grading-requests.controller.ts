import { Allow, answer, Caller } from '@kull/http';
import { People, Reads } from '@kull/people';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeStudentCourse } from '../commands/change-student-course';
import { type GradingRequest, GradingRequests } from '../grading-requests';
import { CourseAccess } from './course-access';
import { problems } from './problems';

/** A request that waits for the office, with the name of whoever asks. */
export interface WaitingRequest extends Omit<GradingRequest, 'handledAt'> {
  /** Null: the student was forgotten. */
  readonly name: string | null;
}

export interface WaitingRequests {
  readonly data: readonly WaitingRequest[];
}

const example: WaitingRequest = {
  studentCourseId: 'stc_01h2v9t4x7q3m8k5n6p0r1s2t3',
  classId: 'cls_01h2v9t4x7q3m8k5n6p0r1s2t3',
  classCode: 'OSLO-2',
  studentNo: 'A26-000439',
  personId: 'per_01h2v9t4x7q3m8k5n6p0r1s2t3',
  name: 'Nordmann, Kari',
  assessment: 'TAKE_HOME_EXAM',
  title: 'Hjemmeeksamen',
  kind: 'APPEAL',
  askedAt: '2027-07-01T08:00:00.000Z',
  grounds: 'Oppgave 2 er ikke vurdert.',
};

/** What students ask about their results, for the office to take to where it is answered. */
@ApiTags('assessments')
@Controller()
@Allow('administrator', 'coordinator')
export class GradingRequestsController {
  constructor(
    private readonly requests: GradingRequests,
    private readonly people: People,
    private readonly reads: Reads,
    private readonly courses: CourseAccess,
    private readonly commands: CommandBus,
  ) {}

  @Get('grading-requests')
  @ApiOperation({
    operationId: 'listGradingRequests',
    summary: 'Ønsker om begrunnelse og klager på resultat som venter, de eldste først',
  })
  @ApiOkResponse({ example: { data: [example] } satisfies WaitingRequests })
  async list(@Caller() caller: Caller): Promise<WaitingRequests> {
    const open = (await this.requests.open()).filter(({ classId }) => caller.mayClass(classId));
    const persons = open.map(({ personId }) => personId);
    await this.reads.note(caller, 'listGradingRequests', persons);
    const profiles = await this.people.profiles(persons);
    return {
      data: open.map(({ handledAt: _, ...request }) => {
        const profile = profiles.get(request.personId);
        return { ...request, name: profile ? `${profile.familyName}, ${profile.givenNames}` : null };
      }),
    };
  }

  @Post('student-courses/:id/assessments/:assessment/appeal-handlings')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'handleResultAppeal',
    summary: 'Før at en klage på et resultat er tatt videre til der den avgjøres',
  })
  @ApiOkResponse({ example: { assessment: 'TAKE_HOME_EXAM', handledAt: '2027-07-02T08:00:00.000Z' } })
  async handle(
    @Param('id') id: string,
    @Param('assessment') assessment: string,
    @Caller() caller: Caller,
  ): Promise<{ readonly assessment: string; readonly handledAt: string }> {
    await this.courses.of(caller, id);
    const context = caller.context();
    const data = { assessment, handledBy: caller.actor, handledAt: context.occurredAt };
    const change = { type: 'HandleResultAppeal', data } as const;
    answer(await this.commands.execute(new ChangeStudentCourse(id, change, context)), problems);
    return { assessment, handledAt: context.occurredAt };
  }
}
