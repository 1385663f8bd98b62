import { Allow, Caller, Problem, said } from '@kull/http';
import { Reads } from '@kull/people';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { exampleRecord, type PersonRecord } from './person-record';
import { PersonRecords, type PersonTraces } from './person-records';
import { exampleTimeline, type Timeline } from './timeline/timeline-view';
import { Timelines } from './timeline/timelines';

const unknown = (): Problem =>
  Problem.notFound(
    said('Ingen har det nummeret', 'Ingen har det nummeret', 'Nobody has that number'),
    'PERSON_UNKNOWN',
  );

/** Numbers are one person's within an intake, not everywhere. */
const several = (personIds: readonly string[]): Problem =>
  new Problem({
    status: 409,
    code: 'SEVERAL_PERSONS',
    title: said(
      'Flere personer har det nummeret',
      'Fleire personar har det nummeret',
      'Several persons have that number',
    ),
    detail: said(
      'Spør med personens id. De står i errors.',
      'Spør med id-en til personen. Dei står i errors.',
      'Ask with the id of the person. They are in errors.',
    ),
    errors: personIds.map((personId) => ({
      pointer: personId,
      code: 'PERSON',
      detail: said('En av dem', 'Ein av dei', 'One of them'),
    })),
  });

/** One person: what a question by telephone is about. */
@ApiTags('persons')
@Controller('persons/:key')
@Allow('administrator', 'coordinator')
export class PersonsController {
  constructor(
    private readonly records: PersonRecords,
    private readonly timelines: Timelines,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getPerson',
    summary: 'En person, etter studentnummer, søknadsnummer eller id: klasse, oppmøte, poeng med begrunnelse, søknader',
  })
  @ApiOkResponse({ example: exampleRecord })
  @ApiConflictResponse({ description: 'SEVERAL_PERSONS: nummeret finnes i flere opptak' })
  async get(@Param('key') key: string, @Caller() caller: Caller): Promise<PersonRecord> {
    const personId = await this.idOf(key, caller);
    await this.reads.note(caller, 'getPerson', [personId]);
    return this.records.of(personId, caller.classes);
  }

  @Get('timeline')
  @ApiOperation({
    operationId: 'getPersonTimeline',
    summary: 'Det som har skjedd med en person, det nyeste først: hva, når, av hvem, hvorfra',
  })
  @ApiOkResponse({ example: exampleTimeline })
  async timeline(@Param('key') key: string, @Caller() caller: Caller): Promise<Timeline> {
    const personId = await this.idOf(key, caller);
    await this.reads.note(caller, 'getPersonTimeline', [personId]);
    const traces: PersonTraces = await this.records.traces(personId, caller.classes);
    return this.timelines.of(personId, traces);
  }

  private async idOf(key: string, { classes }: Caller): Promise<string> {
    const [first, ...others] = await this.records.named(key, classes);
    if (first === undefined) throw unknown();
    if (others.length > 0) throw several([first, ...others]);
    return first;
  }
}
