import { EventStore } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import type { Instant } from '@kull/kernel';
import { UnsendableLetter } from '@kull/mail';
import { MailSender, type SendOutcome, TextMessageSender } from '@kull/mail/contracts';
import { type JobContext, JobHandler } from '@kull/messaging';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Addressee, Addresses } from '../addresses';
import { DECLINE_LINKS, type DeclineLinks } from '../decline-links';
import { nextAttemptAt } from '../domain/backoff';
import { judge, type Verdict } from '../domain/judge';
import type { Occasion, Recipient, Subject } from '../domain/occasion';
import type { Plan } from '../domain/plan';
import { afterQuietHours } from '../domain/quiet-hours';
import type { Reminder } from '../domain/reminder';
import { reminderChoices } from '../domain/reminder-choices';
import { recipientOf } from '../domain/reminder-id';
import type { Standing } from '../occasion-source';
import { DueReminders, type HandedReminder, type Left } from '../planning/due-reminders';
import { ReminderPlanQueries } from '../read-models/reminder-plans.query';
import { letterFor, messagesOf, type Outgoing, type OutgoingMessage } from '../sending/outgoing';
import { type LedgerEntry, ReminderLedger } from '../sending/reminder-ledger';
import { SubjectRegistry } from '../subject-registry';

/** The domain of Message-IDs. */
export const MAIL_DOMAIN = Symbol('mail domain');

/** What is known of the recipient and of the plans when a job begins. */
interface Now {
  readonly at: Instant;
  readonly recipient: Recipient;
  readonly addressee: Addressee | undefined;
  readonly declined: ReadonlySet<Subject>;
  readonly plans: readonly Plan[];
}

/**
 * Sends one recipient what is due: decides anew whether it is still to be told, writes down the attempt, speaks to the
 * server, writes down what became of it. Whatever stops it in between, nothing is sent twice: an attempt that is found
 * without its outcome is unknown (reliability.md 2).
 */
@Injectable()
@JobHandler('send-reminders', { concurrency: 4 })
export class SendReminders {
  private readonly log = new Logger('reminders');

  constructor(
    private readonly events: EventStore,
    private readonly clock: DatabaseClock,
    private readonly due: DueReminders,
    private readonly ledger: ReminderLedger,
    private readonly plans: ReminderPlanQueries,
    private readonly subjects: SubjectRegistry,
    private readonly addresses: Addresses,
    private readonly mail: MailSender,
    private readonly textMessages: TextMessageSender,
    @Inject(DECLINE_LINKS) private readonly links: DeclineLinks,
    @Inject(MAIL_DOMAIN) private readonly mailDomain: string,
  ) {}

  async handle({ batch }: { readonly batch: string }, job: JobContext): Promise<void> {
    const handed = await this.due.inBatch(batch);
    const [first] = handed;
    if (!first) return;
    const now = await this.look(first.planned.recipient);
    const states = await this.ledger.states(handed.map(({ id }) => id));
    const left: Left[] = [];

    // Who made these attempts is gone: the job is ours now.
    const lost = handed.filter(({ id }) => states.get(id)!.status === 'attempting');
    await this.ledger.write(
      lost.map(({ id }) => ({ id, command: { type: 'LoseAttempt', data: {} } })),
      now.at,
      job,
    );
    const open = handed.filter(({ id }) => isOpen(states.get(id)!));
    left.push(...handed.filter((one) => !open.includes(one)).map(({ id }) => ({ id, settled: true }) as const));

    const patient = open.filter(({ id }) => notBeforeOf(states.get(id)!, now.at) > now.at);
    left.push(...patient.map(({ id }) => ({ id, sendAfter: notBeforeOf(states.get(id)!, now.at) })));

    const outgoing = await this.decide(
      open.filter((one) => !patient.includes(one)),
      states,
      now,
      left,
      job,
    );
    for (const message of messagesOf(outgoing)) left.push(...(await this.send(message, now, job)));
    await this.due.leave(batch, left, job.fence);
  }

  private async look(recipientKey: string): Promise<Now> {
    const recipient = recipientOf(recipientKey);
    const [at, addressee, plans] = await Promise.all([this.clock.now(), this.addresses.of(recipient), this.plans.on()]);
    const declined: ReadonlySet<Subject> =
      recipient.kind === 'person' ? (await this.events.load(reminderChoices, recipient.personId)).state : new Set();
    return { at, recipient, addressee, declined, plans };
  }

  /** Cancels what is no longer to be told, puts off what may not be sent yet, and writes the rest. */
  private async decide(
    handed: readonly HandedReminder[],
    states: ReadonlyMap<string, Reminder>,
    now: Now,
    left: Left[],
    job: JobContext,
  ): Promise<readonly Outgoing[]> {
    const cancelled: LedgerEntry[] = [];
    const outgoing: Outgoing[] = [];
    for (const one of handed) {
      const { plan, verdict } = await this.judged(one, now);
      if ('cancel' in verdict) {
        cancelled.push({
          id: one.id,
          command: { type: 'CancelReminder', data: { planned: one.planned, reason: verdict.cancel } },
        });
      } else if ('wait' in verdict) {
        left.push({ id: one.id, sendAfter: verdict.wait });
      } else {
        const text = this.written(verdict.send, now.addressee!);
        outgoing.push({ handed: one, state: states.get(one.id)!, occasion: verdict.send, plan: plan!, text });
      }
    }
    await this.ledger.write(cancelled, now.at, job);
    left.push(...cancelled.map(({ id }) => ({ id, settled: true }) as const));
    return outgoing;
  }

  private async judged(
    { planned }: HandedReminder,
    { at, plans, declined, addressee, recipient }: Now,
  ): Promise<{ readonly plan: Plan | undefined; readonly verdict: Verdict }> {
    const { subject, programmeCode, channel, dueAt } = planned;
    const plan = plans.find((one) => one.subject === subject && one.programmeCode === programmeCode);
    const source = this.subjects.find(subject)?.source;
    const standings: readonly Standing[] =
      plan && source ? await source.standing(plan, [{ ...planned, recipient }]) : [];
    const reached = channel === 'MAIL' ? addressee?.email : addressee?.phone;
    const verdict = judge({
      dueAt,
      channel,
      plan,
      standing: standings[0] ?? { cancelled: 'SWITCHED_OFF' },
      declined: declined.has(subject),
      recipient: addressee === undefined ? 'forgotten' : reached === undefined ? 'no address' : 'reachable',
      now: at,
    });
    return { plan, verdict };
  }

  private written(occasion: Occasion, { language, givenNames }: Addressee) {
    return this.subjects.find(occasion.subject)!.write(occasion, language, { givenNames });
  }

  private async send(message: OutgoingMessage, now: Now, job: JobContext): Promise<readonly Left[]> {
    const { messageId, reminders } = message;
    const deliver = this.delivery(message, now);
    await this.ledger.write(
      reminders.map(({ handed: { id, planned } }) => ({
        id,
        command: { type: 'AttemptReminder', data: { planned, messageId, address: now.addressee!.emailFingerprint } },
      })),
      now.at,
      job,
    );
    const outcome = await this.outcomeOf(deliver);
    const at = await this.clock.now();
    const [{ state, handed }] = reminders;
    const attempts = ('attempts' in state ? state.attempts : 0) + 1;
    const notBefore = afterQuietHours(handed.planned.channel, nextAttemptAt(attempts, at));
    await this.ledger.write(
      reminders.map(({ handed: { id } }) => ({ id, command: { type: 'SettleAttempt', data: { outcome, notBefore } } })),
      at,
      job,
    );
    return reminders.map(({ handed: { id } }) =>
      outcome.outcome === 'deferred' ? { id, sendAfter: notBefore } : { id, settled: true },
    );
  }

  /** A letter that was written wrongly has gone nowhere; trying again would not mend it. */
  private async outcomeOf(deliver: () => Promise<SendOutcome>): Promise<SendOutcome> {
    try {
      return await deliver();
    } catch (fault) {
      if (!(fault instanceof UnsendableLetter)) throw fault;
      this.log.error({ message: 'letter not sendable', code: fault.code });
      return { outcome: 'refused' };
    }
  }

  /** All that can fail before anybody is spoken to is done when this returns. */
  private delivery(message: OutgoingMessage, { recipient, addressee }: Now): () => Promise<SendOutcome> {
    const { messageId, reminders } = message;
    const { name, email, phone } = addressee!;
    const [{ handed, text }] = reminders;
    if (handed.planned.channel === 'TEXT_MESSAGE') {
      const short = { to: phone!, text: text.textMessage ?? text.subject, reference: handed.id };
      return () => this.textMessages.send(short);
    }
    const letter = letterFor(message, addressee!, this.declineUrl(recipient, reminders));
    const envelope = { messageId: `<${messageId}@${this.mailDomain}>`, to: { name, address: email! } };
    return () => this.mail.send(letter, envelope);
  }

  private declineUrl(recipient: Recipient, reminders: readonly Outgoing[]): string | undefined {
    const subjects = reminders.filter(({ plan }) => plan.mayBeDeclined).map(({ occasion: { subject } }) => subject);
    if (recipient.kind !== 'person' || subjects.length === 0) return undefined;
    return this.links.urlFor(recipient.personId, subjects);
  }
}

const isOpen = ({ status }: Reminder): boolean => status === 'none' || status === 'waiting';

const notBeforeOf = (state: Reminder, now: Instant): Instant =>
  state.status === 'waiting' && state.notBefore !== undefined ? state.notBefore : now;
