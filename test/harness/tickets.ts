import { type Codec, defineCodec, EventStore, leaf, type ReadModel } from '@kull/event-store';
import { accept, type Decider, nothing, reject, uuidOf } from '@kull/kernel';
import { type JobContext, JobHandler, type Reaction } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

/**
 * A small context of its own for tests of the machinery: tickets are ordered, a worker prints each of them once.
 * It must be whole (also for processes that are killed), and know nothing of the real contexts.
 */
export type TicketEvent =
  | { readonly type: 'TicketOrdered'; readonly data: { readonly ticket: string } }
  | { readonly type: 'TicketPrinted'; readonly data: { readonly ticket: string; readonly by: string } };

export type TicketCommand =
  | { readonly type: 'OrderTicket'; readonly data: { readonly ticket: string } }
  | { readonly type: 'PrintTicket'; readonly data: { readonly ticket: string; readonly by: string } };

export interface SoldOut {
  readonly code: 'SOLD_OUT';
}

interface Ticket {
  readonly ordered: boolean;
  readonly prints: number;
}

/** Nothing here refuses a second print: that only one happens is the doing of fence and outbox. */
export const ticketDecider: Decider<Ticket, TicketCommand, TicketEvent, SoldOut> = {
  category: 'ticket',
  initial: { ordered: false, prints: 0 },
  decide: (state, command) => {
    switch (command.type) {
      case 'OrderTicket':
        if (command.data.ticket.startsWith('sold-out-')) return reject({ code: 'SOLD_OUT' });
        return state.ordered ? nothing : accept({ type: 'TicketOrdered', data: command.data });
      case 'PrintTicket':
        return accept({ type: 'TicketPrinted', data: command.data });
    }
  },
  evolve: (state, event) =>
    event.type === 'TicketOrdered' ? { ...state, ordered: true } : { ...state, prints: state.prints + 1 },
};

export const ticketCodec: Codec = defineCodec({
  TicketOrdered: { schemaVersion: 1, schema: z.strictObject({ ticket: leaf.id() }) },
  TicketPrinted: { schemaVersion: 1, schema: z.strictObject({ ticket: leaf.id(), by: leaf.id() }) },
});

export const printWhenOrdered: Reaction = {
  name: 'print-when-ordered',
  startsAt: 'beginning',
  handles: ['TicketOrdered'],
  jobs: ['print-ticket'],
  react: ({ data }) => {
    const { ticket } = data as { ticket: string };
    return [{ key: `print-ticket.${ticket}`, job: 'print-ticket', payload: { ticket } }];
  },
};

/** What a test does to a job before it prints. */
export type Interference = (ticket: string) => Promise<void>;

@Injectable()
@JobHandler('print-ticket', { concurrency: 20 })
export class PrintTicket {
  /** Called before each print, when the state has been looked at; a test may hold, fail or kill here. */
  interfere: Interference = async () => undefined;
  readonly printer = `printer-${process.pid}`;
  printed = 0;

  constructor(private readonly events: EventStore) {}

  async handle({ ticket }: { ticket: string }, { outboxId, fence }: JobContext): Promise<void> {
    const { state } = await this.events.load(ticketDecider, ticket);
    if (state.prints > 0) return;
    await this.interfere(ticket);
    await this.events.execute(
      ticketDecider,
      ticket,
      { type: 'PrintTicket', data: { ticket, by: this.printer } },
      { commandId: uuidOf('PrintTicket', ticket, outboxId), actor: 'worker', occurredAt: '2026-01-01T00:00:00.000Z' },
      { fence },
    );
    this.printed++;
  }
}

/** How often each ticket was printed; following the log, so that replays can be compared. */
export const prints: ReadModel = {
  name: 'prints',
  version: 1,
  mode: 'following',
  handles: ['TicketPrinted'],
  tables: ['prints_v1'],
  whose: { prints_v1: { staff: 'of a test' } },
  create: 'create table prints_v1 (ticket text primary key, prints integer not null)',
  apply: async (events, tx) => {
    await tx.query(
      `insert into prints_v1 (ticket, prints) select t.ticket, count(*) from unnest($1::text[]) as t (ticket) group by 1
       on conflict (ticket) do update set prints = prints_v1.prints + excluded.prints`,
      [events.map(({ data }) => (data as { ticket: string }).ticket)],
    );
  },
};
