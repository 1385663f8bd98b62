import { Allow, Caller } from '@kull/http';
import { Controller, Get, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Directories } from './directories';
import { exampleDirectory } from './directory';
import { zippedAnswer } from './zipped-answer';

/** Everybody that the caller may ask about: what the search looks in. */
@ApiTags('persons')
@Controller('persons')
@Allow('administrator', 'coordinator')
export class DirectoryController {
  constructor(private readonly directories: Directories) {}

  @Get()
  @ApiOperation({
    operationId: 'listPersons',
    summary:
      'Alle studenter og søkere med klasse, opptak og hvordan det står til, til søk i ett svar; for en koordinator de i egne klasser',
  })
  @ApiOkResponse({ example: exampleDirectory })
  async list(
    @Caller() { classes }: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return zippedAnswer(await this.directories.get(classes), request, reply);
  }
}
