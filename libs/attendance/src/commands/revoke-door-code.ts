import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import type { Rejection } from '@kull/kernel';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type DoorCodeEvent,
  type DoorCodeRejection,
  doorCode,
  doorReferenceOf,
  type RevocationReason,
} from '../domain/door-code';

/** Makes the door code of a student good no more; the next one asked for is another. */
export class RevokeDoorCode extends Command<Outcome<DoorCodeEvent, DoorCodeRejection | Rejection<'UNKNOWN_STUDENT'>>> {
  constructor(
    readonly classId: string,
    readonly studentNo: string,
    readonly reasonClass: RevocationReason,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RevokeDoorCode)
export class RevokeDoorCodeHandler implements ICommandHandler<RevokeDoorCode> {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
  ) {}

  async execute({ classId, studentNo, reasonClass, context }: RevokeDoorCode) {
    const student = (await this.classes.students(classId)).find((one) => one.studentNo === studentNo);
    if (!student) return { rejected: { code: 'UNKNOWN_STUDENT' as const } };
    const command = { type: 'RevokeDoorCode', data: { reasonClass } } as const;
    return this.events.execute(doorCode, doorReferenceOf(student), command, context);
  }
}
