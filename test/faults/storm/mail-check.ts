import type { Database } from '@kull/event-store';
import type { SunkMessage } from '@kull/mail/sink/sink-folder';
import type { Breaches } from '../invariants';

interface LedgerRow {
  readonly id: string;
  readonly state: string;
  readonly messageId: string | null;
}

/**
 * I8: the mail server got no letter twice; what the ledger calls sent has arrived; what arrived is sent or unknown; no
 * more is unknown than processes died in the midst of; nothing is left half-way.
 */
export const i8 = async (
  database: Database,
  messages: readonly SunkMessage[],
  ambiguous: number,
): Promise<Breaches> => {
  const rows = await database.query<LedgerRow>(
    'select id, state, message_id as "messageId" from read.reminder_v1 where state <> \'CANCELLED\'',
  );
  const arrived = new Map<string, number>();
  for (const { messageId } of messages) {
    const id = messageId.replace(/^<|@.*$/g, '');
    arrived.set(id, (arrived.get(id) ?? 0) + 1);
  }
  const known = new Map(rows.map((row) => [row.messageId ?? row.id, row.state]));
  const unknown = rows.filter(({ state }) => state === 'UNKNOWN').length;
  return [
    ...(messages.length === 0 ? [{ vacuous: 'no letter was sent' }] : []),
    ...[...arrived].filter(([, times]) => times > 1).map(([twice, times]) => ({ twice, times })),
    ...rows
      .filter(({ state, messageId }) => state === 'SENT' && !arrived.has(messageId ?? ''))
      .map(({ id }) => ({ neverArrived: id })),
    ...[...arrived.keys()]
      .filter((id) => !['SENT', 'UNKNOWN'].includes(known.get(id) ?? ''))
      .map((id) => ({ arrivedAs: known.get(id) ?? 'NOTHING', id })),
    ...rows
      .filter(({ state }) => ['ATTEMPTING', 'PLANNED'].includes(state))
      .map(({ id, state }) => ({ left: id, state })),
    ...(unknown > ambiguous ? [{ unknown, ambiguous }] : []),
  ];
};
