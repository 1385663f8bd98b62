import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import type { Subject } from './domain/occasion';
import { reminderChoices } from './domain/reminder-choices';
import { type LedgerRow, ReminderLedgerQueries } from './read-models/reminder-ledger.query';

/** So many letters are told of one person: far more than anybody gets. */
const MOST = 10_000;

/** What one person was written to about, for that person. */
@Injectable()
export class OwnReminders {
  constructor(
    private readonly ledger: ReminderLedgerQueries,
    private readonly events: EventStore,
  ) {}

  /** What was sent, is sent and was not sent, the newest first. */
  async of(personId: string): Promise<readonly Omit<LedgerRow, 'recipient'>[]> {
    const rows = await this.ledger.page({ recipient: personId }, undefined, MOST);
    return rows.map(({ recipient: _, ...row }) => row);
  }

  /** What they do not want to be written to about. */
  async declinedBy(personId: string): Promise<readonly Subject[]> {
    const { state } = await this.events.load(reminderChoices, personId);
    return [...state];
  }
}
