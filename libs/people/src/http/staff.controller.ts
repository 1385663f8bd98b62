import {
  Allow,
  Caller,
  CsvBody,
  type CsvFile,
  CsvImport,
  decodeCursor,
  listQuery,
  type Page,
  pageOf,
  Worded,
  withMessages,
} from '@kull/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import type { StaffMember } from '../contracts';
import { StaffDirectory } from '../staff-directory';
import { type RejectedStaffRow, readStaffRows } from '../staff-rows';
import { staffRowMessages } from './staff-row-messages';

class StaffQuery extends createZodDto(listQuery) {}

interface StaffImportAnswer {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly rejected: readonly (RejectedStaffRow & { readonly message: string })[];
}

const importExample: StaffImportAnswer = {
  rows: 12,
  taken: 1,
  unchanged: 10,
  rejected: [{ row: 12, code: 'INVALID_EMAIL', message: staffRowMessages.INVALID_EMAIL.nb }],
};

const example: StaffMember = {
  code: 'khe',
  name: 'Kari Helgesen',
  email: 'khe@example.no',
  phone: '+4799999999',
  language: 'nb',
};

/** A member of staff. How they are reached is for whoever administers; to others a code has a name. */
export type StaffLine = Pick<StaffMember, 'code' | 'name'> & Partial<StaffMember>;

/** Who teaches, grades and administers. */
@ApiTags('staff')
@Controller()
@Allow('administrator')
export class StaffController {
  constructor(private readonly staff: StaffDirectory) {}

  @CsvImport('staff-imports', {
    operationId: 'importStaff',
    summary: 'Ta inn lærere, sensorer og administrasjon med kontaktopplysninger',
    example: importExample,
  })
  async import(
    @CsvBody('code', 'name', 'email', 'phone', 'language')
    file: CsvFile<'code' | 'name' | 'email' | 'phone' | 'language'>,
  ): Promise<Worded<StaffImportAnswer>> {
    const { staff, rejected } = readStaffRows(file.records.map(({ row, values }) => ({ row, ...values })));
    const taken = await this.staff.take(staff);
    return new Worded((language) => ({
      rows: file.records.length,
      ...taken,
      rejected: withMessages(rejected, staffRowMessages, language),
    }));
  }

  @Get('staff')
  @Allow('administrator', 'coordinator', 'grader', 'auditor')
  @ApiOperation({ operationId: 'listStaff', summary: 'Lærere, sensorer og administrasjon, etter kode' })
  @ApiOkResponse({ example: { data: [example], nextCursor: null } })
  async list(@Query() query: StaffQuery, @Caller() { roles }: Caller): Promise<Page<StaffLine>> {
    const [after] = decodeCursor(query.cursor) ?? [];
    const rows = await this.staff.page(after === undefined ? undefined : String(after), query.limit + 1);
    const isOffice = roles.includes('administrator');
    const shown = rows.map((one): StaffLine => (isOffice ? one : { code: one.code, name: one.name }));
    return pageOf(shown, query, ({ code }) => [code]);
  }
}
