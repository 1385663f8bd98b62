import { Allow } from '@kull/http';
import { Controller, Get, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Directories } from './directories';
import { exampleDirectory } from './directory';
import { zippedAnswer } from './zipped-answer';

/** Everybody that the service knows: what the administrators' search looks in. */
@ApiTags('persons')
@Controller('persons')
@Allow('administrator')
export class DirectoryController {
  constructor(private readonly directories: Directories) {}

  @Get()
  @ApiOperation({
    operationId: 'listPersons',
    summary: 'Alle studenter og søkere med klasse, opptak og hvordan det står til, til søk i ett svar',
  })
  @ApiOkResponse({ example: exampleDirectory })
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return zippedAnswer(await this.directories.get(), request, reply);
  }
}
