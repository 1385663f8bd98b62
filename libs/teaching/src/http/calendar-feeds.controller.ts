import {
  Allow,
  answer,
  Caller,
  ClassId,
  Created,
  decodeCursor,
  listQuery,
  type Page,
  pageOf,
  problemOf,
} from '@kull/http';
import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { OpenCalendarFeed } from '../commands/open-calendar-feed';
import { RevokeCalendarFeed } from '../commands/revoke-calendar-feed';
import type { CalendarOwner } from '../domain/calendar-feed';
import { calendarFeedIdOf, classIdOf } from '../domain/ids';
import { type CalendarFeedRecord, CalendarFeeds } from '../read-models/calendar-feeds.query';
import { calendarFeedProblems } from './problems';

/** What stands before `/calendar/<token>.ics`. */
export const BASE_URL = Symbol('base url');

class FeedQuery extends createZodDto(listQuery) {}

interface OpenedFeed {
  readonly id: string;
  /** Shown this once. */
  readonly url: string;
}

interface FeedView {
  readonly id: string;
  readonly classId: string;
  readonly kind: 'CLASS' | 'STUDENT';
  readonly studentNo: string | null;
  readonly openedAt: string;
  readonly revokedAt: string | null;
}

const viewOf = ({ id, owner, openedAt, revokedAt }: CalendarFeedRecord): FeedView => ({
  id,
  classId: owner.classId,
  kind: owner.kind,
  studentNo: owner.kind === 'STUDENT' ? owner.studentNo : null,
  openedAt,
  revokedAt,
});

const exampleOpened: OpenedFeed = {
  id: calendarFeedIdOf('example'),
  url: 'https://kull.example.no/calendar/3q2-7wABAgMEBQYHCAkKCwwNDg8QERIT.ics',
};
const exampleFeed: FeedView = {
  id: calendarFeedIdOf('example'),
  classId: classIdOf({ code: 'OSLO-1', intake: 'NLP-2026' }),
  kind: 'STUDENT',
  studentNo: 'A26-000261',
  openedAt: '2026-08-20T08:00:00.000Z',
  revokedAt: null,
};

/** Secret addresses at which calendars are read: opened, listed, revoked. */
@ApiTags('calendars')
@Controller()
@Allow('administrator', 'coordinator')
export class CalendarFeedsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly feeds: CalendarFeeds,
    @Inject(BASE_URL) private readonly baseUrl: string,
  ) {}

  @Post('classes/:id/calendar-feeds')
  @ApiOperation({ operationId: 'openClassCalendarFeed', summary: 'Lag en hemmelig adresse til kalenderen til klassen' })
  @ApiCreatedResponse({ example: exampleOpened })
  async openForClass(@ClassId() classId: string, @Caller() caller: Caller): Promise<Created<OpenedFeed>> {
    return this.open({ kind: 'CLASS', classId }, caller);
  }

  @Post('classes/:id/students/:studentNo/calendar-feeds')
  @ApiOperation({
    operationId: 'openStudentCalendarFeed',
    summary: 'Lag en hemmelig adresse til kalenderen til en student',
  })
  @ApiCreatedResponse({ example: exampleOpened })
  async openForStudent(
    @ClassId() classId: string,
    @Param('studentNo') studentNo: string,
    @Caller() caller: Caller,
  ): Promise<Created<OpenedFeed>> {
    return this.open({ kind: 'STUDENT', classId, studentNo }, caller);
  }

  @Get('classes/:id/calendar-feeds')
  @ApiOperation({
    operationId: 'listCalendarFeeds',
    summary: 'Adressene som er laget for klassen og studentene, uten hemmelighetene',
  })
  @ApiOkResponse({ example: { data: [exampleFeed], nextCursor: null } })
  async list(@ClassId() classId: string, @Query() query: FeedQuery): Promise<Page<FeedView>> {
    const [openedAt, feedId] = decodeCursor(query.cursor) ?? [];
    const after =
      openedAt === undefined || feedId === undefined ? undefined : ([String(openedAt), String(feedId)] as const);
    const found = await this.feeds.ofClass(classId, after, query.limit + 1);
    return pageOf(found.map(viewOf), query, (feed) => [feed.openedAt, feed.id]);
  }

  @Post('calendar-feeds/:id/revocations')
  @HttpCode(200)
  @ApiOperation({ operationId: 'revokeCalendarFeed', summary: 'Ta en adresse ut av bruk' })
  @ApiOkResponse({ example: { ...exampleFeed, revokedAt: '2027-01-10T09:00:00.000Z' } })
  async revoke(@Param('id') id: string, @Caller() caller: Caller): Promise<FeedView> {
    const feed = await this.feeds.byId(id);
    if (!feed || !caller.mayClass(feed.owner.classId))
      throw problemOf({ code: 'CALENDAR_FEED_UNKNOWN' }, calendarFeedProblems);
    answer(await this.commands.execute(new RevokeCalendarFeed(id, caller.context())), calendarFeedProblems);
    return viewOf((await this.feeds.byId(id))!);
  }

  private async open(owner: CalendarOwner, caller: Caller): Promise<Created<OpenedFeed>> {
    const { feedId, token, outcome } = await this.commands.execute(new OpenCalendarFeed(owner, caller.context()));
    answer(outcome, calendarFeedProblems);
    const body = { id: feedId, url: `${this.baseUrl}/calendar/${token}.ics` };
    return new Created(`/api/v1/classes/${owner.classId}/calendar-feeds`, body);
  }
}
