import type { Database } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { namesIn } from './names';
import type { YearOffice } from './office';
import { onTheWall } from './oslo-clock';

/** What the ledger says of one reminder. */
export interface Told {
  readonly slot: string;
  readonly outcome: string;
  /** When it came to that, by the clock of the service. */
  readonly at: Instant;
  readonly attempts: readonly { readonly at: Instant; readonly messageId: string }[];
  /** How many attempts were put off. */
  readonly deferred: number;
  /** How many ends it has: one, whatever happened. */
  readonly ends: number;
}

interface LedgerEvent {
  readonly stream: string;
  readonly type: string;
  readonly occurred_at: Date;
  readonly data: {
    readonly subject: string;
    readonly about: string;
    readonly step: string;
    readonly version: string;
    readonly recipient: string;
    readonly messageId: string;
    readonly reason: string;
  };
}

const EVENTS =
  "select stream, type, data, occurred_at from log.event where stream like 'reminder-rem%' order by position";

const ends: Readonly<Record<string, (event: LedgerEvent) => string>> = {
  ReminderSent: () => 'SENT',
  ReminderFailed: () => 'FAILED',
  ReminderUnknown: () => 'UNKNOWN',
  ReminderCancelled: ({ data }) => `CANCELLED ${data.reason}`,
};

/** The ledger, from its events, in the words of the model. */
export const toldBy = async (owner: Database, { persons, classIds }: YearOffice): Promise<readonly Told[]> => {
  const streams = new Map<string, LedgerEvent[]>();
  for (const event of await owner.query<LedgerEvent>(EVENTS))
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  const names = new Map([
    ...(await namesIn(owner)),
    ...[...persons].map(([no, personId]) => [personId, no] as const),
    ...classIds.map((classId, home) => [classId, String(home)] as const),
  ]);
  return [...streams.values()].map((events) => {
    const { subject, about, step, version, recipient } = events.find(({ type }) => type === 'ReminderPlanned')!.data;
    const where = about
      .split('.')
      .map((part) => names.get(part) ?? part)
      .join('.');
    const which = subject === 'REGISTER_OPEN' ? onTheWall(version).date : version;
    const over = events.filter(({ type }) => type in ends);
    const last = over.at(-1);
    return {
      slot: `${subject} ${where} ${step} ${which} ${names.get(recipient) ?? recipient}`,
      outcome: last ? ends[last.type]!(last) : 'OPEN',
      at: (last ?? events.at(-1)!).occurred_at.toISOString(),
      attempts: events
        .filter(({ type }) => type === 'ReminderAttempted')
        .map((event) => ({ at: event.occurred_at.toISOString(), messageId: event.data.messageId })),
      deferred: events.filter(({ type }) => type === 'ReminderDeferred').length,
      ends: over.length,
    };
  });
};
