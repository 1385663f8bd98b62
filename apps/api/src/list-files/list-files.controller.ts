import { EventStore } from '@kull/event-store';
import { Allow, Caller, fileReply, LargeJsonBody, Problem, Question, type Said, said, Worded } from '@kull/http';
import { Clock, type Language } from '@kull/kernel';
import { Reads } from '@kull/people';
import { type TableForm, tableReply, XLSX_MEDIA_TYPE } from '@kull/tables';
import { Body, Controller, HttpCode, Post, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type ShownList, ShownListDto } from './list-file.dto';
import { RowsPersons } from './rows-persons';
import { shownTable } from './shown-table';

const file = { schema: { type: 'string', format: 'binary' } };

const notYours = said('Ingen du har tilgang til', 'Ingen du har tilgang til', 'Nobody that you have access to');
const notYet = said('Loggen er ikke kommet så langt', 'Loggen er ikkje komen så langt', 'The log has not come so far');

const shownAt = (name: string, address: string): Said =>
  said(
    `${name}, slik den vises på ${address}`,
    `${name}, slik lista blir vist på ${address}`,
    `${name}, as it is shown at ${address}`,
  );

const invalid = (pointer: string, code: string, detail: Said): Problem => Problem.invalid([{ pointer, code, detail }]);

/**
 * A list of a screen as a file: the rows that are shown, in the order and with the columns in which they are (ux.md 0.1).
 * An auditor's lists name events and ids: of persons they reach nobody, so a row about one stops the file.
 */
@ApiTags('lists')
@Controller('list-files')
@Allow('administrator', 'coordinator', 'grader', 'auditor')
export class ListFilesController {
  constructor(
    private readonly persons: RowsPersons,
    private readonly reads: Reads,
    private readonly events: EventStore,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Question()
  @LargeJsonBody()
  @ApiOperation({
    operationId: 'exportList',
    summary: 'En liste slik den vises, som CSV eller regneark; lagrer ingenting, men noterer hvem den handler om',
    description:
      'Radene og kolonnene er de som vises. `person` sier hvem en rad handler om, og innsynet noteres på dem. ' +
      'En rad om noen du ikke har tilgang til, stopper hele fila.',
  })
  @ApiProduces('text/csv', XLSX_MEDIA_TYPE)
  @ApiOkResponse({ content: { 'text/csv': file, [XLSX_MEDIA_TYPE]: file } })
  async make(@Body() list: ShownListDto, @Caller() caller: Caller): Promise<Worded<StreamableFile>> {
    const found = await this.persons.of(list.rows, caller.classes);
    if ('unknownAt' in found) throw invalid(`/rows/${found.unknownAt}/person`, 'PERSON_UNKNOWN', notYours);
    await this.reads.note(caller, 'exportList', found.persons);
    const formIn = await this.formOf(list);
    return new Worded(async (language) => fileReply(await tableReply(shownTable(list), list.rows, formIn(language))));
  }

  private async formOf({
    format,
    profile,
    name,
    address,
    position,
  }: ShownList): Promise<(language: Language) => TableForm> {
    if (format === 'csv') return () => ({ format, profile });
    if (position !== undefined && position > (await this.events.reader.head()))
      throw invalid('/position', 'POSITION_UNKNOWN', notYet);
    const madeAt = this.clock.now();
    return (language) => ({
      format,
      about: { language, query: shownAt(name, address)[language], madeAt, ...(position !== undefined && { position }) },
    });
  }
}
