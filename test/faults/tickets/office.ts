import { Codecs, Database, EventStore, InlineReadModels } from '@kull/event-store';
import { ticketCodec, ticketDecider } from '../../harness/tickets';

/** Takes orders for tickets, as the api takes commands: a process of its own, to be killed at any moment. */
interface Order {
  readonly commandId: string;
  readonly ticket: string;
}

const main = async (): Promise<void> => {
  const database = await Database.connect({ url: process.env.DATABASE_URL!, role: 'kull_app' });
  const events = new EventStore(database, new Codecs([ticketCodec]), new InlineReadModels([]));
  process.on('message', (order: Order) => void take(events, order));
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
  process.send!({ ready: true });
};

const take = async (events: EventStore, { commandId, ticket }: Order): Promise<void> => {
  const outcome = await events.execute(
    ticketDecider,
    ticket,
    { type: 'OrderTicket', data: { ticket } },
    { commandId, actor: 'office', occurredAt: '2026-01-01T00:00:00.000Z' },
  );
  process.send!({ commandId, fate: 'rejected' in outcome ? 'reject' : 'ack' });
};

void main();
