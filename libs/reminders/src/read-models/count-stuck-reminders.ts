import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ReminderLedgerQueries } from './reminder-ledger.query';

/** Reminders that nobody but a person can settle. */
export interface StuckReminders {
  /** Will not be tried again. */
  readonly failed: number;
  /** May have arrived or not: the sender died in the middle. */
  readonly unknown: number;
}

/** How many reminders wait for somebody to look at them. */
export class CountStuckReminders extends Query<StuckReminders> {}

@QueryHandler(CountStuckReminders)
export class CountStuckRemindersHandler implements IQueryHandler<CountStuckReminders> {
  constructor(private readonly ledger: ReminderLedgerQueries) {}

  async execute(): Promise<StuckReminders> {
    const { FAILED: failed, UNKNOWN: unknown } = await this.ledger.counts({});
    return { failed, unknown };
  }
}
