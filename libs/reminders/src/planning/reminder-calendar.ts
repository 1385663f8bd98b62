import { EventStore } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { type Occasion, recipientKey, type Subject } from '../domain/occasion';
import type { Channel, Plan } from '../domain/plan';
import { sendAfter } from '../domain/quiet-hours';
import { reminderChoices } from '../domain/reminder-choices';
import { recipientOf, reminderIdOf } from '../domain/reminder-id';
import { ReminderLedgerQueries } from '../read-models/reminder-ledger.query';
import { ReminderPlanQueries } from '../read-models/reminder-plans.query';
import { type LivingSubject, SubjectRegistry } from '../subject-registry';

/** One thing that will be told, as it looks now. */
export interface CalendarEntry {
  readonly id: string;
  readonly sendAt: Instant;
  readonly dueAt: Instant;
  readonly programmeCode: string;
  readonly subject: Subject;
  readonly about: string;
  readonly step: string;
  readonly recipient: string;
  readonly channel: Channel;
  /** `declined`: the recipient does not want it, and it will not be sent. */
  readonly standing: 'expected' | 'waiting' | 'declined';
}

/**
 * What goes out in the coming weeks (W28): what has fallen due and waits, and what the sources say will. Made by the same
 * functions that send it.
 */
@Injectable()
export class ReminderCalendar {
  constructor(
    private readonly events: EventStore,
    private readonly clock: DatabaseClock,
    private readonly plans: ReminderPlanQueries,
    private readonly ledger: ReminderLedgerQueries,
    private readonly subjects: SubjectRegistry,
  ) {}

  async until(until: Instant, of: { readonly subject?: Subject } = {}): Promise<readonly CalendarEntry[]> {
    const now = await this.clock.now();
    const plans = await this.plans.on(of);
    const waiting = await this.waiting(plans);
    const known = new Set(waiting.map(({ id }) => id));
    const expected = (await Promise.all(plans.map((plan) => this.expected(plan, now, until)))).flat();
    const entries = [...waiting, ...expected.filter(({ id }) => !known.has(id))];
    const standing = await this.declinedAmong(entries, plans);
    return [...standing].sort((a, b) =>
      a.sendAt === b.sendAt ? (a.id < b.id ? -1 : 1) : a.sendAt < b.sendAt ? -1 : 1,
    );
  }

  private async expected(plan: Plan, now: Instant, until: Instant): Promise<readonly CalendarEntry[]> {
    const subject = this.subjects.find(plan.subject);
    if (!subject || now >= until) return [];
    const occasions = await subject.source.between(plan, now, until);
    return occasions.flatMap((occasion) =>
      plan.channels
        .filter((channel) => channel === 'MAIL' || hasShortText(subject, occasion))
        .map((channel) => this.entry(plan, occasion, channel)),
    );
  }

  private entry(plan: Plan, occasion: Occasion, channel: Channel): CalendarEntry {
    return {
      id: reminderIdOf(occasion, channel),
      sendAt: sendAfter(occasion, { channel, collected: plan.collected }),
      dueAt: occasion.dueAt,
      programmeCode: plan.programmeCode,
      subject: plan.subject,
      about: occasion.about,
      step: occasion.step,
      recipient: recipientKey(occasion.recipient),
      channel,
      standing: 'expected',
    };
  }

  private async waiting(plans: readonly Plan[]): Promise<readonly CalendarEntry[]> {
    const rows = await this.ledger.waiting([...new Set(plans.map(({ subject }) => subject))]);
    return rows.flatMap(({ id, stateAt, dueAt, programmeCode, subject, about, step, recipient, channel }) => {
      if (!this.subjects.find(subject)) return [];
      const of = { id, dueAt, programmeCode, subject, about, step, recipient, channel };
      return [{ ...of, sendAt: stateAt, standing: 'waiting' as const }];
    });
  }

  private async declinedAmong(
    entries: readonly CalendarEntry[],
    plans: readonly Plan[],
  ): Promise<readonly CalendarEntry[]> {
    const declinable = new Set(
      plans
        .filter(({ mayBeDeclined }) => mayBeDeclined)
        .map(({ subject, programmeCode }) => `${programmeCode} ${subject}`),
    );
    const asked = entries.filter(({ subject, programmeCode }) => declinable.has(`${programmeCode} ${subject}`));
    const persons = [...new Set(asked.map(({ recipient }) => recipient))].filter(
      (key) => recipientOf(key).kind === 'person',
    );
    const choices = await this.events.loadEach(reminderChoices, persons);
    const declined = new Map(persons.map((person, i) => [person, choices[i]!.state]));
    return entries.map((entry) =>
      asked.includes(entry) && declined.get(entry.recipient)?.has(entry.subject)
        ? { ...entry, standing: 'declined' as const }
        : entry,
    );
  }
}

/** Whether there is something to say by text message; the language does not matter. */
const hasShortText = ({ write }: LivingSubject, occasion: Occasion): boolean =>
  write(occasion, 'nb', {}).textMessage !== undefined;
