import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { TransferUndos } from '../transfer-undos';

/** Whether a student's last transfer from a class could be undone now: whether a screen offers it. */
export class CanUndoTransfer extends Query<boolean> {
  constructor(
    readonly classId: string,
    readonly studentNo: string,
  ) {
    super();
  }
}

@QueryHandler(CanUndoTransfer)
export class CanUndoTransferHandler implements IQueryHandler<CanUndoTransfer> {
  constructor(private readonly undos: TransferUndos) {}

  async execute({ classId, studentNo }: CanUndoTransfer): Promise<boolean> {
    return !('rejected' in (await this.undos.of(classId, studentNo)));
  }
}
