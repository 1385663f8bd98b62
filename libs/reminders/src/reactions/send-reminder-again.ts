import { EventStore } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import { JobHandler } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { reminder } from '../domain/reminder';
import { DueReminders } from '../planning/due-reminders';

/** Makes a reminder due once more, if it still waits for that. */
@Injectable()
@JobHandler('send-reminder-again')
export class SendReminderAgain {
  constructor(
    private readonly events: EventStore,
    private readonly clock: DatabaseClock,
    private readonly due: DueReminders,
  ) {}

  async handle({ reminderId }: { readonly reminderId: string }): Promise<void> {
    if ((await this.events.load(reminder, reminderId)).state.status !== 'waiting') return;
    await this.due.sendAgain(reminderId, await this.clock.now());
    await this.due.handOver();
  }
}
