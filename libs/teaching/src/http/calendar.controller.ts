import { createHash } from 'node:crypto';
import { alreadyHas, Public, type Said, said, Worded } from '@kull/http';
import { type Language, People } from '@kull/people';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import {
  ApiGoneResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tokenHashOf } from '../calendar-tokens';
import { CalendarFeeds } from '../read-models/calendar-feeds.query';
import { Calendars, type ShownCalendar } from '../read-models/calendars.query';
import { calendarFile } from './calendar-file';

const unknown = said(
  'Det er ingen kalender på denne adressen. Se etter at hele adressen er med, eller be om en ny.\n',
  'Det er ingen kalender på denne adressa. Sjå etter at heile adressa er med, eller be om ei ny.\n',
  'There is no calendar at this address. See that the whole address is there, or ask for a new one.\n',
);
const revoked = said(
  'Adressen er tatt ut av bruk. Be om en ny hvis du fortsatt trenger kalenderen.\n',
  'Adressa er teken ut av bruk. Be om ei ny om du framleis treng kalenderen.\n',
  'The address is no longer in use. Ask for a new one if you still need the calendar.\n',
);

const inLanguageOf = (text: Said): Worded<string> => new Worded((language) => text[language]);

/** Calendars for programs that subscribe: whoever knows the address may read. Outside `/api/v1`, for it is typed by people. */
@ApiTags('calendars')
@Controller('calendar')
@Public()
export class CalendarController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly calendars: Calendars,
    private readonly people: People,
  ) {}

  @Get(':token.ics')
  @ApiOperation({ operationId: 'readCalendar', summary: 'Kalenderen til en klasse eller en student, iCalendar' })
  @ApiProduces('text/calendar', 'text/plain')
  @ApiOkResponse({ content: { 'text/calendar': { example: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…' } } })
  @ApiNotFoundResponse({ content: { 'text/plain': { example: unknown.nb } } })
  @ApiGoneResponse({ content: { 'text/plain': { example: revoked.nb } } })
  async read(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Worded<string> | undefined> {
    reply.header('Content-Type', 'text/plain; charset=utf-8');
    const feed = await this.feeds.byTokenHash(tokenHashOf(token));
    if (feed?.revokedAt) {
      reply.status(410);
      return inLanguageOf(revoked);
    }
    const calendar = feed && (await this.calendars.of(feed.owner));
    if (!calendar) {
      reply.status(404);
      return inLanguageOf(unknown);
    }
    const file = await this.file(calendar);
    const etag = `"${createHash('sha256').update(file).digest('hex')}"`;
    reply.headers({ 'Content-Type': 'text/calendar; charset=utf-8', ETag: etag, 'Cache-Control': 'private, no-cache' });
    if (!alreadyHas(request, etag)) return file;
    reply.status(304);
    return undefined;
  }

  private async file({ plan, personId, entries }: ShownCalendar): Promise<string> {
    const { title } = plan.programme;
    if (personId === undefined) return calendarFile(`${plan.code}: ${title}`, entries, 'nb');
    const language: Language = (await this.people.profiles([personId])).get(personId)?.language ?? 'nb';
    return calendarFile(title, entries, language);
  }
}
