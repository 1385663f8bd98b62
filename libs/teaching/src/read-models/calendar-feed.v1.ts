import type { ReadModel, Recorded } from '@kull/event-store';
import type { CalendarFeedOpened, CalendarFeedRevoked } from '../domain/calendar-feed';

type FeedFact = Recorded<CalendarFeedOpened> | Recorded<CalendarFeedRevoked>;

const isOpened = (fact: FeedFact): fact is Recorded<CalendarFeedOpened> => fact.type === 'CalendarFeedOpened';

const feedOf = ({ stream }: FeedFact): string => stream.slice('calendar-feed-'.length);

/** Every calendar feed: found by the hash of its token, listed for its class. */
export const calendarFeedReadModel: ReadModel = {
  name: 'calendar_feed',
  version: 1,
  mode: 'inline',
  handles: ['CalendarFeedOpened', 'CalendarFeedRevoked'],
  tables: ['calendar_feed_v1'],
  whose: { calendar_feed_v1: { of: 'student', by: ['class_id', 'student_no'] } },
  create: `
    create table calendar_feed_v1 (
      feed_id    text primary key,
      token_hash text not null unique,
      class_id   text not null,
      student_no text collate "C",
      opened_at  timestamptz not null,
      revoked_at timestamptz
    );
    create index calendar_feed_v1_class on calendar_feed_v1 (class_id, opened_at, feed_id);
  `,
  apply: async (events, tx) => {
    const facts = events as readonly FeedFact[];
    const opened = facts.filter(isOpened);
    await tx.query(
      `insert into calendar_feed_v1 (feed_id, token_hash, class_id, student_no, opened_at)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
       on conflict (feed_id) do nothing`,
      [
        opened.map(feedOf),
        opened.map(({ data }) => data.tokenHash),
        opened.map(({ data }) => data.owner.classId),
        opened.map(({ data: { owner } }) => (owner.kind === 'STUDENT' ? owner.studentNo : null)),
        opened.map(({ occurredAt }) => occurredAt),
      ],
    );
    const revoked = facts.filter((fact) => !isOpened(fact));
    await tx.query(
      `update calendar_feed_v1 f set revoked_at = n.revoked_at
         from unnest($1::text[], $2::timestamptz[]) as n (feed_id, revoked_at) where f.feed_id = n.feed_id`,
      [revoked.map(feedOf), revoked.map(({ occurredAt }) => occurredAt)],
    );
  },
};
