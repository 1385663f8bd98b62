import { EventStore } from '@kull/event-store';
import { JobHandler } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { AddressFaults } from '../addresses';
import { reminder } from '../domain/reminder';
import { recipientOf } from '../domain/reminder-id';

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
    const event = (await this.events.readStream(`${reminder.category}-${reminderId}`))[version - 1]!;
    const { code } = event.data as { readonly code?: number | string };
    const fault = { at: event.occurredAt, code: code === undefined ? undefined : String(code) };
    await this.faults.note(recipientOf(state.planned.recipient), fault);
  }
}
