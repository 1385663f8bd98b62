import { EventStore } from '@kull/event-store';
import { Clock, reject } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { programmeClass } from './domain/class';
import { enrolment } from './domain/enrolment';
import type { Enrolment } from './domain/enrolment.state';
import { enrolmentIdOf } from './domain/ids';
import { movedTo, type UndoneTransfer, type UndoRejection, undoneTransfer } from './domain/undone-transfer';
import { MakeUpSeats } from './make-up-seats';

/** A transfer that can be undone: of whom, into which class they had been moved, and how. */
export interface Undoable {
  readonly student: Enrolment;
  readonly to: string;
  readonly undone: UndoneTransfer;
}

/** Whether a student's last transfer from a class can be undone now, and how. */
@Injectable()
export class TransferUndos {
  constructor(
    private readonly events: EventStore,
    private readonly seats: MakeUpSeats,
    private readonly clock: Clock,
  ) {}

  async of(classId: string, studentNo: string): Promise<Undoable | { readonly rejected: UndoRejection }> {
    const enrolmentId = enrolmentIdOf(classId, studentNo);
    const { state: student } = await this.events.load(enrolment, enrolmentId);
    const to = movedTo(student);
    if (to === undefined) return reject({ code: 'NOT_MOVED' });
    const [home, other] = await this.events.loadEach(programmeClass, [classId, to]);
    const [from, into] = [
      { classId, state: home!.state },
      { classId: to, state: other!.state },
    ];
    const undone = undoneTransfer(student, from, into, this.clock.now());
    if ('rejected' in undone) return undone;
    return (await this.tookSeat(enrolmentId, to)) ? reject({ code: 'GUEST_SEAT_GIVEN_UP' }) : { student, to, undone };
  }

  /** Whether the transfer took the student off gatherings of the class where they had a seat as a guest. */
  private async tookSeat(enrolmentId: string, to: string): Promise<boolean> {
    const stream = await this.events.readStream(`enrolment-${enrolmentId}`);
    const left = stream.findLast(({ type }) => type === 'StudentTransferred')!;
    return (await this.events.reader.ofCommand(this.seats.cancellationId(to, left.metadata))).length > 0;
  }
}
