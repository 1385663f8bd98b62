import type { Database } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
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

/** The version of a matter, where it is made of an instant or a position. */
const whichOf = (subject: string, about: string, version: string, names: ReadonlyMap<string, string>): string => {
  if (subject === 'REGISTER_OPEN') return onTheWall(version).date;
  if (subject !== 'ATTENDANCE_AT_RISK') return version;
  const [standing, award] = about.split('.');
  return names.get(`${standing}.${award} ${version}`) ?? version;
};

/** The ledger, from its events, in the words of the model. */
export const toldBy = async (owner: Database, names: ReadonlyMap<string, string>): Promise<readonly Told[]> => {
  const streams = new Map<string, LedgerEvent[]>();
  for (const event of await owner.query<LedgerEvent>(EVENTS))
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return [...streams.values()].map((events) => {
    const { subject, about, step, version, recipient } = events.find(({ type }) => type === 'ReminderPlanned')!.data;
    const where = about
      .split('.')
      .map((part) => names.get(part) ?? part)
      .join('.');
    const over = events.filter(({ type }) => type in ends);
    const last = over.at(-1);
    return {
      slot: `${subject} ${where} ${step} ${whichOf(subject, about, version, names)} ${names.get(recipient) ?? recipient}`,
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
