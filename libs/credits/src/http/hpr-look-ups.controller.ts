import { Allow, Caller, ClassId, problemOf } from '@kull/http';
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { JudgeWaiting, type WaitingJudged } from '../commands/judge-waiting';
import { HprStandings, type StudentNumber } from '../hpr-standings';
import { StudentCourses } from '../student-courses';
import { problems } from './problems';

interface LookUpsAnswer {
  readonly counts: Readonly<Record<string, number>>;
  readonly data: readonly StudentNumber[];
}

const exampleNumber: StudentNumber = {
  studentNo: 'S260022',
  status: 'HPR_UNKNOWN',
  reasons: ['HPR_UNKNOWN'],
  warnings: [],
  source: 'API',
  lookedUpAt: '2026-06-19T10:00:00.000Z',
  verificationProposed: null,
};

/** How it stands with the HPR numbers of a class, and asking the register anew about those who wait for it. */
@ApiTags('classes')
@Controller('classes/:id/hpr-look-ups')
@Allow('administrator', 'coordinator')
export class HprLookUpsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly courses: StudentCourses,
    private readonly standings: HprStandings,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listHprLookUps', summary: 'Hvordan det står til med HPR-numrene i klassen' })
  @ApiOkResponse({ example: { counts: { HPR_UNKNOWN: 1 }, data: [exampleNumber] } satisfies LookUpsAnswer })
  async list(@ClassId() id: string): Promise<LookUpsAnswer> {
    const of = await this.courses.courseOf(id);
    if ('code' in of) throw problemOf(of, problems);
    const data = await this.standings.ofClass(of);
    const counts: Record<string, number> = {};
    for (const { status } of data) counts[status] = (counts[status] ?? 0) + 1;
    return { counts, data };
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'askHprAgain',
    summary: 'Slå opp på nytt alle som venter på HPR, og vurder kurspoengene deres igjen',
  })
  @ApiOkResponse({ example: { asked: 8, released: 1, stillHeld: 7, postponed: [] } satisfies WaitingJudged })
  async askAgain(@ClassId() id: string, @Caller() caller: Caller): Promise<WaitingJudged> {
    const outcome = await this.commands.execute(new JudgeWaiting(id, caller.context({ source: 'hpr-look-up' })));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, problems);
    return outcome.judged;
  }
}
