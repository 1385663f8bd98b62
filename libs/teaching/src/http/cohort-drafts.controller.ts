import { Allow, Problem, said, Worded } from '@kull/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CohortDirectory } from '../cohort-directory';
import {
  type CohortToCopy,
  classesLike,
  draftFromCohort,
  draftFromCommission,
  draftFromIntake,
  type IntakeToPlan,
} from '../domain/cohort-draft';
import type { CohortPlan } from '../domain/cohort-plan';
import { PlanCheck } from '../plan-check';
import type { cohortDocument } from './cohort-document.dto';
import { CohortDraftRequest } from './cohort-draft.dto';
import { cohortDocumentOf } from './cohort-plan-of';
import { problems } from './cohort-problems';
import { exampleDocument } from './cohort-view';
import { type CheckedPlanView, checkedPlanView } from './planning-texts';

export interface CohortDraft extends CheckedPlanView {
  /** To be edited, and sent to `POST /cohorts`. */
  readonly plan: z.output<typeof cohortDocument>;
}

const example: CohortDraft = { plan: exampleDocument, warnings: [], clashes: [] };

/** Plans to begin with. Nothing is stored before one is sent to `POST /cohorts`. */
@ApiTags('cohorts')
@Controller('cohort-drafts')
@Allow('administrator')
export class CohortDraftsController {
  constructor(
    private readonly cohorts: CohortDirectory,
    private readonly check: PlanCheck,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'draftCohort',
    summary: 'Lag et utkast til et kull fra et opptak, fra et annet kull, eller fra en bestilling. Ingenting lagres',
  })
  @ApiOkResponse({ example })
  async draft(@Body() { from }: CohortDraftRequest): Promise<Worded<CohortDraft>> {
    const plan = await this.planFrom(from);
    const checked = await this.check.of(plan);
    return new Worded((language) => ({ plan: cohortDocumentOf(plan), ...checkedPlanView(checked, language) }));
  }

  private async planFrom(from: CohortDraftRequest['from']): Promise<CohortPlan> {
    if ('intake' in from) return draftFromIntake(await this.intake(from.intake));
    if ('commission' in from) {
      const { municipalityCode, commissionedBy, class: one, classes = 1, ...commission } = from.commission;
      const basis = { kind: 'COMMISSION', municipalityCode, commissionedBy } as const;
      const model = from.cohort === undefined ? undefined : await this.cohort(from.cohort);
      return draftFromCommission({ ...commission, basis, classes: classesLike(one, classes) }, model);
    }
    const { cohort, code, weeks } = from;
    const intake = await this.cohorts.intake(code);
    return draftFromCohort(await this.cohort(cohort), { code, weeks, ...(intake && { intake }) });
  }

  private async cohort(code: string): Promise<CohortToCopy> {
    const found = await this.cohorts.cohort(code);
    if (!found) throw Problem.notFound(problems.COHORT_NOT_PLANNED.title, 'COHORT_NOT_PLANNED');
    return found;
  }

  private async intake(code: string): Promise<IntakeToPlan> {
    const found = await this.cohorts.intake(code);
    if (!found)
      throw Problem.notFound(
        said(
          'Opptaket finnes ikke, eller klassene er ikke planlagt ennå',
          'Opptaket finst ikkje, eller klassane er ikkje planlagde enno',
          'The intake is not there, or the classes have not been planned yet',
        ),
        'INTAKE_UNKNOWN',
      );
    return found;
  }
}
