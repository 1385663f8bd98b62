import { Allow, Caller } from '@kull/http';
import { Clock, localDateInOslo } from '@kull/kernel';
import { Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../kit/language';
import { sendPage, WebPages } from '../kit/web-page';
import { Viewers } from '../viewers';
import { pointsPage } from './points-page';
import { StudentPoints } from './student-points';

/** What a student has, and why not more: of their own only, since the session says whose it is. */
@WebPages('mine-poeng')
@Allow('student')
export class PointsPageController {
  constructor(
    private readonly points: StudentPoints,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [viewer, courses] = await Promise.all([this.viewers.of(caller), this.points.of(caller.actor)]);
    const language = languageOf(request, reply, viewer.language);
    const reader = { language, today: localDateInOslo(this.clock.now()), isStudent: true };
    void sendPage(reply, language, pointsPage(reader, viewer.in(language), courses));
  }
}
