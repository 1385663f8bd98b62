import { Allow, Caller, FormBody, Problem } from '@kull/http';
import { OwnCalendars, OwnClasses } from '@kull/teaching';
import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../kit/language';
import { sendPage, WebPages } from '../../kit/web-page';
import { Viewers } from '../../viewers';
import { whosePage } from '../whose-page';
import { calendarPage } from './calendar-page';

interface Asked {
  readonly klasse?: string;
}

/** The calendar that students subscribe to: one of their own, of each class they are in. */
@WebPages('kalender')
@Allow('student')
export class CalendarPageController {
  constructor(
    private readonly classes: OwnClasses,
    private readonly calendars: OwnCalendars,
    private readonly viewers: Viewers,
  ) {}

  @Get()
  async show(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const personId = whosePage(caller);
    const [viewer, classes, addresses] = await Promise.all([
      this.viewers.of(caller),
      this.classes.of(personId),
      this.calendars.of(personId),
    ]);
    const urls = new Map(addresses.map(({ classId, url }) => [classId, url] as const));
    const shown = classes
      .filter(({ isOpen }) => isOpen)
      .map(({ classId, plan }) => {
        const url = urls.get(classId);
        return { classId, classCode: plan.code, title: plan.programme.title, ...(url !== undefined && { url }) };
      });
    const language = languageOf(request, reply, viewer.language);
    // The address is as good as a password.
    reply.header('Cache-Control', 'no-store');
    void sendPage(reply, language, calendarPage(language, viewer.in(language), shown));
  }

  @Post()
  @FormBody()
  async open(@Body() { klasse = '' }: Asked, @Caller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    const opened = await this.calendars.open(whosePage(caller), klasse, (commandId) => caller.context({ commandId }));
    if (!opened) throw Problem.notFound();
    await reply.redirect('/kalender', 303);
  }

  @Post('ut-av-bruk')
  @FormBody()
  async revoke(@Body() { klasse = '' }: Asked, @Caller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    if (!(await this.calendars.revoke(whosePage(caller), klasse, caller.context()))) throw Problem.notFound();
    await reply.redirect('/kalender', 303);
  }
}
