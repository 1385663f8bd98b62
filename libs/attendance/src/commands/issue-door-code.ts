import { type CommandContext, EventStore } from '@kull/event-store';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { doorCode, doorReferenceOf } from '../domain/door-code';
import { DoorKey } from '../door-key';

/** A door code as it is handed out. */
export interface IssuedDoorCode {
  readonly code: string;
  readonly issue: number;
}

/** Hands out the door code of a student: the same until it is revoked. */
export class IssueDoorCode extends Command<
  IssuedDoorCode | { readonly rejected: { readonly code: 'UNKNOWN_STUDENT' } }
> {
  constructor(
    readonly classId: string,
    readonly studentNo: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(IssueDoorCode)
export class IssueDoorCodeHandler implements ICommandHandler<IssueDoorCode> {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
    private readonly key: DoorKey,
  ) {}

  async execute({ classId, studentNo, context }: IssueDoorCode) {
    const student = (await this.classes.students(classId)).find((one) => one.studentNo === studentNo);
    if (!student) return { rejected: { code: 'UNKNOWN_STUDENT' as const } };
    const s = doorReferenceOf(student);
    await this.events.execute(doorCode, s, { type: 'IssueDoorCode', data: {} }, context);
    const { issue } = (await this.events.load(doorCode, s)).state;
    return { code: await this.key.signCode({ s, n: issue }), issue };
  }
}
