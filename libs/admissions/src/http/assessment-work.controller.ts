import { Allow, Caller } from '@kull/http';
import { Reads } from '@kull/people';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IntakeAccess } from '../commands/intake-access';
import type { ApplicationFacts } from '../domain/application-facts';
import { assessmentWork, type WantedAssessment } from '../domain/assessment-work';
import { latestOfEachPerson } from '../domain/one-per-person';
import { ApplicationQueries } from '../read-models/applications.query';
import { DisqualificationQueries, type DisqualificationRow } from '../read-models/disqualifications.query';
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
  /** Of the application. */
  readonly id: string;
  readonly own: number | null;
  /** Null: enough have judged it. */
  readonly wanted: WantedAssessment | null;
}

const example: AssessmentWorkView = {
  id: 'app_0123456789abcdefghjkmnpqrs',
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

/** An application that the assessor takes no part in: its number, and what they were said to be. */
export type OwnDisqualification = Pick<DisqualificationRow, 'applicationNo' | 'ground' | 'at'>;

/** What an assessor has to do in an intake, and what not. */
export interface AssessmentWorkList {
  readonly data: readonly AssessmentWorkView[];
  readonly disqualified: readonly OwnDisqualification[];
}

/** The applications of an intake, as those who score them have them. */
@ApiTags('intakes')
@Controller('intakes/:id/assessment-work')
@Allow('assessor')
export class AssessmentWorkController {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly applications: ApplicationQueries,
    private readonly disqualifications: DisqualificationQueries,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listAssessmentWork',
    summary: 'Søknadene som skal vurderes, med egne poeng; den nyeste av hver søker',
  })
  @ApiOkResponse({
    example: {
      data: [example],
      disqualified: [{ applicationNo: 'A26-000441', ground: 'SAME_EMPLOYER', at: '2026-04-08T08:00:00.000Z' }],
    },
  })
  async list(@Param('id') id: string, @Caller() caller: Caller): Promise<AssessmentWorkList> {
    const opened = await this.intakes.find(id);
    if (!opened) throw intakeUnknown();
    const { intake, thirdAssessmentWhenDifferenceAbove: third } = opened.definition;
    const [all, partial] = await Promise.all([
      this.applications.toJudge(intake),
      this.disqualifications.ofIntake(intake, caller.actor),
    ]);
    const isPartial = new Set(partial.map(({ application }) => application));
    const counting = [...latestOfEachPerson(all).values()].filter(({ id: of }) => !isPartial.has(of));
    await this.reads.note(
      caller,
      'listAssessmentWork',
      counting.map(({ person }) => person),
    );
    const data = counting.map((one): AssessmentWorkView => {
      const { facts, own = null, wanted = null } = assessmentWork(one, caller.actor, third);
      // What the rules count only, not what the score must not follow: when it came, and which classes it wishes.
      const { submittedAt: _when, wishes: _wishes, employerConfirmedOn: _confirmed, ...shown } = facts;
      return { id: one.id, ...shown, own, wanted };
    });
    return {
      data: data.sort((a, b) => (a.applicationNo < b.applicationNo ? -1 : 1)),
      disqualified: partial.map(({ applicationNo, ground, at }) => ({ applicationNo, ground, at })),
    };
  }
}
