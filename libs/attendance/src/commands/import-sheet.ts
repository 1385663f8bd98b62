import type { CommandContext } from '@kull/event-store';
import { type Rejection, uuidOf } from '@kull/kernel';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { GivenMark } from '../domain/mark';
import type { MarkCode } from '../domain/mark-answers';
import { sheetIdOf } from '../domain/sheet-codes';
import { type SheetRow, type SheetRowRefusal, sortSheetRows } from '../domain/sheet-rows';
import { RegisterSheets } from '../register-sheets';
import { RecordMarks } from './record-marks';

/** A typed row, and who saw the student. */
export interface ObservedSheetRow extends SheetRow {
  readonly observedBy: string;
}

/** Why a row was not taken in: it could not be read, or the register refused what it says. */
export type SheetRowRejection =
  | SheetRowRefusal
  | { readonly row: number; readonly rowCode: string; readonly code: MarkCode; readonly class?: string };

/** What became of a typed register. */
export interface SheetImport {
  readonly rows: number;
  readonly recorded: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly notMarked: number;
  readonly rejected: readonly SheetRowRejection[];
}

export type SheetImportOutcome =
  | { readonly imported: SheetImport }
  | { readonly rejected: Rejection<'CLASS_NOT_PLANNED' | 'UNKNOWN_SESSION'> };

/** Records what a printed register says once it has been typed. The same file again changes nothing. */
export class ImportSheet extends Command<SheetImportOutcome> {
  constructor(
    readonly classId: string,
    readonly session: string,
    readonly rows: readonly ObservedSheetRow[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ImportSheet)
export class ImportSheetHandler implements ICommandHandler<ImportSheet> {
  constructor(
    private readonly commands: CommandBus,
    private readonly sheets: RegisterSheets,
  ) {}

  async execute({ classId, session, rows, context }: ImportSheet): Promise<SheetImportOutcome> {
    const codes = await this.sheets.codes(classId, session);
    if ('rejected' in codes) return codes;
    const sheetId = sheetIdOf(classId, session);
    const observers = new Map(rows.map(({ row, observedBy }) => [row, observedBy] as const));
    const { marks, notMarked, rejected } = sortSheetRows(rows, codes);
    const given = marks.map(
      ({ row, rowCode, ...said }): GivenMark => ({
        ...said,
        id: uuidOf('SheetMark', sheetId, rowCode),
        session,
        observedBy: observers.get(row)!,
        // Paper has no clock: who was there was there from the start, less what the row says.
        observedAt: codes.startsAt,
        source: 'PAPER',
      }),
    );
    const outcome = await this.commands.execute(new RecordMarks(classId, given, context));
    if ('rejected' in outcome) return outcome;
    const refused = outcome.answers.flatMap((answer, at): SheetRowRejection[] => {
      if (answer.status !== 'rejected') return [];
      const { row, rowCode } = marks[at]!;
      return [{ row, rowCode, code: answer.code, ...(answer.otherClass && { class: answer.otherClass.code }) }];
    });
    const count = (status: string): number => outcome.answers.filter((answer) => answer.status === status).length;
    return {
      imported: {
        rows: rows.length,
        recorded: count('recorded'),
        unchanged: count('unchanged'),
        conflicts: count('conflict'),
        notMarked,
        rejected: [...rejected, ...refused].sort((one, other) => one.row - other.row),
      },
    };
  }
}
