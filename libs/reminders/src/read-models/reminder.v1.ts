import type { ReadModel, Recorded } from '@kull/event-store';
import { reminder } from '../domain/reminder';
import type { ReminderEvent, ReminderPlanned } from '../domain/reminder.events';

type ReminderFact = Recorded<ReminderEvent>;

/** States of the ledger, as people read them. */
export const ledgerStates = ['PLANNED', 'ATTEMPTING', 'SENT', 'DEFERRED', 'FAILED', 'UNKNOWN', 'CANCELLED'] as const;
export type LedgerState = (typeof ledgerStates)[number];

/** What an event makes of a row; undefined where it stays. */
interface Change {
  readonly id: string;
  readonly state: LedgerState;
  readonly at: string;
  readonly attempts: number | null;
  readonly message_id: string | null;
  readonly reason: string | null;
}

const isPlanned = (fact: ReminderFact): fact is Recorded<ReminderPlanned> => fact.type === 'ReminderPlanned';

const idOfStream = ({ stream }: ReminderFact): string => stream.slice(reminder.category.length + 1);

const changeOf = (fact: ReminderFact): Change => {
  const row = { id: idOfStream(fact), at: fact.occurredAt, attempts: null, message_id: null, reason: null };
  const { type, data } = fact as ReminderEvent;
  switch (type) {
    case 'ReminderPlanned':
      return { ...row, state: 'PLANNED' };
    case 'ReminderAttempted':
      return { ...row, state: 'ATTEMPTING', attempts: data.attempt, message_id: data.messageId };
    case 'ReminderSent':
      return { ...row, state: 'SENT' };
    case 'ReminderDeferred':
      return { ...row, state: 'DEFERRED', reason: data.code === undefined ? 'NO_CONNECTION' : String(data.code) };
    case 'ReminderFailed':
      return { ...row, state: 'FAILED', reason: data.code === undefined ? 'REFUSED' : String(data.code) };
    case 'ReminderBounced':
      return { ...row, state: 'FAILED', reason: 'BOUNCED' };
    case 'ReminderUnknown':
      return { ...row, state: 'UNKNOWN', reason: data.cause };
    case 'ReminderCancelled':
      return { ...row, state: 'CANCELLED', reason: data.reason };
    case 'ReminderResolved':
      return { ...row, state: data.resolution === 'ARRIVED' ? 'SENT' : 'PLANNED', reason: data.resolution };
  }
};

/** Several events of one reminder in a page: the last says where it stands, an earlier one how it was attempted. */
const joined = (changes: readonly Change[]): readonly Change[] => {
  const byId = new Map<string, Change>();
  for (const change of changes) {
    const before = byId.get(change.id);
    byId.set(change.id, {
      ...change,
      attempts: change.attempts ?? before?.attempts ?? null,
      message_id: change.message_id ?? before?.message_id ?? null,
    });
  }
  return [...byId.values()];
};

/** The ledger of reminders: what was sent to whom, what was not and why. */
export const reminderReadModel: ReadModel = {
  name: 'reminder',
  version: 1,
  mode: 'inline',
  handles: [
    'ReminderPlanned',
    'ReminderAttempted',
    'ReminderSent',
    'ReminderDeferred',
    'ReminderFailed',
    'ReminderBounced',
    'ReminderUnknown',
    'ReminderCancelled',
    'ReminderResolved',
  ],
  tables: ['reminder_v1'],
  whose: { reminder_v1: { person: 'recipient' } },
  create: `
    create table reminder_v1 (
      id             text collate "C" primary key,
      programme_code text collate "C" not null,
      subject        text collate "C" not null,
      about          text not null,
      step           text not null,
      version        text not null,
      recipient      text collate "C" not null,
      channel        text not null,
      due_at         timestamptz not null,
      state          text collate "C" not null,
      state_at       timestamptz not null,
      attempts       integer not null default 0,
      message_id     text,
      reason         text
    );
    create index reminder_v1_listed on reminder_v1 (due_at desc, id desc);
    create index reminder_v1_state on reminder_v1 (state, due_at desc, id desc);
    create index reminder_v1_recipient on reminder_v1 (recipient, due_at desc, id desc);
    create index reminder_v1_message on reminder_v1 (message_id);
  `,
  apply: async (events, tx) => {
    const facts = events as readonly ReminderFact[];
    const planned = facts.filter(isPlanned).map((fact) => ({
      id: idOfStream(fact),
      ...fact.data,
      at: fact.occurredAt,
    }));
    await tx.query(
      `insert into reminder_v1 (id, programme_code, subject, about, step, version, recipient, channel, due_at, state, state_at)
       select id, "programmeCode", subject, about, step, version, recipient, channel, "dueAt", 'PLANNED', at
         from jsonb_to_recordset($1::jsonb) as p (id text, "programmeCode" text, subject text, about text, step text,
              version text, recipient text, channel text, "dueAt" timestamptz, at timestamptz)
       on conflict (id) do nothing`,
      [JSON.stringify(planned)],
    );
    await tx.query(
      `update reminder_v1 r set state = n.state, state_at = n.at, reason = n.reason,
              attempts = coalesce(n.attempts, r.attempts), message_id = coalesce(n.message_id, r.message_id)
         from jsonb_to_recordset($1::jsonb) as n (id text, state text, at timestamptz, attempts integer, message_id text, reason text)
        where r.id = n.id`,
      [JSON.stringify(joined(facts.map(changeOf)))],
    );
  },
};
