import { Allow, decodeCursor, listQuery, type Page, pageOf } from '@kull/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import type { AddressFault, PersonId } from '../contracts';
import { People } from '../people';

class AddressFaultQuery extends createZodDto(listQuery) {}

type ListedFault = AddressFault & { readonly personId: PersonId };

const example: ListedFault = {
  personId: 'per_01k2x8c5d9e3f7g1h4j6m0n2p',
  kind: 'BOUNCED',
  code: '5.1.1',
  at: '2027-03-01T08:00:12.000Z',
};

/** Whose mail does not arrive, for the office to mend (ux.md A4). */
@ApiTags('people')
@Controller('address-faults')
@Allow('administrator')
export class AddressFaultsController {
  constructor(private readonly people: People) {}

  @Get()
  @ApiOperation({
    operationId: 'listAddressFaults',
    summary: 'Personer med en e-postadresse som ikke virker, de eldste først',
  })
  @ApiOkResponse({ example: { data: [example], nextCursor: null } })
  async list(@Query() query: AddressFaultQuery): Promise<Page<ListedFault>> {
    const [at, personId] = decodeCursor(query.cursor) ?? [];
    const after = at === undefined || personId === undefined ? undefined : ([String(at), String(personId)] as const);
    const rows = await this.people.addressFaults(after, query.limit + 1);
    return pageOf(rows, query, (fault) => [fault.at, fault.personId]);
  }
}
