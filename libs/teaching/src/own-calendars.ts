import { type CommandContext, EventStore } from '@kull/event-store';
import { type Uuid, uuidOf } from '@kull/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CalendarTokens } from './calendar-tokens';
import { OpenCalendarFeed } from './commands/open-calendar-feed';
import { RevokeCalendarFeed } from './commands/revoke-calendar-feed';
import { calendarFeed } from './domain/calendar-feed';
import { calendarFeedIdOf } from './domain/ids';
import { BASE_URL } from './http/calendar-feeds.controller';
import { Classes } from './read-models/classes.query';

/** The address at which a student's own calendar is read. */
export interface CalendarAddress {
  readonly classId: string;
  readonly url: string;
}

interface OwnFeed {
  /** Of the command that opens it: the address is made from it, so that its owner is told it as often as they ask. */
  readonly commandId: Uuid;
  readonly isOpen: boolean;
}

/**
 * The calendar that students open for themselves: one address for each class they are in, another one once it was
 * revoked. Whose it is, the person id says; a class they have no place in has none.
 */
@Injectable()
export class OwnCalendars {
  constructor(
    private readonly events: EventStore,
    private readonly classes: Classes,
    private readonly tokens: CalendarTokens,
    private readonly commands: CommandBus,
    @Inject(BASE_URL) private readonly baseUrl: string,
  ) {}

  /** The addresses that the student has opened and not revoked. */
  async of(personId: string): Promise<readonly CalendarAddress[]> {
    const feeds = await Promise.all(
      (await this.classes.placesOf(personId)).map(async ({ classId, studentNo }) => ({
        classId,
        ...(await this.feedOf(personId, classId, studentNo)),
      })),
    );
    return feeds.flatMap(({ classId, commandId, isOpen }) => (isOpen ? [{ classId, url: this.urlOf(commandId) }] : []));
  }

  /** Opens the address, or does nothing when it is open; undefined: the student has no place in such a class. */
  async open(
    personId: string,
    classId: string,
    context: (commandId: Uuid) => CommandContext,
  ): Promise<CalendarAddress | undefined> {
    const studentNo = await this.studentNoIn(personId, classId);
    if (studentNo === undefined) return undefined;
    const { commandId, isOpen } = await this.feedOf(personId, classId, studentNo);
    if (!isOpen)
      await this.commands.execute(new OpenCalendarFeed({ kind: 'STUDENT', classId, studentNo }, context(commandId)));
    return { classId, url: this.urlOf(commandId) };
  }

  /** Takes the address out of use; whoever has it reads nothing by it any more. */
  async revoke(personId: string, classId: string, context: CommandContext): Promise<boolean> {
    const studentNo = await this.studentNoIn(personId, classId);
    if (studentNo === undefined) return false;
    const { commandId, isOpen } = await this.feedOf(personId, classId, studentNo);
    if (isOpen) await this.commands.execute(new RevokeCalendarFeed(calendarFeedIdOf(commandId), context));
    return true;
  }

  private async studentNoIn(personId: string, classId: string): Promise<string | undefined> {
    return (await this.classes.placesOf(personId)).find((place) => place.classId === classId)?.studentNo;
  }

  /** The one that is open, else the one that is opened next. */
  private async feedOf(personId: string, classId: string, studentNo: string): Promise<OwnFeed> {
    for (let ordinal = 0; ; ordinal++) {
      const commandId = uuidOf('OwnCalendarFeed', personId, classId, studentNo, ordinal);
      const { status } = (await this.events.load(calendarFeed, calendarFeedIdOf(commandId))).state;
      if (status !== 'revoked') return { commandId, isOpen: status === 'open' };
    }
  }

  private urlOf(commandId: Uuid): string {
    return `${this.baseUrl}/calendar/${this.tokens.of(commandId)}.ics`;
  }
}
