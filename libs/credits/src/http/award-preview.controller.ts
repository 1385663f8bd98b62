import { Allow, Caller, ClassId, problemOf } from '@kull/http';
import { Reads } from '@kull/people';
import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PreviewAwards } from '../commands/preview-awards';
import { type AwardPreview, awardPreviewOf, exampleAwardPreview } from './award-view';
import { problems } from './problems';

/** The students of a class before awards are given (ux.md A10). */
@ApiTags('awards')
@Controller('classes/:id/award-preview')
@Allow('administrator', 'coordinator')
export class AwardPreviewController {
  constructor(
    private readonly queries: QueryBus,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'previewAwards',
    summary: 'Hvem som får poeng, hvem som holdes igjen og hvorfor, om poengene ble vurdert nå; lagrer ingenting',
  })
  @ApiOkResponse({ example: exampleAwardPreview })
  async preview(@ClassId() id: string, @Caller() caller: Caller): Promise<AwardPreview> {
    const outcome = await this.queries.execute(new PreviewAwards(id, caller.context({ source: 'award-preview' })));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, problems);
    const { students } = outcome.previewed;
    await this.reads.note(
      caller,
      'previewAwards',
      students.map(({ personId }) => personId),
    );
    return awardPreviewOf(outcome.previewed);
  }
}
