import { Allow, Caller } from '@kull/http';
import { Reads } from '@kull/people';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiForbiddenResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { DisqualifyAssessor } from '../commands/disqualify-assessor';
import { IntakeAccess } from '../commands/intake-access';
import { LiftDisqualification } from '../commands/lift-disqualification';
import { assessmentWork, type WantedAssessment } from '../domain/assessment-work';
import { partialityGrounds } from '../domain/impartiality';
import { latestOfEachPerson } from '../domain/one-per-person';
import { ApplicationQueries } from '../read-models/applications.query';
import { DisqualificationQueries, type DisqualificationRow } from '../read-models/disqualifications.query';
import { doneOf, intakeUnknown } from './problems';

const assessor = z.string().regex(/^\P{Cc}{1,64}$/u);
const text = z.string().trim().min(1).max(2_000);

class PartialityBody extends createZodDto(
  z.strictObject({ assessor: assessor.optional(), ground: z.enum(partialityGrounds), explanation: text }),
) {}
class LiftingBody extends createZodDto(z.strictObject({ assessor, reason: text })) {}

/** An assessor who takes no part in an application, as the office has it. */
export interface DisqualificationView extends Omit<DisqualificationRow, 'person' | 'application'> {
  /** Of the application. */
  readonly id: string;
  readonly explanation: string | null;
  /** The assessment that somebody else has to give; null where there are enough, or it is not judged. */
  readonly wanted: WantedAssessment | null;
}

/** What was declared: whom, and from what. */
export interface Declared {
  readonly id: string;
  readonly assessor: string;
  readonly isDisqualified: boolean;
}

const example: DisqualificationView = {
  id: 'app_0123456789abcdefghjkmnpqrs',
  applicationNo: 'A26-000439',
  assessor: 'assessor-a',
  ground: 'SAME_EMPLOYER',
  explanation: 'Vi er i samme lederteam.',
  at: '2026-04-08T08:00:00.000Z',
  by: 'assessor-a',
  hadScored: true,
  wanted: 'SECOND',
};
const declared: Declared = { id: example.id, assessor: example.assessor, isDisqualified: true };

/** Impartiality of assessors: who is partial to an applicant takes no part in the application (forvaltningsloven ch. II). */
@ApiTags('applications')
@Controller()
export class DisqualificationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly intakes: IntakeAccess,
    private readonly applications: ApplicationQueries,
    private readonly disqualifications: DisqualificationQueries,
    private readonly reads: Reads,
  ) {}

  @Get('intakes/:id/disqualifications')
  @Allow('administrator')
  @ApiOperation({
    operationId: 'listDisqualifications',
    summary: 'Inhabile vurderere: for hvilken søknad, hvorfor, og hva en annen må vurdere',
  })
  @ApiOkResponse({ example: { data: [example] } })
  async list(
    @Param('id') id: string,
    @Caller() caller: Caller,
  ): Promise<{ readonly data: readonly DisqualificationView[] }> {
    const opened = await this.intakes.find(id);
    if (!opened) throw intakeUnknown();
    const { intake, thirdAssessmentWhenDifferenceAbove: third } = opened.definition;
    const [rows, all] = await Promise.all([
      this.disqualifications.explained(intake),
      this.applications.toJudge(intake),
    ]);
    await this.reads.note(
      caller,
      'listDisqualifications',
      rows.map(({ person }) => person),
    );
    const counting = new Map([...latestOfEachPerson(all).values()].map((one) => [one.id, one]));
    const data = rows.map(({ application, person: _, ...row }): DisqualificationView => {
      const one = counting.get(application);
      const { wanted = null } = one && opened.status === 'open' ? assessmentWork(one, '', third) : {};
      return { id: application, ...row, wanted };
    });
    return { data };
  }

  @Post('applications/:id/disqualifications')
  @HttpCode(200)
  @Allow('administrator', 'assessor')
  @ApiOperation({
    operationId: 'disqualifyAssessor',
    summary: 'En vurderer er inhabil for en søknad; poengene som er gitt, teller ikke lenger',
    description: 'En vurderer melder seg selv. Administrasjonen kan melde en annen.',
  })
  @ApiOkResponse({ example: declared })
  @ApiConflictResponse({ description: 'INTAKE_DECIDED: det er gitt tilbud i opptaket' })
  async disqualify(
    @Param('id') id: string,
    @Body() { assessor: named, ...partiality }: PartialityBody,
    @Caller() caller: Caller,
  ): Promise<Declared> {
    const whom = caller.roles.includes('administrator') ? (named ?? caller.actor) : caller.by(named);
    doneOf(
      await this.commands.execute(new DisqualifyAssessor(id, { assessor: whom, ...partiality }, caller.context())),
    );
    return { id, assessor: whom, isDisqualified: true };
  }

  @Post('applications/:id/disqualification-withdrawals')
  @HttpCode(200)
  @Allow('administrator')
  @ApiOperation({
    operationId: 'liftDisqualification',
    summary: 'En vurderer er likevel ikke inhabil; poengene som var gitt, teller igjen',
  })
  @ApiOkResponse({ example: { ...declared, isDisqualified: false } })
  @ApiForbiddenResponse({ description: 'OWN_IMPARTIALITY: ingen avgjør sin egen habilitet' })
  @ApiConflictResponse({ description: 'NOT_DISQUALIFIED, INTAKE_DECIDED' })
  async lift(
    @Param('id') id: string,
    @Body() { assessor: whom, reason }: LiftingBody,
    @Caller() caller: Caller,
  ): Promise<Declared> {
    doneOf(await this.commands.execute(new LiftDisqualification(id, whom, reason, caller.context())));
    return { id, assessor: whom, isDisqualified: false };
  }
}
