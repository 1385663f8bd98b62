import { Allow, answer, Caller, ClassId, SeenVersion } from '@kull/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { ChangeCapacity } from '../commands/change-capacity';
import { OpenClass } from '../commands/open-class';
import { classIdOf } from '../domain/ids';
import { Classes } from '../read-models/classes.query';
import { capacity } from './course-parts.dto';
import { problems } from './problems';

class CapacityDto extends createZodDto(z.strictObject({ capacity })) {}

const exampleId = classIdOf({ code: 'OSLO-1', intake: 'NLP-2026' });

/** What is done with a class as a whole. */
@ApiTags('classes')
@Controller('classes/:id')
@Allow('administrator')
export class ClassActsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly classes: Classes,
  ) {}

  @Post('openings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'openClass', summary: 'Åpne en klasse som har alle samlingene sine' })
  @ApiOkResponse({ example: { id: exampleId, status: 'open' } })
  @ApiConflictResponse({ description: 'COURSE_NOT_PLANNED, GATHERINGS_MISSING' })
  async open(
    @ClassId() id: string,
    @Caller() caller: Caller,
    @SeenVersion({ optional: true }) seenVersion?: number,
  ): Promise<{ readonly id: string; readonly status: 'open' }> {
    answer(await this.commands.execute(new OpenClass(id, caller.context(), seenVersion)), problems);
    return { id, status: 'open' };
  }

  @Post('capacity-changes')
  @HttpCode(200)
  @ApiOperation({ operationId: 'changeCapacity', summary: 'Gi en klasse flere eller færre plasser' })
  @ApiOkResponse({ example: { id: exampleId, capacity: 50, placesTaken: 48 } })
  @ApiConflictResponse({ description: 'PLACES_TAKEN, COMMISSIONED_PLACES_EXCEEDED' })
  async changeCapacity(
    @ClassId() id: string,
    @Body() { capacity: wanted }: CapacityDto,
    @Caller() caller: Caller,
    @SeenVersion({ optional: true }) seenVersion?: number,
  ): Promise<{ readonly id: string; readonly capacity: number; readonly placesTaken: number }> {
    const command = new ChangeCapacity(id, wanted, caller.context(), seenVersion);
    answer(await this.commands.execute(command), problems);
    return { id, capacity: wanted, placesTaken: await this.classes.placesTaken(id) };
  }
}
