import type { Recorded } from '@kull/event-store';
import type { DomainEvent } from '@kull/kernel';

/** The events of one type among a page, with the type that their name promises. */
export const ofType = <E extends DomainEvent>(events: readonly Recorded[], type: E['type']): readonly Recorded<E>[] =>
  events.filter((event) => event.type === type) as unknown as readonly Recorded<E>[];

/** The last row of each key: a page may tell of one thing several times, and a statement may touch a row only once. */
export const lastOfEach = <T>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] => [
  ...new Map(rows.map((row) => [keyOf(row), row])).values(),
];

/** The id in a stream's name: `application-app_…` is `app_…`. */
export const idInStream = ({ stream }: Pick<Recorded, 'stream'>): string => stream.slice(stream.indexOf('-') + 1);
