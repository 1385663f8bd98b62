import { Allow, Caller, ClassId, CsvBody, type CsvFile, Problem } from '@kull/http';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Controller, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TakeInClassHprRegister } from '../commands/take-in-class-hpr-register';
import { readRegisterRows } from '../domain/register-rows';
import { problems } from './problems';

const columns = [
  'hpr_number',
  'family_name',
  'given_names',
  'birth_date',
  'profession',
  'authorised_from',
  'authorised_to',
] as const;

interface RegisterAnswer {
  readonly entries: number;
  /** Rows left out because a date or the number cannot be read. */
  readonly unreadable: readonly number[];
}

/** The register of health personnel that HPR numbers of a class are looked up in. */
@ApiTags('classes')
@Controller('classes/:id/hpr-register')
@Allow('administrator')
export class HprRegisterController {
  constructor(
    private readonly commands: CommandBus,
    private readonly classes: ClassDirectory,
  ) {}

  @Put()
  @ApiOperation({ operationId: 'replaceHprRegister', summary: 'Les inn registeret som HPR-numrene slås opp i' })
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ example: { entries: 27, unreadable: [] } satisfies RegisterAnswer })
  async replace(
    @ClassId() id: string,
    @CsvBody(...columns) file: CsvFile<(typeof columns)[number]>,
    @Caller() caller: Caller,
  ): Promise<RegisterAnswer> {
    if (!(await this.classes.find(id))) throw Problem.notFound(problems.CLASS_NOT_PLANNED.title, 'CLASS_NOT_PLANNED');
    const { entries, unreadable } = readRegisterRows(
      file.records.map(({ row, values }) => ({
        row,
        hprNumber: values.hpr_number,
        familyName: values.family_name,
        givenNames: values.given_names,
        birthDate: values.birth_date,
        profession: values.profession,
        authorisedFrom: values.authorised_from,
        authorisedTo: values.authorised_to,
      })),
    );
    await this.commands.execute(new TakeInClassHprRegister(id, entries, caller.context({ source: 'hpr-register' })));
    return { entries: entries.length, unreadable };
  }
}
