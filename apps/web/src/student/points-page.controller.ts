import { type OwnGradingRefusal, OwnGradingRequests } from '@kull/credits';
import { Allow, Caller, FormBody, fileReply } from '@kull/http';
import { Clock, localDateInOslo } from '@kull/kernel';
import { deadlineFile } from '@kull/teaching';
import { Body, Get, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../kit/language';
import { sendPage, WebPages } from '../kit/web-page';
import { Viewers } from '../viewers';
import { deadlinesOf } from './deadlines';
import { examTexts } from './exam-texts';
import type { RequestAnswer } from './exams';
import { homeTexts } from './home/home-texts';
import { pointsPage } from './points-page';
import { StudentPoints } from './student-points';
import { whosePage } from './whose-page';

/** What a form about a result sends. */
interface ResultForm {
  readonly kurs?: string;
  readonly eksamen?: string;
  readonly grunn?: string;
}

const sentBy = { begrunnelse: 'REASONS', klage: 'APPEAL' } as const;

const statusOf = (refused: OwnGradingRefusal): number =>
  refused === 'UNKNOWN_ASSESSMENT' ? 404 : refused.startsWith('GROUNDS_') ? 422 : 409;

/** What a student has, and why not more: of their own only, since the session says whose it is. */
@WebPages('mine-poeng')
@Allow('student')
export class PointsPageController {
  constructor(
    private readonly points: StudentPoints,
    private readonly requests: OwnGradingRequests,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { sendt } = request.query as { readonly sendt?: unknown };
    const sent = sendt === 'begrunnelse' || sendt === 'klage' ? sentBy[sendt] : undefined;
    return this.page(caller, request, reply, sent && { sent });
  }

  /** Asks for the reasons of a result. */
  @Post('begrunnelse')
  @FormBody()
  async ask(
    @Body() form: ResultForm,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const about = { studentCourseId: form.kurs ?? '', assessment: form.eksamen ?? '' };
    const refused = await this.requests.askForReasons(whosePage(caller), about, caller.context());
    if (refused) return this.page(caller, request, reply.status(statusOf(refused)), { refused, about, grounds: '' });
    await reply.redirect('/mine-poeng?sendt=begrunnelse', 303);
  }

  /** Appeals a result. */
  @Post('klage')
  @FormBody()
  async appeal(
    @Body() form: ResultForm,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const about = { studentCourseId: form.kurs ?? '', assessment: form.eksamen ?? '' };
    const grounds = form.grunn ?? '';
    const refused = await this.requests.appeal(whosePage(caller), about, grounds, caller.context());
    if (refused) return this.page(caller, request, reply.status(statusOf(refused)), { refused, about, grounds });
    await reply.redirect('/mine-poeng?sendt=klage', 303);
  }

  /** The days that are not to be missed, for a calendar. */
  @Get('frister.ics')
  async deadlines(
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const [viewer, courses] = await Promise.all([this.viewers.of(caller), this.points.of(whosePage(caller))]);
    const language = languageOf(request, reply, viewer.language);
    const now = this.clock.now();
    const entries = courses.flatMap((course) =>
      deadlinesOf(course)
        .filter(({ on }) => on >= localDateInOslo(now))
        .map(({ kind, of, on }) => ({
          uid: `${course.studentCourseId}-${kind}-${on}`,
          on,
          title: `${homeTexts[language].deadline[kind](of)} (${course.classCode})`,
        })),
    );
    const content = deadlineFile(examTexts[language].calendar, entries, { language, now });
    return fileReply({ name: 'frister.ics', type: 'text/calendar; charset=utf-8', content });
  }

  private async page(
    caller: Caller,
    request: FastifyRequest,
    reply: FastifyReply,
    answer: RequestAnswer | undefined,
  ): Promise<void> {
    const [viewer, courses] = await Promise.all([this.viewers.of(caller), this.points.of(whosePage(caller))]);
    const language = languageOf(request, reply, viewer.language);
    const reader = { language, today: localDateInOslo(this.clock.now()), isStudent: true };
    void sendPage(reply, language, pointsPage(reader, viewer.in(language), courses, answer));
  }
}
