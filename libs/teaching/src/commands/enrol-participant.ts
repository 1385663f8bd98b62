import { type CommandContext, EventStore, type VersionMismatch } from '@kull/event-store';
import { instantInOslo, type LocalDate, type Rejection, reject } from '@kull/kernel';
import type { NationalIdPolicy } from '@kull/people/national-id';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { programmeClass } from '../domain/class';
import { hasDaysFrom } from '../domain/class-plan';
import { type EnrolmentRejection, enrolment } from '../domain/enrolment';
import { enrolmentIdOf } from '../domain/ids';
import { type ParticipantRow, type ParticipantRowCode, readParticipantRows } from '../domain/participant-rows';
import { MakeUpSeats } from '../make-up-seats';
import { ParticipantEnrolments } from '../participant-enrolments';
import { NATIONAL_ID_POLICY } from './import-participants';

export type EntryRejection = EnrolmentRejection | Rejection<'CLASS_NOT_PLANNED' | ParticipantRowCode>;

export type EntryOutcome =
  | { readonly enrolled: { readonly enrolmentId: string } }
  | { readonly rejected: EntryRejection | VersionMismatch };

/** Enrols one person from a day on: late, back again, or by invitation to a cohort that was commissioned. */
export class EnrolParticipant extends Command<EntryOutcome> {
  constructor(
    readonly classId: string,
    readonly participant: Omit<ParticipantRow, 'row'>,
    readonly enteredOn: LocalDate,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(EnrolParticipant)
export class EnrolParticipantHandler implements ICommandHandler<EnrolParticipant> {
  constructor(
    private readonly events: EventStore,
    private readonly enrolments: ParticipantEnrolments,
    private readonly seats: MakeUpSeats,
    @Inject(NATIONAL_ID_POLICY) private readonly nationalIds: NationalIdPolicy,
  ) {}

  async execute({ classId, participant, enteredOn, context }: EnrolParticipant): Promise<EntryOutcome> {
    const { state } = await this.events.load(programmeClass, classId);
    if (state.status === 'unplanned') return reject({ code: 'CLASS_NOT_PLANNED' });
    if (!hasDaysFrom(state.plan, enteredOn)) return reject({ code: 'INVALID_PERIOD' });
    const { participants, rejected } = readParticipantRows([{ row: 1, ...participant }], this.nationalIds);
    const [read] = participants;
    if (!read) return reject({ code: rejected[0]!.code });

    await this.seats.release(classId, context);
    const entered = { classId, plan: state.plan, ceiling: state.ceiling };
    const [data] = await this.enrolments.of(entered, [this.enrolments.fingerprinted(read)], context.occurredAt);
    const enrolmentId = enrolmentIdOf(classId, read.studentNo);
    const command = { type: 'EnrolStudent', data: { ...data!, enteredOn } } as const;
    const outcome = await this.events.execute(enrolment, enrolmentId, command, {
      ...context,
      occurredAt: instantInOslo(enteredOn),
    });
    return 'accepted' in outcome ? { enrolled: { enrolmentId } } : outcome;
  }
}
