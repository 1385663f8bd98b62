import { Allow, Caller, ClassId } from '@kull/http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AwardConsequenceReport } from './award-consequence-report';
import { type AwardConsequences, exampleConsequences } from './award-consequences';

/** What awarding the credits of a class leads to, before it is done (ux.md A10). */
@ApiTags('awards')
@Controller('classes/:id/award-consequences')
@Allow('administrator')
export class AwardConsequencesController {
  constructor(private readonly report: AwardConsequenceReport) {}

  @Get()
  @ApiOperation({
    operationId: 'previewAwardConsequences',
    summary: 'Hvilke poeng, kursbevis og brev en tildeling fører til nå; lagrer ingenting',
  })
  @ApiOkResponse({ example: exampleConsequences })
  get(@ClassId() id: string, @Caller() caller: Caller): Promise<AwardConsequences> {
    return this.report.of(id, caller);
  }
}
