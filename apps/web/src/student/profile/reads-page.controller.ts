import { Allow, Caller, decodeCursor, pageOf } from '@kull/http';
import { type ReadCursor, Reads } from '@kull/people';
import { Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActorNames } from '../../actor-names';
import { languageOf } from '../../kit/language';
import { sendPage, WebPages } from '../../kit/web-page';
import { Viewers } from '../../viewers';
import { whosePage } from '../whose-page';
import { readsPage } from './reads-page';

const SHOWN = 50;

/** Who has looked at the student who asks. */
@WebPages('min-profil/innsyn')
@Allow('student')
export class ReadsPageController {
  constructor(
    private readonly reads: Reads,
    private readonly names: ActorNames,
    private readonly viewers: Viewers,
  ) {}

  @Get()
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
}
