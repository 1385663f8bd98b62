import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { type HprEntry, People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { findingOf } from '../domain/hpr';
import type { EvidenceClass } from '../domain/hpr.events';
import { studentCourse } from '../domain/student-course';
import type { StudentCourseRejection } from '../domain/student-course.commands';
import type { StudentCourseEvent } from '../domain/student-course.events';
import { Holders, verifiedEntryPurpose } from '../holders';

type VerificationOutcome = Outcome<StudentCourseEvent, StudentCourseRejection>;

/** What somebody saw, and of which document. */
export interface SeenEvidence {
  readonly evidenceClass: EvidenceClass;
  readonly documentHash?: string;
  readonly note?: string;
}

/** The purpose under which the note of a proposal is sealed. */
export const verificationNotePurpose = 'HprVerificationProposed.note';

/** Proposes, on evidence, what the register has under the number that the student has now. */
export class ProposeHprVerification extends Command<VerificationOutcome & { readonly verificationId: string }> {
  constructor(
    readonly studentCourseId: string,
    /** As the register has it; the number is the student's. */
    readonly line: Omit<HprEntry, 'hprNumber'>,
    readonly evidence: SeenEvidence,
    readonly proposedBy: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Approves a proposal, as another person. */
export class ApproveHprVerification extends Command<VerificationOutcome> {
  constructor(
    readonly studentCourseId: string,
    readonly verificationId: string,
    readonly approvedBy: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ProposeHprVerification)
export class ProposeHprVerificationHandler implements ICommandHandler<ProposeHprVerification> {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly holders: Holders,
  ) {}

  async execute({ studentCourseId, line, evidence, proposedBy, context }: ProposeHprVerification) {
    const { state } = await this.events.load(studentCourse, studentCourseId);
    const verificationId = uuidOf('HprVerification', studentCourseId, context.commandId);
    if (state.status === 'none') return { rejected: { code: 'STUDENT_COURSE_NOT_OPEN' as const }, verificationId };
    const { holder: from, personId: person } = state;
    const [holder] = await this.holders.open([from]);
    const entry = { ...line, hprNumber: holder!.hprNumber ?? '' };
    const { note, ...seen } = evidence;
    const [sealedEntry, sealedNote] = await this.people.seal([
      { person, purpose: verifiedEntryPurpose, value: entry },
      ...(note === undefined ? [] : [{ person, purpose: verificationNotePurpose, value: note }]),
    ]);
    const data = {
      ...seen,
      verificationId,
      entry: sealedEntry!,
      ...(sealedNote && { note: sealedNote }),
      proposedBy,
      proposedAt: context.occurredAt,
      from,
      hpr: findingOf(holder!, entry),
    };
    const command = { type: 'ProposeHprVerification', data } as const;
    return { ...(await this.events.execute(studentCourse, studentCourseId, command, context)), verificationId };
  }
}

@CommandHandler(ApproveHprVerification)
export class ApproveHprVerificationHandler implements ICommandHandler<ApproveHprVerification> {
  constructor(
    private readonly events: EventStore,
    private readonly holders: Holders,
  ) {}

  async execute(order: ApproveHprVerification): Promise<VerificationOutcome> {
    const { studentCourseId, verificationId, approvedBy, context } = order;
    const { state } = await this.events.load(studentCourse, studentCourseId);
    if (state.status === 'none') return { rejected: { code: 'STUDENT_COURSE_NOT_OPEN' } };
    const waiting = state.proposal?.verificationId === verificationId ? state.proposal : state.verified;
    if (!waiting) return { rejected: { code: 'VERIFICATION_NOT_PROPOSED' } };
    const { holder: from } = state;
    const [holder] = await this.holders.open([from]);
    const entry = await this.holders.openEntry(waiting.entry);
    const hpr = findingOf(holder!, entry.hprNumber === holder!.hprNumber ? entry : undefined);
    const data = { verificationId, approvedBy, from, hpr, at: context.occurredAt };
    const command = { type: 'ApproveHprVerification', data } as const;
    return this.events.execute(studentCourse, studentCourseId, command, context);
  }
}
