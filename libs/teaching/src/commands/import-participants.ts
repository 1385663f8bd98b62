import { type CommandContext, EventStore, type Order } from '@kull/event-store';
import { type Instant, instantInOslo, uuidOf } from '@kull/kernel';
import type { NationalIdPolicy } from '@kull/people/national-id';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { programmeClass } from '../domain/class';
import type { PlannedClass } from '../domain/class.state';
import { type EnrolmentRejection, enrolment } from '../domain/enrolment';
import { enrolmentIdOf } from '../domain/ids';
import {
  type Participant,
  type ParticipantRow,
  type ParticipantRowCode,
  readParticipantRows,
} from '../domain/participant-rows';
import { MakeUpSeats } from '../make-up-seats';
import { type Fingerprinted, ParticipantEnrolments } from '../participant-enrolments';
import { Classes } from '../read-models/classes.query';

/** Whether synthetic national ids are taken in: not in production (I-45). */
export const NATIONAL_ID_POLICY = Symbol('national id policy');

export type ParticipantCode =
  | ParticipantRowCode
  | Extract<EnrolmentRejection['code'], 'CLASS_FULL' | 'ALREADY_ENROLLED' | 'ENROLMENT_DIFFERS' | 'STUDENT_NO_TAKEN'>;

/** What became of a class list. */
export interface ParticipantImport {
  readonly rows: number;
  readonly enrolled: number;
  readonly unchanged: number;
  readonly rejected: readonly { readonly row: number; readonly studentNo: string; readonly code: ParticipantCode }[];
}

export type ParticipantImportOutcome =
  | { readonly imported: ParticipantImport }
  | { readonly rejected: { readonly code: 'CLASS_NOT_PLANNED' } };

/**
 * Enrols the participants of a class list. A list with more students than places is a record of who took part: the
 * capacity is raised to it by an event of its own (I-22). The same list again changes nothing.
 */
export class ImportParticipants extends Command<ParticipantImportOutcome> {
  constructor(
    readonly classId: string,
    readonly rows: readonly ParticipantRow[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

interface Sorted {
  readonly newcomers: readonly Fingerprinted[];
  readonly unchanged: number;
  readonly rejected: ParticipantImport['rejected'];
}

@CommandHandler(ImportParticipants)
export class ImportParticipantsHandler implements ICommandHandler<ImportParticipants> {
  constructor(
    private readonly events: EventStore,
    private readonly enrolments: ParticipantEnrolments,
    private readonly seats: MakeUpSeats,
    private readonly classes: Classes,
    @Inject(NATIONAL_ID_POLICY) private readonly nationalIds: NationalIdPolicy,
  ) {}

  async execute({ classId, rows, context }: ImportParticipants): Promise<ParticipantImportOutcome> {
    await this.seats.release(classId, context);
    const { state } = await this.events.load(programmeClass, classId);
    if (state.status === 'unplanned') return { rejected: { code: 'CLASS_NOT_PLANNED' } };

    const { participants, rejected } = readParticipantRows(rows, this.nationalIds);
    const sorted = await this.sort(classId, participants);
    const ceiling = await this.placesFor(classId, state, sorted.newcomers.length, context);
    const orders = await this.orders(classId, { ...state, ceiling }, sorted.newcomers, context.occurredAt);
    const refused = await this.enrol(orders, sorted.newcomers, context);
    return {
      imported: {
        rows: rows.length,
        enrolled: orders.length - refused.length,
        unchanged: sorted.unchanged,
        rejected: [...rejected, ...sorted.rejected, ...refused].sort((one, other) => one.row - other.row),
      },
    };
  }

  /** Tells newcomers from those who are enrolled, as the list has them or otherwise. */
  private async sort(classId: string, participants: readonly Participant[]): Promise<Sorted> {
    const enrolments = await this.events.loadEach(
      enrolment,
      participants.map(({ studentNo }) => enrolmentIdOf(classId, studentNo)),
    );
    const newcomers: Fingerprinted[] = [];
    const rejected: ParticipantImport['rejected'][number][] = [];
    for (const [at, participant] of participants.entries()) {
      const { row, studentNo } = participant;
      const fingerprinted = this.enrolments.fingerprinted(participant);
      const { state } = enrolments[at]!;
      if (state.status === 'none') newcomers.push(fingerprinted);
      else if (state.fingerprint !== fingerprinted.fingerprint)
        rejected.push({ row, studentNo, code: 'ENROLMENT_DIFFERS' });
    }
    return { newcomers, rejected, unchanged: participants.length - newcomers.length - rejected.length };
  }

  /**
   * What places are counted against once the capacity covers everybody on the list; where the intake has not so many
   * places commissioned it stays as it is, and who has no place is reported.
   */
  private async placesFor(
    classId: string,
    { capacity, ceiling, guestSeats }: PlannedClass,
    newcomers: number,
    context: CommandContext,
  ): Promise<number> {
    const needed = (await this.classes.placesTaken(classId)) + guestSeats + newcomers;
    if (needed <= capacity) return ceiling;
    const command = { type: 'ChangeCapacity', data: { classId, capacity: needed } } as const;
    const commandId = uuidOf('ChangeCapacity', classId, needed);
    await this.events.execute(programmeClass, classId, command, { ...context, commandId });
    const { state } = await this.events.load(programmeClass, classId);
    return state.status === 'unplanned' ? ceiling : state.ceiling;
  }

  private async orders(
    classId: string,
    { plan, ceiling }: PlannedClass,
    newcomers: readonly Fingerprinted[],
    now: Instant,
  ): Promise<Order[]> {
    const asOf = plan.startsOn === undefined ? now : instantInOslo(plan.startsOn);
    const enrolments = await this.enrolments.of({ classId, plan, ceiling }, newcomers, asOf);
    return enrolments.map((data) => {
      const id = enrolmentIdOf(classId, data.studentNo);
      return {
        decider: enrolment,
        id,
        command: { type: 'EnrolStudent', data },
        commandId: uuidOf('EnrolStudent', id, data.fingerprint),
        occurredAt: asOf,
      };
    });
  }

  private async enrol(
    orders: readonly Order[],
    newcomers: readonly Fingerprinted[],
    context: CommandContext,
  ): Promise<ParticipantImport['rejected']> {
    const outcomes = await this.events.executeEach(orders, context);
    return outcomes.flatMap((outcome, at) => {
      if ('accepted' in outcome) return [];
      const { row, studentNo } = newcomers[at]!;
      return [{ row, studentNo, code: outcome.rejected.code as ParticipantCode }];
    });
  }
}
