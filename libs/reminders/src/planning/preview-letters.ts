import type { AwardWithAttendance, WouldBeSaid } from '@kull/attendance/contracts/said';
import type { IssuedCertificate } from '@kull/certificates/contracts/issued';
import { EventStore } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import type { Instant } from '@kull/kernel';
import type { LetterLanguage } from '@kull/mail/contracts';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Addressee, Addresses } from '../addresses';
import { defaultPlans } from '../domain/default-plans';
import { judge } from '../domain/judge';
import type { CancelReason, Occasion, Subject } from '../domain/occasion';
import type { Plan } from '../domain/plan';
import { sendAfter } from '../domain/quiet-hours';
import { reminderChoices } from '../domain/reminder-choices';
import { ReminderPlanQueries } from '../read-models/reminder-plans.query';
import { SubjectRegistry } from '../subject-registry';
import { occasionOf as ofAttendance } from '../subjects/attendance/source';
import { occasionOf as ofCertificate, subjectOf } from '../subjects/certificates/source';

/** A letter that something would lead to, or why none is sent. */
export interface PreviewedLetter {
  readonly subject: Subject;
  /** What it is about: a version of a certificate, or a student's attendance as one award needs it. */
  readonly about:
    | { readonly number: string; readonly version: number }
    | { readonly studentNo: string; readonly award: AwardWithAttendance };
  readonly language?: LetterLanguage;
  /** What stands above the letter; absent where none is sent. */
  readonly heading?: string;
  /** Absent: it is sent. */
  readonly notSent?: CancelReason;
}

/** What the letters are on. */
export interface ToBeTold {
  /** As they are afterwards. */
  readonly certificates: readonly IssuedCertificate[];
  /** Those that are new. */
  readonly versions: readonly { readonly number: string; readonly version: number }[];
  readonly standings: readonly WouldBeSaid[];
}

/**
 * The letters that new versions of certificates and new standings lead to, decided as when they are sent (`judge`), with
 * everything as it will be. Nothing is planned and nothing is sent.
 */
export class PreviewLetters extends Query<readonly PreviewedLetter[]> {
  constructor(
    readonly programmeCode: string,
    readonly told: ToBeTold,
  ) {
    super();
  }
}

/** One letter to be judged. */
interface Candidate {
  readonly subject: Subject;
  readonly about: PreviewedLetter['about'];
  readonly personId: string;
  occasionOf(plan: Plan): Occasion;
  /** Why it will not be told of by the time it is sent. */
  readonly cancelled?: CancelReason;
}

interface Now {
  readonly at: Instant;
  readonly programmeCode: string;
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

  async execute({ programmeCode, told }: PreviewLetters): Promise<readonly PreviewedLetter[]> {
    const now = { at: await this.clock.now(), programmeCode, plans: await this.plans.all({ programmeCode }) };
    const candidates = [...onCertificates(told), ...onAttendance(told)];
    return Promise.all(candidates.map((candidate) => this.letter(candidate, now)));
  }

  private async letter(candidate: Candidate, now: Now): Promise<PreviewedLetter> {
    const { subject, about, personId, cancelled } = candidate;
    const { programmeCode } = now;
    const plan = now.plans.find((one) => one.subject === subject);
    const terms = plan ?? { programmeCode, subject, ...defaultPlans[subject] };
    const occasion = candidate.occasionOf(terms);
    const living = this.subjects.find(subject);
    const addressee = await this.addresses.of({ kind: 'person', personId });
    const { state: declined } = await this.events.load(reminderChoices, personId);
    const sentAt = sendAfter(occasion, { channel: 'MAIL', collected: terms.collected });
    const verdict = judge({
      dueAt: occasion.dueAt,
      channel: 'MAIL',
      plan: living && plan?.channels.includes('MAIL') ? plan : undefined,
      standing: cancelled === undefined ? { stands: occasion } : { cancelled },
      declined: declined.has(subject),
      recipient: reachOf(addressee),
      // What is collected is judged when it is.
      now: terms.collected && sentAt > now.at ? sentAt : now.at,
    });
    const named = { subject, about, ...(addressee && { language: addressee.language }) };
    if ('cancel' in verdict) return { ...named, notSent: verdict.cancel };
    const { subject: heading } = living!.write(occasion, addressee!.language, { givenNames: addressee!.givenNames });
    return { ...named, heading };
  }
}

/** A version that is overtaken at once is not told of. */
const onCertificates = ({ certificates, versions }: ToBeTold): readonly Candidate[] => {
  const byNumber = new Map(certificates.map((one) => [one.number, one] as const));
  return versions.flatMap(({ number, version }): readonly Candidate[] => {
    const certificate = byNumber.get(number);
    const one = certificate?.versions.find((candidate) => candidate.version === version);
    if (!certificate || !one) return [];
    const isLast = certificate.versions.at(-1)!.version === version;
    const { personId, isRevoked } = certificate;
    return [
      {
        subject: subjectOf(certificate, version),
        about: { number, version },
        personId,
        occasionOf: (plan) => ofCertificate(plan, certificate, one),
        ...(!isLast && { cancelled: isRevoked ? 'WITHDRAWN' : 'MOVED' }),
      },
    ];
  });
};

/** Only what is bad news is told. */
const onAttendance = ({ standings }: ToBeTold): readonly Candidate[] =>
  standings
    .filter(({ status }) => status === 'AT_RISK' || status === 'IMPOSSIBLE')
    .map((one) => ({
      subject: 'ATTENDANCE_AT_RISK',
      about: { studentNo: one.said.studentNo, award: one.said.award },
      personId: one.personId,
      occasionOf: (plan) => ofAttendance(plan, one.classCode, one, one.personId),
    }));

const reachOf = (addressee: Addressee | undefined): 'reachable' | 'no address' | 'forgotten' => {
  if (!addressee) return 'forgotten';
  return addressee.email === undefined ? 'no address' : 'reachable';
};
