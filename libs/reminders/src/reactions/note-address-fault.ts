import { EventStore, type Recorded } from '@kull/event-store';
import { JobHandler } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { type AddressFault, AddressFaults } from '../addresses';
import { reminder } from '../domain/reminder';
import type { ReminderAttempted, ReminderBounced, ReminderFailed } from '../domain/reminder.events';
import { recipientOf } from '../domain/reminder-id';

/** The address could not even be tried: its form is wrong (RFC 3463). */
const NO_ADDRESS = '5.1.3';

@Injectable()
@JobHandler('note-address-fault')
export class NoteAddressFault {
  constructor(
    private readonly events: EventStore,
    private readonly faults: AddressFaults,
  ) {}

  async handle({ reminderId, version }: { readonly reminderId: string; readonly version: number }): Promise<void> {
    const { state } = await this.events.load(reminder, reminderId);
    if (state.status === 'none' || state.planned.channel !== 'MAIL') return;
    const history = await this.events.readStream(`${reminder.category}-${reminderId}`);
    const event = history[version - 1] as Recorded<ReminderFailed | ReminderBounced>;
    const attempted = history.findLast(({ type }) => type === 'ReminderAttempted') as Recorded<ReminderAttempted>;
    const fault: AddressFault = {
      kind: event.type === 'ReminderBounced' ? 'BOUNCED' : 'REFUSED',
      code: String(event.data.code ?? NO_ADDRESS),
      at: event.occurredAt,
      emailFingerprint: attempted.data.address,
    };
    await this.faults.note(recipientOf(state.planned.recipient), fault);
  }
}
