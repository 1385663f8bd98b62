import { Allow, Problem } from '@kull/http';
import { Clock, localDateInOslo, parseInstant } from '@kull/kernel';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type Roster, type RosterAsOf, Rosters } from '../rosters';
import { problems } from './problems';
import { exampleRoster, type RosterView, rosterViewOf } from './roster-view';
import { day } from './student.dto';

const instant = z.string().refine((text) => parseInstant(text) !== undefined, 'et tidspunkt med forskyvning fra UTC');

const asOfQuery = z.strictObject({ knownAt: instant.optional(), validOn: day.optional() });

class RosterQuery extends createZodDto(asOfQuery) {}

/** The list of a class, of any day, as it was known at any instant (W31). */
@ApiTags('students')
@Controller('classes/:id')
@Allow('administrator')
export class RostersController {
  constructor(
    private readonly rosters: Rosters,
    private readonly clock: Clock,
  ) {}

  @Get('roster')
  @ApiOperation({
    operationId: 'getRoster',
    summary: 'Klasselisten slik den var på en dag (validOn), etter det som var kjent da (knownAt)',
  })
  @ApiOkResponse({ example: exampleRoster })
  async roster(@Param('id') id: string, @Query() query: RosterQuery): Promise<RosterView> {
    const asOf = this.asOf(query);
    return rosterViewOf(id, await this.find(id, asOf), asOf);
  }

  /** Without a day: today. */
  private asOf({ knownAt, validOn }: z.output<typeof asOfQuery>): RosterAsOf {
    return {
      ...(knownAt !== undefined && { knownAt: parseInstant(knownAt)! }),
      validOn: validOn ?? localDateInOslo(this.clock.now()),
    };
  }

  private async find(id: string, asOf: RosterAsOf): Promise<Roster> {
    const roster = await this.rosters.of(id, asOf);
    if (!roster) throw Problem.notFound(problems.CLASS_NOT_PLANNED.title, 'CLASS_NOT_PLANNED');
    return roster;
  }
}
