import { type CommandContext, EventStore } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AttendanceRow, type SortedAttendance, sortAttendanceRows } from '../domain/attendance-rows';
import { registerIdOf } from '../domain/ids';
import { register } from '../domain/register';
import type { RegisterRejection } from '../domain/register.commands';
import { Registers } from '../registers';
import { Rolls } from '../rolls';

/** What became of a file of attendance. */
export interface AttendanceImport {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly rejected: SortedAttendance['rejected'];
}

export type AttendanceImportOutcome =
  | { readonly imported: AttendanceImport }
  | { readonly rejected: { readonly code: 'CLASS_NOT_PLANNED' } | RegisterRejection };

/** Records the attendance of a file, session by session (credits.md 1). The same file again changes nothing. */
export class ImportAttendance extends Command<AttendanceImportOutcome> {
  constructor(
    readonly classId: string,
    readonly rows: readonly AttendanceRow[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ImportAttendance)
export class ImportAttendanceHandler implements ICommandHandler<ImportAttendance> {
  constructor(
    private readonly events: EventStore,
    private readonly rolls: Rolls,
    private readonly registers: Registers,
  ) {}

  async execute({ classId, rows, context }: ImportAttendance): Promise<AttendanceImportOutcome> {
    const roll = await this.rolls.of(classId);
    if (!roll) return { rejected: { code: 'CLASS_NOT_PLANNED' } };

    const sorted = sortAttendanceRows(rows, await this.registers.sync(roll, context));
    const orders = [...sorted.taken].map(([session, marks]) => {
      const id = registerIdOf(classId, session);
      return {
        decider: register,
        id,
        command: { type: 'RecordAttendance', data: { marks } },
        commandId: uuidOf('RecordAttendance', id, JSON.stringify(marks)),
        occurredAt: marks.map(({ observedAt }) => observedAt).reduce((one, other) => (one > other ? one : other)),
      };
    });
    const outcomes = await this.events.executeEach(orders, context);
    const refused = outcomes.find((outcome) => 'rejected' in outcome);
    if (refused && 'rejected' in refused) return { rejected: refused.rejected as RegisterRejection };
    const { unchanged, rejected } = sorted;
    return { imported: { rows: rows.length, taken: rows.length - unchanged - rejected.length, unchanged, rejected } };
  }
}
