import { Allow, Caller, ClassId, problemOf, Question, Worded } from '@kull/http';
import { Body, Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SetUps } from '../set-ups';
import { MoveDocument, moveOf } from './gathering.dto';
import { problems } from './problems';
import { exampleSetUp, type SetUpPreviewView, setUpPreviewView } from './set-up-view';

/** A gathering that was called off, looked at before it is set up again (`POST …/gatherings`). */
@ApiTags('gatherings')
@Controller('classes/:id/gatherings')
@Allow('administrator', 'coordinator')
export class SetUpsController {
  constructor(private readonly setUps: SetUps) {}

  @Post(':number/set-up-previews')
  @HttpCode(200)
  @Question()
  @ApiOperation({
    operationId: 'previewGatheringSetUp',
    summary:
      'Se hvem som berøres når en avlyst samling settes opp igjen, og hva oppmøtet regnes av da. Ingenting lagres',
  })
  @ApiOkResponse({ example: exampleSetUp })
  async preview(
    @ClassId() id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() document: MoveDocument,
    @Caller() caller: Caller,
  ): Promise<Worded<SetUpPreviewView>> {
    const wanted = await this.setUps.wanted(id, number, moveOf(document, number));
    if ('rejected' in wanted) throw problemOf(wanted.rejected, problems);
    const preview = await this.setUps.preview(wanted, caller.context().occurredAt);
    return new Worded((language) => setUpPreviewView(wanted, preview, language));
  }
}
