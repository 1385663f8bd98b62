import { Allow, Caller, Problem } from '@kull/http';
import { Clock, localDateInOslo } from '@kull/kernel';
import { People, Reads } from '@kull/people';
import { Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../kit/language';
import { sendPage, WebPages } from '../kit/web-page';
import { Viewers } from '../viewers';
import { pointsPage } from './points-page';
import { StudentPoints } from './student-points';

/**
 * A student's page as the student sees it, for whoever helps them (ux.md 7). It is the same page from the same question,
 * under the administrator's own session and at an address that takes nothing but GET: there is nothing to change by it.
 * That it was looked at is noted, and told to the student.
 */
@WebPages('vis-som')
@Allow('administrator')
export class SeeAsController {
  constructor(
    private readonly people: People,
    private readonly points: StudentPoints,
    private readonly reads: Reads,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
  ) {}

  @Get(':person')
  async show(
    @Param('person') personId: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const profile = (await this.people.profiles([personId])).get(personId);
    if (!profile) throw Problem.notFound();
    await this.reads.note(caller, 'seeAsStudent', [personId]);
    const [viewer, courses] = await Promise.all([this.viewers.of(caller), this.points.of(personId)]);
    const language = languageOf(request, reply, viewer.language);
    const seeingAs = { name: `${profile.givenNames} ${profile.familyName}`, path: `/vis-som/${personId}` };
    const reader = { language, today: localDateInOslo(this.clock.now()), isStudent: true };
    void sendPage(reply, language, pointsPage(reader, { ...viewer.in(language), seeingAs }, courses));
  }
}
