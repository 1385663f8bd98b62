import { type CommandContext, EventStore, type Order } from '@kull/event-store';
import { type Instant, newUuid } from '@kull/kernel';
import type { JobContext } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { type Reminder, type ReminderCommand, reminder } from '../domain/reminder';

/** A command for one reminder. */
export interface LedgerEntry {
  readonly id: string;
  readonly command: ReminderCommand;
}

/**
 * What a worker writes about reminders: several at once, all or nothing, only while the job is its own. Every writing is
 * a command of its own, for the same attempt made by two workers must be refused to one of them, not answered alike.
 */
@Injectable()
export class ReminderLedger {
  constructor(private readonly events: EventStore) {}

  async states(ids: readonly string[]): Promise<ReadonlyMap<string, Reminder>> {
    const loaded = await this.events.loadEach(reminder, ids);
    return new Map(ids.map((id, i) => [id, loaded[i]!.state]));
  }

  async write(entries: readonly LedgerEntry[], at: Instant, { fence }: JobContext): Promise<void> {
    if (entries.length === 0) return;
    const context: CommandContext = { commandId: newUuid(), actor: 'worker', occurredAt: at, source: 'reminders' };
    const orders: readonly Order[] = entries.map(({ id, command }) => ({
      decider: reminder,
      id,
      command,
      commandId: newUuid(),
    }));
    const outcome = await this.events.executeTogether(orders, context, { fence });
    if ('rejected' in outcome) throw new LedgerRefused(`${outcome.order.id}: ${outcome.rejected.code}`);
  }
}

/** Somebody else has written about the reminder meanwhile. The job is tried again, and goes by what is there then. */
export class LedgerRefused extends Error {
  override readonly name = 'LedgerRefused';
}
