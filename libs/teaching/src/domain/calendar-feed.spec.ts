import { given } from '@kull/kernel/given';
import { type CalendarFeedEvent, calendarFeed } from './calendar-feed';

const data = { owner: { kind: 'CLASS', classId: 'cls_1' }, tokenHash: 'a'.repeat(64) } as const;
const opened: CalendarFeedEvent = { type: 'CalendarFeedOpened', data };
const revoked: CalendarFeedEvent = { type: 'CalendarFeedRevoked', data: {} };
const revoke = { type: 'RevokeCalendarFeed', data: {} } as const;

describe('a calendar feed', () => {
  it('is opened once', () => {
    given(calendarFeed)().when({ type: 'OpenCalendarFeed', data }).then(opened);
    given(calendarFeed)(opened).when({ type: 'OpenCalendarFeed', data }).thenNothing();
  });

  it('is revoked once, and never opened again', () => {
    given(calendarFeed)(opened).when(revoke).then(revoked);
    given(calendarFeed)(opened, revoked).when(revoke).thenNothing();
    given(calendarFeed)(opened, revoked).when({ type: 'OpenCalendarFeed', data }).thenNothing();
  });

  it('is not revoked before it was opened', () =>
    given(calendarFeed)().when(revoke).rejectedAs({ code: 'CALENDAR_FEED_UNKNOWN' }));
});
