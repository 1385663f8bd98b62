import { Allow, Caller, decodeCursor, fileReply, pageOf } from '@kull/http';
import { Clock } from '@kull/kernel';
import { type ReadCursor, Reads } from '@kull/people';
import { type TableForm, tableReply } from '@kull/tables';
import { Get, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActorNames } from '../../actor-names';
import { type Language, languageOf } from '../../kit/language';
import { sendPage, WebPages } from '../../kit/web-page';
import { Viewers } from '../../viewers';
import { whosePage } from '../whose-page';
import { readsPage } from './reads-page';
import { readsTable } from './reads-table';
import { readsTexts } from './reads-texts';

const SHOWN = 50;
/** So many as are handed out with all other data; of what is older the page tells, a page at a time. */
const IN_FILE = 10_000;

interface Asker {
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Who has looked at the student who asks. */
@WebPages('min-profil')
@Allow('student')
export class ReadsPageController {
  constructor(
    private readonly reads: Reads,
    private readonly names: ActorNames,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
  ) {}

  @Get('innsyn')
  async show(
    @Query('fra') from: string | undefined,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const after = decodeCursor(from)?.map(String) as ReadCursor | undefined;
    const asked = { personId: whosePage(caller), after, limit: SHOWN + 1 };
    const [viewer, found] = await Promise.all([this.viewers.of(caller), this.reads.page(asked)]);
    const { data, nextCursor } = pageOf(found, { limit: SHOWN }, ({ position, personId }) => [position, personId]);
    const nameOf = await this.names.of(data.map(({ reader }) => reader));
    const language = languageOf(request, reply, viewer.language);
    void sendPage(
      reply,
      language,
      readsPage(language, viewer.in(language), { reads: data, older: nextCursor, nameOf }),
    );
  }

  @Get('innsyn.csv')
  csv(
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file({ caller, request, reply }, () => ({ format: 'csv' }));
  }

  @Get('innsyn.xlsx')
  xlsx(
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const madeAt = this.clock.now();
    return this.file({ caller, request, reply }, (language) => ({
      format: 'xlsx',
      about: { language, query: readsTexts[language].all, madeAt },
    }));
  }

  /** Of the student's own rows, in the language of the page that the link stands on. */
  private async file(
    { caller, request, reply }: Asker,
    formIn: (language: Language) => TableForm,
  ): Promise<StreamableFile> {
    const asked = { personId: whosePage(caller), limit: IN_FILE };
    const [viewer, found] = await Promise.all([this.viewers.of(caller), this.reads.page(asked)]);
    const nameOf = await this.names.of(found.map(({ reader }) => reader));
    const language = languageOf(request, reply, viewer.language);
    return fileReply(await tableReply(readsTable(language, nameOf), found, formIn(language)));
  }
}
