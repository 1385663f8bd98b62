import { ClassListRefused, renderClassList } from '@kull/documents';
import { Allow, Caller, ClassId, fileReply, Problem, runsClass, said, Worded } from '@kull/http';
import { Clock, type Language, localDateInOslo, parseInstant, writtenDay } from '@kull/kernel';
import { Reads } from '@kull/people';
import { type TableForm, tableReply, XLSX_MEDIA_TYPE } from '@kull/tables';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { periodOf } from '../domain/gathering';
import { type Roster, type RosterAsOf, Rosters } from '../rosters';
import { rosterWords } from '../words/roster-words';
import { classListOf, gatheringOf } from './class-list';
import { problems } from './problems';
import { rosterRows, rosterTable } from './roster-table';
import { exampleRoster, type RosterView, rosterViewOf, withoutReasons } from './roster-view';
import { day } from './student.dto';

const instant = z.string().refine((text) => parseInstant(text) !== undefined, 'et tidspunkt med forskyvning fra UTC');

const asOfQuery = z.strictObject({ knownAt: instant.optional(), validOn: day.optional() });

class RosterQuery extends createZodDto(asOfQuery) {}

class RosterCsvQuery extends createZodDto(
  z.strictObject({ ...asOfQuery.shape, profile: z.enum(['excel-no', 'rfc4180']).default('excel-no') }),
) {}

class ClassListQuery extends createZodDto(
  z.strictObject({ knownAt: instant.optional(), gathering: z.coerce.number().int().min(1).max(100) }),
) {}

const exampleCsv = 'Studentnummer;Etternavn;Fornavn\r\nA26-000439;Nordmann;Kari\r\n';
const file = { schema: { type: 'string', format: 'binary' } };

const printed = (print: () => Uint8Array): Uint8Array => {
  try {
    return print();
  } catch (fault) {
    if (!(fault instanceof ClassListRefused)) throw fault;
    throw new Problem({
      status: 422,
      code: 'CLASS_LIST_NOT_PRINTABLE',
      title: said(
        'Klasselisten kan ikke skrives ut',
        'Klasselista kan ikkje skrivast ut',
        'The class list cannot be printed',
      ),
      detail: said(
        'Et navn har tegn som skriften ikke har. Hent listen som regneark i stedet.',
        'Eit namn har teikn som skrifta ikkje har. Hent lista som rekneark i staden.',
        'A name has characters that the typeface lacks. Fetch the list as a spreadsheet instead.',
      ),
    });
  }
};

/** The list of a class, of any day, as it was known at any instant (W31). */
@ApiTags('students')
@Controller('classes/:id')
@Allow('administrator')
export class RostersController {
  constructor(
    private readonly rosters: Rosters,
    private readonly clock: Clock,
    private readonly reads: Reads,
  ) {}

  @Get('roster')
  @Allow('administrator', 'coordinator', 'teacher')
  @ApiOperation({
    operationId: 'getRoster',
    summary: 'Klasselisten slik den var på en dag (validOn), etter det som var kjent da (knownAt)',
  })
  @ApiOkResponse({ example: exampleRoster })
  async roster(@ClassId() id: string, @Query() query: RosterQuery, @Caller() caller: Caller): Promise<RosterView> {
    const asOf = this.asOf(query);
    const view = rosterViewOf(id, await this.read(id, asOf, 'getRoster', caller), asOf);
    return runsClass(caller, id) ? view : withoutReasons(view);
  }

  @Get('files/roster.csv')
  @Allow('administrator', 'coordinator')
  @ApiOperation({ operationId: 'getRosterCsv', summary: 'Klasselisten som CSV, for folk eller for maskiner' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ example: exampleCsv })
  async csv(
    @ClassId() id: string,
    @Query() { profile, ...query }: RosterCsvQuery,
    @Caller() caller: Caller,
  ): Promise<Worded<StreamableFile>> {
    const roster = await this.read(id, this.asOf(query), 'getRosterCsv', caller);
    return this.tableOf(roster, () => ({ format: 'csv', profile }));
  }

  @Get('files/roster.xlsx')
  @Allow('administrator', 'coordinator')
  @ApiOperation({ operationId: 'getRosterXlsx', summary: 'Klasselisten som regneark' })
  @ApiProduces(XLSX_MEDIA_TYPE)
  @ApiOkResponse({ content: { [XLSX_MEDIA_TYPE]: file } })
  async xlsx(
    @ClassId() id: string,
    @Query() query: RosterQuery,
    @Caller() caller: Caller,
  ): Promise<Worded<StreamableFile>> {
    const asOf = this.asOf(query);
    const roster = await this.read(id, asOf, 'getRosterXlsx', caller);
    const madeAt = this.clock.now();
    const queryIn = (language: Language): string => {
      const say = rosterWords[language];
      const known = asOf.knownAt === undefined ? '' : say.knownAt(asOf.knownAt);
      return `${say.asOf(roster.class.plan.code, writtenDay(language, asOf.validOn))}${known}`;
    };
    return this.tableOf(roster, (language) => ({
      format: 'xlsx',
      about: { language, query: queryIn(language), madeAt, position: roster.position },
    }));
  }

  @Get('files/roster.pdf')
  @Allow('administrator', 'coordinator', 'teacher')
  @ApiOperation({
    operationId: 'getClassListPdf',
    summary: 'Klasseliste til utskrift, med plass til å signere for hver økt på en samling',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': file } })
  async pdf(
    @ClassId() id: string,
    @Query() { knownAt, gathering }: ClassListQuery,
    @Caller() caller: Caller,
  ): Promise<Worded<StreamableFile>> {
    const known = this.asOf({ knownAt });
    const planned = gatheringOf(await this.find(id, known), gathering);
    if (!planned) throw Problem.notFound(problems.GATHERING_NOT_SCHEDULED.title, 'GATHERING_NOT_SCHEDULED');
    const asOf = { ...known, validOn: periodOf(planned).startsOn };
    const roster = await this.read(id, asOf, 'getClassListPdf', caller);
    const list = classListOf(roster, planned, this.clock.now());
    return new Worded((language) => {
      const name = `${rosterWords[language].printed(roster.class.plan.code, gathering)}.pdf`;
      return fileReply({ name, type: 'application/pdf', content: printed(() => renderClassList(list, language)) });
    });
  }

  private tableOf(roster: Roster, formIn: (language: Language) => TableForm): Worded<StreamableFile> {
    return new Worded(async (language) => {
      const form = formIn(language);
      const forMachines = form.format === 'csv' && form.profile === 'rfc4180';
      const table = rosterTable(roster.class.plan.code, forMachines ? 'machines' : 'people', language);
      return fileReply(await tableReply(table, rosterRows(roster), form));
    });
  }

  /** Without a day: today. */
  private asOf({ knownAt, validOn }: z.output<typeof asOfQuery>): RosterAsOf {
    return {
      ...(knownAt !== undefined && { knownAt: parseInstant(knownAt)! }),
      validOn: validOn ?? localDateInOslo(this.clock.now()),
    };
  }

  /** The list, for somebody to read: it is noted for all who stand in it. */
  private async read(id: string, asOf: RosterAsOf, operation: string, caller: Caller): Promise<Roster> {
    const roster = await this.find(id, asOf);
    const persons = [...roster.students, ...roster.guests].map(({ personId }) => personId);
    await this.reads.note(caller, operation, persons);
    return roster;
  }

  private async find(id: string, asOf: RosterAsOf): Promise<Roster> {
    const roster = await this.rosters.of(id, asOf);
    if (!roster) throw Problem.notFound(problems.CLASS_NOT_PLANNED.title, 'CLASS_NOT_PLANNED');
    return roster;
  }
}
