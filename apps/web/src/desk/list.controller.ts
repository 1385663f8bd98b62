import { type DeskFilter, DeskQueries } from '@kull/deliveries';
import { Allow, Caller, fileReply } from '@kull/http';
import { Clock } from '@kull/kernel';
import { type TableForm, tableReply } from '@kull/tables';
import { Get, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActorNames } from '../actor-names';
import { type Language, languageOf } from '../kit/language';
import { sendPage, WebPages } from '../kit/web-page';
import { Viewers } from '../viewers';
import { listPage } from './list-page';
import { deliveryQuery, deliveryTable } from './list-table';

const PER_PAGE = 50;
/** More than a feed has in a century of weeks. */
const IN_FILE = 10_000;

type Asked = Readonly<Record<string, unknown>>;

const filterIn = ({ aar, finn }: Asked): DeskFilter => {
  const text = typeof finn === 'string' ? finn.trim().slice(0, 64).toUpperCase() : '';
  return {
    ...(typeof aar === 'string' && /^\d{4}$/.test(aar) && { year: Number(aar) }),
    ...(text !== '' && { text }),
  };
};

const beforeIn = ({ etter }: Asked): number | undefined =>
  typeof etter === 'string' && /^\d{1,9}$/.test(etter) ? Number(etter) : undefined;

/** All deliveries to the organisation of the desk (I-53), to find an old one (ux.md L9). */
@WebPages('levering')
@Allow('association')
export class DeliveryListController {
  constructor(
    private readonly deliveries: DeskQueries,
    private readonly names: ActorNames,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
  ) {}

  @Get('alle')
  async list(
    @Query() query: Asked,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const recipient = caller.orgNumber ?? '';
    const filter = filterIn(query);
    const before = beforeIn(query);
    const [viewer, years, found] = await Promise.all([
      this.viewers.of(caller),
      this.deliveries.years(recipient),
      this.deliveries.listed(recipient, filter, before, PER_PAGE + 1),
    ]);
    const deliveries = found.slice(0, PER_PAGE);
    const next = found.length > PER_PAGE ? deliveries.at(-1)?.sequence : undefined;
    const nameOf = await this.names.of(deliveries.flatMap(({ fetched }) => fetched?.by ?? []));
    const language = languageOf(request, reply, viewer.language);
    const parts = {
      deliveries,
      years,
      filter,
      nameOf,
      ...(before !== undefined && { before }),
      ...(next !== undefined && { next }),
    };
    void sendPage(reply, language, listPage(language, viewer.in(language), parts));
  }

  @Get('alle.csv')
  csv(
    @Query() query: Asked,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(filterIn(query), { caller, request, reply }, () => ({ format: 'csv' }));
  }

  @Get('alle.xlsx')
  xlsx(
    @Query() query: Asked,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const filter = filterIn(query);
    const madeAt = this.clock.now();
    return this.file(filter, { caller, request, reply }, (language) => ({
      format: 'xlsx',
      about: { language, query: deliveryQuery(language, caller.orgNumber ?? '', filter), madeAt },
    }));
  }

  /** In the language of the page that it stands on. */
  private async file(
    filter: DeskFilter,
    { caller, request, reply }: { caller: Caller; request: FastifyRequest; reply: FastifyReply },
    formIn: (language: Language) => TableForm,
  ): Promise<StreamableFile> {
    const [viewer, found] = await Promise.all([
      this.viewers.of(caller),
      this.deliveries.listed(caller.orgNumber ?? '', filter, undefined, IN_FILE),
    ]);
    const nameOf = await this.names.of(found.flatMap(({ fetched }) => fetched?.by ?? []));
    const language = languageOf(request, reply, viewer.language);
    return fileReply(await tableReply(deliveryTable(language, nameOf), found, formIn(language)));
  }
}
