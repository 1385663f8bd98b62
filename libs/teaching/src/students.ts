import { AwayReasons } from './away-reasons';
import { ArrangeMakeUpHandler } from './commands/arrange-make-up';
import { CancelMakeUpHandler } from './commands/cancel-make-up';
import { EndLeaveHandler } from './commands/end-leave';
import { EnrolParticipantHandler } from './commands/enrol-participant';
import { GrantLeaveHandler } from './commands/grant-leave';
import { TransferStudentHandler } from './commands/transfer-student';
import { UndoTransferHandler } from './commands/undo-transfer';
import { WithdrawStudentHandler } from './commands/withdraw-student';
import { EnrolmentsController } from './http/enrolments.controller';
import { MakeUpsController } from './http/make-ups.controller';
import { RebalancingController } from './http/rebalancing.controller';
import { RostersController } from './http/rosters.controller';
import { StudentsController } from './http/students.controller';
import { MakeUpSeats } from './make-up-seats';
import { MakeUpWishes } from './make-up-wishes';
import { ParticipantEnrolments } from './participant-enrolments';
import { CanUndoTransferHandler } from './read-models/can-undo-transfer';
import { Enrolments } from './read-models/enrolments.query';
import { RebalancingProposals } from './rebalancing-proposals';
import { Rosters } from './rosters';
import { TransferUndos } from './transfer-undos';

/** Everything of the module that is about students: entry, transfer, leave, withdrawal, make-ups, rosters. */
export const students = {
  controllers: [EnrolmentsController, StudentsController, MakeUpsController, RostersController, RebalancingController],
  providers: [
    EnrolParticipantHandler,
    TransferStudentHandler,
    UndoTransferHandler,
    WithdrawStudentHandler,
    GrantLeaveHandler,
    EndLeaveHandler,
    ArrangeMakeUpHandler,
    CancelMakeUpHandler,
    AwayReasons,
    Enrolments,
    MakeUpSeats,
    MakeUpWishes,
    ParticipantEnrolments,
    RebalancingProposals,
    Rosters,
    TransferUndos,
    CanUndoTransferHandler,
  ],
};
