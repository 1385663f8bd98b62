import { Allow, Question, Worded } from '@kull/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PlanCheck } from '../plan-check';
import { CohortDocument } from './cohort-document.dto';
import { cohortPlanOf } from './cohort-plan-of';
import { type CheckedPlanView, checkedPlanView, exampleCheck } from './planning-texts';

/** What is to be said of a plan while somebody edits it. Nothing is stored. */
@ApiTags('cohorts')
@Controller('cohort-checks')
@Allow('administrator')
export class CohortChecksController {
  constructor(private readonly check: PlanCheck) {}

  @Post()
  @HttpCode(200)
  @Question()
  @ApiOperation({
    operationId: 'checkCohortPlan',
    summary: 'Se hva som kolliderer i planen for et kull, og hva som bør ses på. Ingenting lagres',
  })
  @ApiOkResponse({ example: exampleCheck })
  async look(@Body() document: CohortDocument): Promise<Worded<CheckedPlanView>> {
    const checked = await this.check.of(cohortPlanOf(document));
    return new Worded((language) => checkedPlanView(checked, language));
  }
}
