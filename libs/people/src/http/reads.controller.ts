import { Allow, Caller, decodeCursor, listQuery, Page, pageOf } from '@kull/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type PersonRead, type ReadCursor, Reads } from '../reads/reads';

class OwnReadsQuery extends createZodDto(listQuery) {}

class ReadsQuery extends createZodDto(
  z.strictObject({
    ...listQuery.shape,
    person: z.string().min(1).max(64).optional(),
    reader: z.string().min(1).max(64).optional(),
  }),
) {}

const example: PersonRead = {
  personId: 'per_01k2x8c5d9e3f7g1h4j6m0n2p',
  at: '2027-03-01T08:00:12.000Z',
  reader: 'khe',
  role: 'coordinator',
  operation: 'getStudent',
};

/** Who has looked at whom: for the person, and for whoever watches over it. */
@ApiTags('people')
@Controller()
export class ReadsController {
  constructor(private readonly reads: Reads) {}

  @Get('me/reads')
  @Allow('student')
  @ApiOperation({ operationId: 'listOwnReads', summary: 'Hvem som har sett på opplysningene dine, det nyeste først' })
  @ApiOkResponse({ example: { data: [example], nextCursor: null } })
  own(@Query() query: OwnReadsQuery, @Caller() { actor }: Caller): Promise<Page<PersonRead>> {
    return this.page(query, { personId: actor });
  }

  @Get('reads')
  @Allow('administrator', 'auditor')
  @ApiOperation({ operationId: 'listReads', summary: 'Hvem som har sett på hvem; én person, én leser, eller alt' })
  @ApiOkResponse({ example: { data: [example], nextCursor: null } })
  all(@Query() { person, reader, ...query }: ReadsQuery): Promise<Page<PersonRead>> {
    return this.page(query, { personId: person, reader });
  }

  private async page(
    query: OwnReadsQuery,
    wanted: { readonly personId?: string; readonly reader?: string },
  ): Promise<Page<PersonRead>> {
    const after = decodeCursor(query.cursor)?.map(String) as ReadCursor | undefined;
    const found = await this.reads.page({ ...wanted, after, limit: query.limit + 1 });
    const page = pageOf(found, query, ({ position, personId }) => [position, personId]);
    return new Page(
      page.data.map(({ position: _, ...read }) => read),
      page.nextCursor,
    );
  }
}
