import { Allow } from '@kull/http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { exampleOverview, type Overview } from './overview';
import { Overviews } from './overviews';

/** What the first page shows, for programs. */
@ApiTags('overview')
@Controller('overview')
@Allow('administrator')
export class OverviewController {
  constructor(private readonly overviews: Overviews) {}

  @Get()
  @ApiOperation({ operationId: 'getOverview', summary: 'Hva tjenesten inneholder, i tall' })
  @ApiOkResponse({ example: exampleOverview })
  get(): Promise<Overview> {
    return this.overviews.get();
  }
}
