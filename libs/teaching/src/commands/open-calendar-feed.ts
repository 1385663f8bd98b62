import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { reject } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CalendarTokens, tokenHashOf } from '../calendar-tokens';
import {
  type CalendarFeedEvent,
  type CalendarFeedRejection,
  type CalendarOwner,
  calendarFeed,
} from '../domain/calendar-feed';
import { programmeClass } from '../domain/class';
import { enrolment } from '../domain/enrolment';
import { calendarFeedIdOf, enrolmentIdOf } from '../domain/ids';

/** The feed that a command opened. The token is told this once; nobody can look it up. */
export interface OpenedCalendarFeed {
  readonly feedId: string;
  readonly token: string;
  readonly outcome: Outcome<CalendarFeedEvent, CalendarFeedRejection>;
}

/** Opens an address at which the calendar of a class or a student is read by whoever knows it. */
export class OpenCalendarFeed extends Command<OpenedCalendarFeed> {
  constructor(
    readonly owner: CalendarOwner,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenCalendarFeed)
export class OpenCalendarFeedHandler implements ICommandHandler<OpenCalendarFeed> {
  constructor(
    private readonly events: EventStore,
    private readonly tokens: CalendarTokens,
  ) {}

  async execute({ owner, context }: OpenCalendarFeed): Promise<OpenedCalendarFeed> {
    const token = this.tokens.of(context.commandId);
    const feedId = calendarFeedIdOf(context.commandId);
    const order = { type: 'OpenCalendarFeed', data: { owner, tokenHash: tokenHashOf(token) } } as const;
    const outcome =
      (await this.withoutCalendar(owner)) ?? (await this.events.execute(calendarFeed, feedId, order, context));
    return { feedId, token, outcome };
  }

  /** Why there is no calendar of that owner; undefined when there is one. */
  private async withoutCalendar(
    owner: CalendarOwner,
  ): Promise<{ readonly rejected: CalendarFeedRejection } | undefined> {
    const { state } = await this.events.load(programmeClass, owner.classId);
    if (state.status === 'unplanned') return reject({ code: 'CLASS_NOT_PLANNED' });
    if (owner.kind === 'CLASS') return undefined;
    const student = await this.events.load(enrolment, enrolmentIdOf(owner.classId, owner.studentNo));
    return student.state.status === 'none' ? reject({ code: 'NOT_ENROLLED' }) : undefined;
  }
}
