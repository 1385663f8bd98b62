import type { IssuedCertificate } from '@kull/certificates/contracts/issued';
import { EventStore } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import type { Instant } from '@kull/kernel';
import type { LetterLanguage } from '@kull/mail/contracts';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Addressee, Addresses } from '../addresses';
import { defaultPlans } from '../domain/default-plans';
import { judge } from '../domain/judge';
import type { CancelReason, Subject } from '../domain/occasion';
import type { Plan } from '../domain/plan';
import { reminderChoices } from '../domain/reminder-choices';
import { ReminderPlanQueries } from '../read-models/reminder-plans.query';
import { SubjectRegistry } from '../subject-registry';
import { occasionOf, subjectOf } from '../subjects/certificates/source';

/** A letter on a version of a certificate, or why none is sent. */
export interface PreviewedLetter {
  readonly number: string;
  readonly version: number;
  readonly subject: Subject;
  readonly language?: LetterLanguage;
  /** What stands above the letter; absent where none is sent. */
  readonly heading?: string;
  /** Absent: it is sent. */
  readonly notSent?: CancelReason;
}

/**
 * The letters that versions of certificates lead to, decided as when they are sent (`judge`), with the certificates as
 * they will be. Nothing is planned and nothing is sent.
 */
export class PreviewLetters extends Query<readonly PreviewedLetter[]> {
  /** @param versions those that are new, of certificates as they are afterwards */
  constructor(
    readonly programmeCode: string,
    readonly certificates: readonly IssuedCertificate[],
    readonly versions: readonly { readonly number: string; readonly version: number }[],
  ) {
    super();
  }
}

interface Now {
  readonly at: Instant;
  readonly plans: readonly Plan[];
}

@QueryHandler(PreviewLetters)
export class PreviewLettersHandler implements IQueryHandler<PreviewLetters> {
  constructor(
    private readonly events: EventStore,
    private readonly clock: DatabaseClock,
    private readonly plans: ReminderPlanQueries,
    private readonly subjects: SubjectRegistry,
    private readonly addresses: Addresses,
  ) {}

  async execute({ programmeCode, certificates, versions }: PreviewLetters): Promise<readonly PreviewedLetter[]> {
    const now = { at: await this.clock.now(), plans: await this.plans.all({ programmeCode }) };
    const byNumber = new Map(certificates.map((one) => [one.number, one] as const));
    return Promise.all(
      versions.flatMap(({ number, version }) => {
        const certificate = byNumber.get(number);
        const one = certificate?.versions.find((candidate) => candidate.version === version);
        return certificate && one ? [this.letter(programmeCode, certificate, one, now)] : [];
      }),
    );
  }

  private async letter(
    programmeCode: string,
    certificate: IssuedCertificate,
    version: IssuedCertificate['versions'][number],
    { at, plans }: Now,
  ): Promise<PreviewedLetter> {
    const recipient = { kind: 'person', personId: certificate.personId } as const;
    const subject = subjectOf(certificate, version.version);
    const plan = plans.find((one) => one.subject === subject);
    const occasion = occasionOf(plan ?? { programmeCode, subject, ...defaultPlans[subject] }, certificate, version);
    const living = this.subjects.find(subject);
    const addressee = await this.addresses.of(recipient);
    const { state: declined } = await this.events.load(reminderChoices, certificate.personId);
    const isLast = certificate.versions.at(-1)!.version === version.version;
    const verdict = judge({
      dueAt: occasion.dueAt,
      channel: 'MAIL',
      plan: living && plan?.channels.includes('MAIL') ? plan : undefined,
      standing: isLast ? { stands: occasion } : { cancelled: certificate.isRevoked ? 'WITHDRAWN' : 'MOVED' },
      declined: declined.has(subject),
      recipient: reachOf(addressee),
      now: at,
    });
    const named = { number: certificate.number, version: version.version, subject };
    const spoken = addressee && { language: addressee.language };
    if ('cancel' in verdict) return { ...named, ...spoken, notSent: verdict.cancel };
    const { subject: heading } = living!.write(occasion, addressee!.language, { givenNames: addressee!.givenNames });
    return { ...named, ...spoken, heading };
  }
}

const reachOf = (addressee: Addressee | undefined): 'reachable' | 'no address' | 'forgotten' => {
  if (!addressee) return 'forgotten';
  return addressee.email === undefined ? 'no address' : 'reachable';
};
