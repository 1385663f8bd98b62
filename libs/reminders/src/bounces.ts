import { EventStore } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import { uuidOf } from '@kull/kernel';
import { BounceTaker } from '@kull/mail/contracts';
import { Injectable } from '@nestjs/common';
import { reminder } from './domain/reminder';
import { ReminderLedgerQueries } from './read-models/reminder-ledger.query';

/** A letter that came back was sent, and did not arrive: its reminders have failed. */
@Injectable()
export class ReminderBounces implements BounceTaker {
  constructor(
    private readonly events: EventStore,
    private readonly ledger: ReminderLedgerQueries,
    private readonly clock: DatabaseClock,
  ) {}

  /** A Message-ID of somebody else, and the same bounce again, change nothing. */
  async bounced(messageId: string, code: string): Promise<void> {
    const ids = await this.ledger.ofMessage(messageId.replace(/^</, '').replace(/@.*$/, ''));
    if (ids.length === 0) return;
    const occurredAt = await this.clock.now();
    await this.events.executeEach(
      ids.map((id) => ({
        decider: reminder,
        id,
        command: { type: 'NoteBounce', data: { code } },
        commandId: uuidOf('NoteBounce', id),
      })),
      { commandId: uuidOf('NoteBounce', messageId), actor: 'worker', occurredAt, source: 'bounce' },
    );
  }
}
