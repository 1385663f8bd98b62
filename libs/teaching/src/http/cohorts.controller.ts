import {
  Allow,
  answer,
  Caller,
  Created,
  decodeCursor,
  listQuery,
  type Page,
  Problem,
  pageOf,
  Worded,
} from '@kull/http';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { CohortDirectory } from '../cohort-directory';
import { type CohortPlanRejection, PlanCohort } from '../commands/plan-cohort';
import { RaiseCommissionedPlaces } from '../commands/raise-commissioned-places';
import type { PlannedCohort } from '../domain/cohort';
import type { CohortPlan } from '../domain/cohort-plan';
import { classIdOf, cohortIdOf } from '../domain/ids';
import { PlanCheck } from '../plan-check';
import { Classes } from '../read-models/classes.query';
import { type CohortRow, Cohorts } from '../read-models/cohorts.query';
import { CohortDocument } from './cohort-document.dto';
import { cohortPlanOf } from './cohort-plan-of';
import { planProblemOf, problems } from './cohort-problems';
import { type CohortView, cohortView, exampleCohort } from './cohort-view';
import { capacity } from './course-parts.dto';
import { exampleCheck, type WarningView, warningView } from './planning-texts';

class CohortQuery extends createZodDto(listQuery) {}

class CommissionedPlacesDto extends createZodDto(z.strictObject({ places: capacity })) {}

export interface PlannedCohortAnswer {
  readonly id: string;
  readonly code: string;
  readonly classes: readonly { readonly id: string; readonly code: string; readonly status: 'planned' | 'open' }[];
  readonly warnings: readonly WarningView[];
}

export interface CohortLine extends Omit<CohortRow, 'cohortId'> {
  readonly id: string;
}

const exampleAnswer: PlannedCohortAnswer = {
  id: cohortIdOf('NLP-2026'),
  code: 'NLP-2026',
  classes: [{ id: classIdOf({ code: 'OSLO-1', intake: 'NLP-2026' }), code: 'OSLO-1', status: 'planned' }],
  warnings: exampleCheck.warnings,
};

const exampleLine: CohortLine = {
  id: cohortIdOf('NLP-2026'),
  code: 'NLP-2026',
  programme: 'NLP',
  title: 'Nasjonal lederutdanning for primærhelsetjenesten',
  basis: 'INTAKE',
  commissionedPlaces: 216,
  classes: 4,
  capacity: 216,
  placesTaken: 214,
};

/** Whether the refusal is about when and where a class meets. */
const isClash = (rejected: CohortPlanRejection): boolean => 'gathering' in rejected || 'who' in rejected;

/** Cohorts: planned whole, listed, shown with the places and gatherings of their classes. */
@ApiTags('cohorts')
@Controller('cohorts')
@Allow('administrator')
export class CohortsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly directory: CohortDirectory,
    private readonly cohorts: Cohorts,
    private readonly classes: Classes,
    private readonly check: PlanCheck,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'planCohort',
    summary: 'Planlegg et kull: klassene, hva de lærer, og samlingene. Alt eller ingenting',
  })
  @ApiCreatedResponse({ description: 'Kullet er nytt', example: exampleAnswer })
  @ApiOkResponse({ description: 'Kullet fantes med samme plan', example: exampleAnswer })
  @ApiConflictResponse({
    description: 'COHORT_DIFFERS, CLASS_DIFFERS, ROOM_TAKEN, TEACHER_TAKEN: alle kollisjonene i errors',
  })
  async plan(
    @Body() document: CohortDocument,
    @Caller() caller: Caller,
  ): Promise<Worded<PlannedCohortAnswer> | Created<Worded<PlannedCohortAnswer>>> {
    const plan = cohortPlanOf(document);
    const outcome = await this.commands.execute(new PlanCohort(plan, caller.context()));
    if ('rejected' in outcome) throw await this.problemOf(outcome.rejected, plan);
    const id = cohortIdOf(plan.code);
    const { warnings } = await this.check.of(plan);
    const rows = await this.classes.page({ intake: plan.code });
    const body = new Worded<PlannedCohortAnswer>((language) => ({
      id,
      code: plan.code,
      classes: rows.map(({ classId, code, status }) => ({ id: classId, code, status })),
      warnings: warnings.map((one) => warningView(one, language)),
    }));
    return outcome.planned.isNew ? new Created(`/api/v1/cohorts/${id}`, body) : body;
  }

  @Get()
  @ApiOperation({ operationId: 'listCohorts', summary: 'Kullene, etter kode' })
  @ApiOkResponse({ example: { data: [exampleLine], nextCursor: null } })
  async list(@Query() { limit, cursor }: CohortQuery): Promise<Page<CohortLine>> {
    const [after = ''] = decodeCursor(cursor) ?? [];
    const rows = await this.cohorts.page({ limit: limit + 1, after: String(after) });
    const lines = rows.map(({ cohortId: id, ...row }) => ({ id, ...row }));
    return pageOf(lines, { limit }, ({ code }) => [code]);
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'getCohort',
    summary: 'Et kull med plasser og samlinger i hver klasse, og hva som bør ses på i planen',
  })
  @ApiOkResponse({ example: exampleCohort })
  async get(@Param('id') id: string): Promise<Worded<CohortView>> {
    const planned = await this.planned(id);
    const [classes, rows] = [
      await this.directory.classesOf(planned),
      await this.classes.page({ intake: planned.planned.code }),
    ];
    return new Worded((language) => cohortView(planned, classes, rows, language));
  }

  @Post(':id/commissioned-places')
  @HttpCode(200)
  @ApiOperation({ operationId: 'raiseCommissionedPlaces', summary: 'Øk antallet plasser som er bestilt for kullet' })
  @ApiOkResponse({ example: { id: exampleCohort.id, commissionedPlaces: 220 } })
  async raise(
    @Param('id') id: string,
    @Body() { places }: CommissionedPlacesDto,
    @Caller() caller: Caller,
  ): Promise<{ readonly id: string; readonly commissionedPlaces: number }> {
    answer(await this.commands.execute(new RaiseCommissionedPlaces(id, places, caller.context())), problems);
    const { commissionedPlaces } = await this.planned(id);
    return { id, commissionedPlaces };
  }

  private async planned(id: string): Promise<PlannedCohort> {
    const { state } = await this.directory.load(id);
    if (state.status === 'unplanned') throw Problem.notFound(problems.COHORT_NOT_PLANNED.title, 'COHORT_NOT_PLANNED');
    return state;
  }

  private async problemOf(rejected: CohortPlanRejection, plan: CohortPlan): Promise<Problem> {
    return planProblemOf(rejected, isClash(rejected) ? (await this.check.of(plan)).clashes : []);
  }
}
