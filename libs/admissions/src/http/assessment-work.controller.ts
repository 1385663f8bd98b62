import { Allow, Caller } from '@kull/http';
import { Reads } from '@kull/people';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IntakeAccess } from '../commands/intake-access';
import type { ApplicationFacts } from '../domain/application-facts';
import { assessmentWork, type WantedAssessment } from '../domain/assessment-work';
import { latestOfEachPerson } from '../domain/one-per-person';
import { ApplicationQueries } from '../read-models/applications.query';
import { intakeUnknown } from './problems';

/** An application for an assessor to score: no name, no number of a person, and no score but their own. */
export interface AssessmentWorkView
  extends Pick<
    ApplicationFacts,
    | 'applicationNo'
    | 'municipality'
    | 'serviceArea'
    | 'leaderRole'
    | 'personnelResponsibility'
    | 'budgetResponsibility'
    | 'yearsExperience'
    | 'highestEducation'
    | 'ectsCredits'
    | 'physician'
    | 'physicianRole'
    | 'recommended'
  > {
  readonly own: number | null;
  /** Null: enough have judged it. */
  readonly wanted: WantedAssessment | null;
}

const example: AssessmentWorkView = {
  applicationNo: 'A26-000439',
  municipality: '3024',
  serviceArea: 'GENERAL_PRACTICE',
  leaderRole: true,
  personnelResponsibility: true,
  budgetResponsibility: true,
  yearsExperience: 7.5,
  highestEducation: 'MASTER',
  ectsCredits: 300,
  physician: true,
  physicianRole: 'LEADER_GROUP_PRACTICE',
  recommended: true,
  own: 62,
  wanted: 'SECOND',
};

/** The applications of an intake, as those who score them have them. */
@ApiTags('intakes')
@Controller('intakes/:id/assessment-work')
@Allow('assessor')
export class AssessmentWorkController {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly applications: ApplicationQueries,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listAssessmentWork',
    summary: 'Søknadene som skal vurderes, med egne poeng; den nyeste av hver søker',
  })
  @ApiOkResponse({ example: { data: [example] } })
  async list(
    @Param('id') id: string,
    @Caller() caller: Caller,
  ): Promise<{ readonly data: readonly AssessmentWorkView[] }> {
    const opened = await this.intakes.find(id);
    if (!opened) throw intakeUnknown();
    const { intake, thirdAssessmentWhenDifferenceAbove: third } = opened.definition;
    const counting = [...latestOfEachPerson(await this.applications.toJudge(intake)).values()];
    await this.reads.note(
      caller,
      'listAssessmentWork',
      counting.map(({ person }) => person),
    );
    const data = counting.map((one): AssessmentWorkView => {
      const { facts, own = null, wanted = null } = assessmentWork(one, caller.actor, third);
      // What the rules count only, not what the score must not follow: when it came, and which classes it wishes.
      const { submittedAt: _when, wishes: _wishes, employerConfirmedOn: _confirmed, ...shown } = facts;
      return { ...shown, own, wanted };
    });
    return { data: data.sort((a, b) => (a.applicationNo < b.applicationNo ? -1 : 1)) };
  }
}
