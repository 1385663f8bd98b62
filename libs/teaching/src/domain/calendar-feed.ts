import { accept, type Command, type Decider, type DomainEvent, nothing, type Rejection, reject } from '@kull/kernel';

/** Whose calendar a feed shows. A student keeps it through transfers: `classId` is the class it was opened in. */
export type CalendarOwner =
  | { readonly kind: 'CLASS'; readonly classId: string }
  | { readonly kind: 'STUDENT'; readonly classId: string; readonly studentNo: string };

/** Whoever knows the token may read the calendar. The log knows its SHA-256 only. */
export type CalendarFeedOpened = DomainEvent<
  'CalendarFeedOpened',
  { readonly owner: CalendarOwner; readonly tokenHash: string }
>;

/** The address of the feed leads nowhere from now on, for ever. */
export type CalendarFeedRevoked = DomainEvent<'CalendarFeedRevoked', Record<never, never>>;

export type CalendarFeedEvent = CalendarFeedOpened | CalendarFeedRevoked;

export type OpenCalendarFeed = Command<'OpenCalendarFeed', CalendarFeedOpened['data']>;
export type RevokeCalendarFeed = Command<'RevokeCalendarFeed', Record<never, never>>;
export type CalendarFeedCommand = OpenCalendarFeed | RevokeCalendarFeed;

/**
 * - `CALENDAR_FEED_UNKNOWN`: no feed was opened under that id.
 * - `CLASS_NOT_PLANNED`, `NOT_ENROLLED`: there is nobody whose calendar it would be; told by their own streams.
 */
export type CalendarFeedRejection = Rejection<'CALENDAR_FEED_UNKNOWN' | 'CLASS_NOT_PLANNED' | 'NOT_ENROLLED'>;

export type CalendarFeed = { readonly status: 'unknown' | 'open' | 'revoked' };

/** An address at which a calendar is read. Every opening is a feed of its own, so that one can be revoked alone. */
export const calendarFeed: Decider<CalendarFeed, CalendarFeedCommand, CalendarFeedEvent, CalendarFeedRejection> = {
  category: 'calendar-feed',
  initial: { status: 'unknown' },

  decide: ({ status }, command) => {
    switch (command.type) {
      case 'OpenCalendarFeed':
        return status === 'unknown' ? accept({ type: 'CalendarFeedOpened', data: command.data }) : nothing;
      case 'RevokeCalendarFeed':
        if (status === 'unknown') return reject({ code: 'CALENDAR_FEED_UNKNOWN' });
        return status === 'open' ? accept({ type: 'CalendarFeedRevoked', data: {} }) : nothing;
    }
  },

  evolve: (_, event) => ({ status: event.type === 'CalendarFeedOpened' ? 'open' : 'revoked' }),
};
