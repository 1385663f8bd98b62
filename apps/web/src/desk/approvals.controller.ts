import { CourseApprovals } from '@kull/deliveries';
import { Allow, Caller } from '@kull/http';
import { Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../kit/language';
import { sendPage, WebPages } from '../kit/web-page';
import { Viewers } from '../viewers';
import { approvalsPage } from './approvals-page';

/** The course approvals of the organisation of the desk, as courses are planned on them (ux.md L7). */
@WebPages('levering/kursgodkjenninger')
@Allow('association')
export class ApprovalsController {
  constructor(
    private readonly approvals: CourseApprovals,
    private readonly viewers: Viewers,
  ) {}

  @Get()
  async show(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [viewer, courses] = await Promise.all([this.viewers.of(caller), this.approvals.of(caller.orgNumber ?? '')]);
    const language = languageOf(request, reply, viewer.language);
    void sendPage(reply, language, approvalsPage(language, viewer.in(language), courses));
  }
}
