import { EventStore } from '@kull/event-store';
import { ageOn, type Instant, localDateInOslo } from '@kull/kernel';
import { People, type Profile } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { DraftAccess } from './commands/draft-access';
import { intakeId, ownApplicationNo } from './commands/ids';
import { IntakeAccess } from './commands/intake-access';
import { OwnSubmission } from './commands/own-submission';
import { type Answers, type FormFault, type FormPart, factsIn, faultsIn, formParts } from './domain/application-form';
import { type AttachmentKind, wantedAttachments } from './domain/attachments';
import { type DraftDocument, isOpenAt, maxEmployerLinks } from './domain/draft';
import { type EmployerSigned, employerSignedPurpose } from './domain/draft.events';
import { type Shortcoming, shortcomingsOf } from './domain/eligibility';
import type { Municipality } from './domain/intake.events';
import { type IntakeDefinition } from './domain/intake-definition';
import { eligibilityRules } from './domain/ranking-run';
import { EmployerRequests, type LastEmployerRequest } from './employer-requests';

/** An intake that somebody can apply to, or has begun to. */
export interface IntakeToApplyTo {
  readonly definition: IntakeDefinition;
  readonly isOpen: boolean;
  /** How far they have come themselves. */
  readonly own: 'NONE' | 'BEGUN' | 'SENT';
}

/** Somebody's own application to an intake, before and after it is sent. */
export interface OwnDraft {
  readonly intakeId: string;
  readonly definition: IntakeDefinition;
  readonly municipalities: readonly Municipality[];
  readonly profile: Profile;
  readonly isOpen: boolean;
  readonly answers: Answers;
  /** Absent: nothing has been saved. */
  readonly savedAt?: Instant;
  readonly faults: Readonly<Record<FormPart, readonly FormFault[]>>;
  readonly documents: readonly DraftDocument[];
  /** Kinds of documents that an application should have, and whether it has one. */
  readonly wanted: readonly { readonly kind: AttachmentKind; readonly isThere: boolean }[];
  /** Absent: nobody has been asked, or the post has been confirmed. */
  readonly employerLink?: LastEmployerRequest;
  readonly mayAskEmployer: boolean;
  readonly confirmation?: { readonly signed?: EmployerSigned; readonly on: string };
  /** What selection would find wanting, were it sent like this; only when everything is filled in. */
  readonly shortcomings: readonly Shortcoming[];
  /** Absent: not sent. */
  readonly sent?: {
    readonly applicationNo: string;
    readonly at: Instant;
    /** Something has been filled in otherwise since. */
    readonly isChangedSince: boolean;
  };
}

const INTAKES = `select i.definition, d.id is not null as begun,
    exists (select from application_v1 a where a.intake = i.code and a.person = $1) as sent
  from intake_v1 i left join application_draft_v1 d on d.intake = i.code and d.person = $1
 where i.status = 'open' order by i.definition->'window'->>'closesAt', i.code`;

/** Applications as those fill them in whose they are. */
@Injectable()
export class OwnDrafts {
  constructor(
    private readonly events: EventStore,
    private readonly intakes: IntakeAccess,
    private readonly drafts: DraftAccess,
    private readonly submission: OwnSubmission,
    private readonly requests: EmployerRequests,
    private readonly people: People,
  ) {}

  /** The intakes that take applications now, and those that the person has begun to apply to and are not decided. */
  async intakesFor(personId: string, now: Instant): Promise<readonly IntakeToApplyTo[]> {
    const rows = await this.events.query<{ definition: IntakeDefinition; begun: boolean; sent: boolean }>(INTAKES, [
      personId,
    ]);
    return rows
      .map(({ definition, begun, sent }) => ({
        definition,
        isOpen: isOpenAt(definition.window, now),
        own: sent ? ('SENT' as const) : begun ? ('BEGUN' as const) : ('NONE' as const),
      }))
      .filter(({ isOpen, own }) => isOpen || own !== 'NONE');
  }

  /** Whether any intake takes applications now. */
  async isAnyOpen(now: Instant): Promise<boolean> {
    const [row] = await this.events.query<{ readonly open: boolean }>(
      `select exists (select from intake_v1 where status = 'open'
          and (definition->'window'->>'opensAt')::timestamptz <= $1
          and (definition->'window'->>'closesAt')::timestamptz >= $1) as open`,
      [now],
    );
    return row!.open;
  }

  /** Undefined: no such intake, or it has not opened and nothing has been begun. */
  async find(code: string, personId: string, now: Instant): Promise<OwnDraft | undefined> {
    const opened = await this.intakes.find(intakeId(code));
    if (!opened) return undefined;
    const { definition, municipalities } = opened;
    const isOpen = opened.status === 'open' && isOpenAt(definition.window, now);
    const [{ id, state, answers }, profiles] = await Promise.all([
      this.drafts.open(code, personId),
      this.people.profiles([personId]),
    ]);
    const profile = profiles.get(personId);
    if (!profile || (!isOpen && state.status === 'none')) return undefined;
    const begun = state.status === 'begun' ? state : undefined;
    const faults = this.faultsOf(answers, definition, profile);
    const about = this.submission.aboutOf(answers);
    const confirmed = begun?.confirmation?.about === about ? begun.confirmation : undefined;
    const isComplete = formParts.every((part) => faults[part].length === 0);
    const [savedAt, employerLink, [signed]] = await Promise.all([
      this.savedAt(id),
      begun && this.requests.last(begun, about, now),
      this.people.open<EmployerSigned>(
        confirmed ? [{ sealed: confirmed.confirmedBy, purpose: employerSignedPurpose }] : [],
      ),
    ]);
    const documents = begun?.documents ?? [];
    const sent = begun?.sent;
    return {
      intakeId: intakeId(code),
      definition,
      municipalities,
      profile,
      isOpen,
      answers,
      ...(savedAt && { savedAt }),
      faults,
      documents,
      wanted: wantedAttachments(answers.highest_education).map((kind) => ({
        kind,
        isThere: documents.some((one) => one.kind === kind),
      })),
      ...(employerLink && !confirmed && { employerLink }),
      mayAskEmployer: !confirmed && (begun?.requests.length ?? 0) < maxEmployerLinks,
      ...(confirmed && { confirmation: { on: confirmed.confirmedOn, ...(signed && { signed }) } }),
      shortcomings: isComplete ? shortcomingsIn(answers, definition, profile, confirmed?.confirmedOn) : [],
      ...(sent && {
        sent: {
          applicationNo: ownApplicationNo(code, personId),
          at: sent.sentAt,
          isChangedSince: sent.fingerprint !== begun.saved?.fingerprint,
        },
      }),
    };
  }

  private faultsOf(answers: Answers, definition: IntakeDefinition, { familyName }: Profile): OwnDraft['faults'] {
    const of = (part: FormPart) => faultsIn(part, answers, definition, familyName === '');
    return { ABOUT: of('ABOUT'), LEADER_ROLE: of('LEADER_ROLE'), QUOTA: of('QUOTA'), WISHES: of('WISHES') };
  }

  private async savedAt(draftId: string): Promise<Instant | undefined> {
    const [row] = await this.events.query<{ readonly saved_at: Date }>(
      'select saved_at from application_draft_v1 where id = $1',
      [draftId],
    );
    return row?.saved_at.toISOString();
  }
}

const shortcomingsIn = (
  answers: Answers,
  definition: IntakeDefinition,
  { birthDate, familyName, givenNames }: Profile,
  employerConfirmedOn: string | undefined,
): readonly Shortcoming[] => {
  const sentAs = { applicationNo: '-', submittedAt: definition.window.closesAt, familyName, givenNames };
  const facts = factsIn(answers, { ...sentAs, ...(employerConfirmedOn && { employerConfirmedOn }) });
  const age = ageOn(birthDate, localDateInOslo(definition.window.closesAt));
  return shortcomingsOf(facts, age, eligibilityRules(definition));
};
