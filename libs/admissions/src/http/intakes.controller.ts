import { EventStore } from '@kull/event-store';
import {
  Allow,
  answer,
  Caller,
  Created,
  CsvBody,
  type CsvFile,
  decodeCursor,
  LargeJsonBody,
  listQuery,
  type Page,
  pageOf,
  Versioned,
} from '@kull/http';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { intakeId } from '../commands/ids';
import { OpenIntake } from '../commands/open-intake';
import { TakeInHprRegister } from '../commands/take-in-hpr-register';
import { TakeInMunicipalities } from '../commands/take-in-municipalities';
import { intake } from '../domain/intake';
import { IntakeQueries } from '../read-models/intakes.query';
import { definitionOf, IntakeDto } from './intake.dto';
import { exampleIntake, intakeLine, intakeView } from './intake.view';
import { intakeUnknown, problems } from './problems';

class IntakeListDto extends createZodDto(listQuery) {}

const registerColumns = [
  'hpr_number',
  'family_name',
  'given_names',
  'birth_date',
  'profession',
  'authorised_from',
  'authorised_to',
] as const;

const municipalityColumns = ['municipality_code', 'name'] as const;

const csvFile = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('intakes')
@Controller('intakes')
@Allow('administrator')
export class IntakesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly intakes: IntakeQueries,
    private readonly events: EventStore,
  ) {}

  @Post()
  @HttpCode(200)
  @LargeJsonBody()
  @ApiOperation({ operationId: 'openIntake', summary: 'Åpner et opptak; det samme en gang til endrer ingenting' })
  @ApiCreatedResponse({ example: { id: exampleIntake.id, code: 'NLP-2026', status: 'open' } })
  async open(@Body() document: IntakeDto, @Caller() caller: Caller) {
    const definition = definitionOf(document);
    const context = caller.context({ occurredAt: definition.window.opensAt });
    const outcome = await this.commands.execute(new OpenIntake(definition, context));
    const { events } = answer(outcome, problems);
    const id = intakeId(definition.intake);
    const { state } = await this.events.load(intake, id);
    const body = { id, code: definition.intake, status: state.status };
    return events.length > 0 ? new Created(`/api/v1/intakes/${id}`, body) : body;
  }

  @Get()
  @Allow('administrator', 'assessor')
  @ApiOperation({ operationId: 'listIntakes', summary: 'Alle opptak' })
  @ApiOkResponse({ example: { data: [{ id: exampleIntake.id, code: 'NLP-2026', status: 'open' }], nextCursor: null } })
  async list(@Query() { limit, cursor }: IntakeListDto): Promise<Page<ReturnType<typeof intakeLine>>> {
    const [after = ''] = decodeCursor(cursor) ?? [];
    const rows = await this.intakes.list({ after: String(after), limit: limit + 1 });
    return pageOf(rows.map(intakeLine), { limit }, ({ code }) => [code]);
  }

  @Get(':id')
  @Allow('administrator', 'assessor')
  @ApiOperation({ operationId: 'getIntake', summary: 'Et opptak med tall: søknader, tilbud, plasser' })
  @ApiOkResponse({ example: exampleIntake })
  async get(@Param('id') id: string): Promise<Versioned<ReturnType<typeof intakeView>>> {
    const { state, version } = await this.events.load(intake, id);
    if (state.status === 'unopened') throw intakeUnknown();
    return new Versioned(version, intakeView(id, state, await this.intakes.numbers(state.definition.intake)));
  }

  @Put(':id/hpr-register')
  @ApiConsumes('text/csv')
  @ApiBody(csvFile)
  @ApiOperation({ operationId: 'takeInHprRegister', summary: 'Leser inn helsepersonellregisteret for opptaket' })
  @ApiOkResponse({ example: { entries: 169 } })
  async takeInHprRegister(
    @Param('id') id: string,
    @CsvBody(...registerColumns) file: CsvFile<(typeof registerColumns)[number]>,
    @Caller() caller: Caller,
  ): Promise<{ readonly entries: number }> {
    const entries = file.records.map(({ values }) => ({
      hprNumber: values.hpr_number,
      familyName: values.family_name,
      givenNames: values.given_names,
      birthDate: values.birth_date || undefined,
      profession: values.profession,
      authorisedFrom: values.authorised_from || undefined,
      authorisedTo: values.authorised_to || undefined,
    }));
    answer(await this.commands.execute(new TakeInHprRegister(id, entries, caller.context())), problems);
    return { entries: entries.length };
  }

  @Put(':id/municipalities')
  @ApiConsumes('text/csv')
  @ApiBody(csvFile)
  @ApiOperation({ operationId: 'takeInMunicipalities', summary: 'Leser inn kommunenavn' })
  @ApiOkResponse({ example: { entries: 57 } })
  async takeInMunicipalities(
    @Param('id') id: string,
    @CsvBody(...municipalityColumns) file: CsvFile<(typeof municipalityColumns)[number]>,
    @Caller() caller: Caller,
  ): Promise<{ readonly entries: number }> {
    const municipalities = file.records
      .map(({ values }) => ({ code: values.municipality_code, name: values.name }))
      .filter(({ code, name }) => /^\P{Cc}{1,64}$/u.test(code) && name.length > 0 && name.length <= 300);
    answer(await this.commands.execute(new TakeInMunicipalities(id, municipalities, caller.context())), problems);
    return { entries: municipalities.length };
  }
}
