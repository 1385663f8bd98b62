import type { Instant } from '@kull/kernel';
import { type Envelope, type Letter, MailSender, type SendOutcome, TextMessageSender } from '@kull/mail/contracts';
import type { Type } from '@nestjs/common';
import { type Addressee, Addresses, type AddressFault, AddressFaults } from '../src/addresses';
import {
  type CancelReason,
  type Occasion,
  type OccasionName,
  occasionKey,
  type Recipient,
  recipientKey,
  type Subject,
} from '../src/domain/occasion';
import type { Plan } from '../src/domain/plan';
import type { EventSource } from '../src/event-source';
import type { Standing } from '../src/occasion-source';
import type { SubjectPart } from '../src/subject-part';

export const programmeCode = 'NLP';

/** A person of the tests by a short name. */
export const person = (name: string): Recipient => ({ kind: 'person', personId: `per_${name}` });

/** An occasion; what is not said is of a gathering. */
export const occasion = (said: Partial<Occasion> & Pick<Occasion, 'dueAt'>): Occasion => ({
  subject: 'GATHERING',
  recipient: person('kari'),
  about: 'cls_1.3',
  step: 'P2D',
  version: '1',
  programmeCode,
  validUntil: new Date(Date.parse(said.dueAt) + 24 * 3_600_000).toISOString(),
  facts: {},
  ...said,
});

/** What there is to tell of one subject: a test adds, settles and moves. */
export class Matters {
  private readonly occasions = new Map<string, Occasion>();
  private readonly gone = new Map<string, CancelReason>();
  /** How often the source was asked what falls due. */
  asked = 0;

  add(...added: readonly Occasion[]): void {
    for (const one of added) this.occasions.set(occasionKey(one), one);
  }

  remove(name: OccasionName, reason: CancelReason): void {
    this.occasions.delete(occasionKey(name));
    this.gone.set(occasionKey(name), reason);
  }

  between(plan: Plan, from: Instant, to: Instant): readonly Occasion[] {
    this.asked += 1;
    return [...this.occasions.values()].filter(
      (one) => one.programmeCode === plan.programmeCode && from < one.dueAt && one.dueAt <= to,
    );
  }

  standing(name: OccasionName): Standing {
    const stands = this.occasions.get(occasionKey(name));
    return stands ? { stands } : { cancelled: this.gone.get(occasionKey(name)) ?? 'SETTLED' };
  }

  all(): readonly Occasion[] {
    return [...this.occasions.values()];
  }
}

/** A part of a subject whose source is scripted; what its events make is all that there is. */
export const scriptedPart = (subject: Subject, matters: Matters, toldAtOnce: readonly string[] = []): SubjectPart => {
  class ScriptedSource implements EventSource {
    readonly subject = subject;
    async between(plan: Plan, from: Instant, to: Instant): Promise<readonly Occasion[]> {
      return matters.between(plan, from, to);
    }
    async standing(_plan: Plan, names: readonly OccasionName[]): Promise<readonly Standing[]> {
      return names.map((name) => matters.standing(name));
    }
    async fromEvent(): Promise<readonly Occasion[]> {
      return matters.all();
    }
  }
  return {
    subject,
    source: ScriptedSource as Type<EventSource>,
    toldAtOnce,
    write: ({ about, step }, language) => ({
      subject: `${subject} ${about}`,
      parts: [{ kind: 'paragraph', text: `${step} (${language})` }],
      action: { label: 'Se samlingen', url: '/samlinger' },
      // What cannot wait has something short to say.
      ...(subject === 'OFFER_REPLY_DEADLINE' && step !== 'P7D' && { textMessage: `${subject} ${about}` }),
    }),
  };
};

/** What a server got to see. */
export interface Delivered {
  readonly to: string;
  readonly messageId: string;
  readonly letter: Letter;
}

type Answer = SendOutcome | 'lost';

/**
 * A mail server by script: what it accepted, and what it answers. `lost`: it accepts, and whoever sent never hears of it,
 * for the process stands still.
 */
export class ScriptedMail extends MailSender {
  readonly delivered: Delivered[] = [];
  readonly answers: Answer[] = [];
  attempts = 0;

  async send(letter: Letter, { messageId, to }: Envelope): Promise<SendOutcome> {
    this.attempts += 1;
    const answer = this.answers.shift() ?? { outcome: 'sent' };
    const arrived = answer === 'lost' || answer.outcome === 'sent' || answer.outcome === 'unknown';
    if (arrived) this.delivered.push({ to: to.address, messageId, letter });
    return answer === 'lost' ? new Promise(() => {}) : answer;
  }
}

export class ScriptedTextMessages extends TextMessageSender {
  readonly sent: { readonly to: string; readonly text: string; readonly reference: string }[] = [];

  async send(message: {
    readonly to: string;
    readonly text: string;
    readonly reference: string;
  }): Promise<SendOutcome> {
    this.sent.push(message);
    return { outcome: 'sent' };
  }
}

/** Everybody has an address, unless a test says otherwise. */
export class ScriptedAddresses extends Addresses {
  readonly special = new Map<string, Addressee | undefined>();

  async of(recipient: Recipient): Promise<Addressee | undefined> {
    const key = recipientKey(recipient);
    if (this.special.has(key)) return this.special.get(key);
    const name = key.replace('per_', '');
    return { name, givenNames: name, language: 'nb', email: `${name}@example.no`, phone: '+4799999999' };
  }

  async former(): Promise<undefined> {
    return undefined;
  }
}

export class ScriptedFaults extends AddressFaults {
  readonly noted: { readonly recipient: string; readonly fault: AddressFault }[] = [];

  async note(recipient: Recipient, fault: AddressFault): Promise<void> {
    this.noted.push({ recipient: recipientKey(recipient), fault });
  }
}
