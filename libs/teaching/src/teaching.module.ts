import type { NationalIdPolicy } from '@kull/people/national-id';
import { type DynamicModule, Module } from '@nestjs/common';
import { AwayReasons } from './away-reasons';
import { ClassDirectoryOfTeaching } from './class-directory';
import { teachingCodec } from './codec/teaching.codec';
import { ArrangeMakeUpHandler } from './commands/arrange-make-up';
import { CancelMakeUpHandler } from './commands/cancel-make-up';
import { EndLeaveHandler } from './commands/end-leave';
import { EnrolParticipantHandler } from './commands/enrol-participant';
import { GrantLeaveHandler } from './commands/grant-leave';
import { ImportParticipantsHandler, NATIONAL_ID_POLICY } from './commands/import-participants';
import { OpenClassHandler } from './commands/open-class';
import { PlanClassHandler } from './commands/plan-class';
import { TransferStudentHandler } from './commands/transfer-student';
import { WithdrawStudentHandler } from './commands/withdraw-student';
import { ClassDirectory } from './contracts';
import { ClassesController } from './http/classes.controller';
import { EnrolmentsController } from './http/enrolments.controller';
import { MakeUpsController } from './http/make-ups.controller';
import { ParticipantsController } from './http/participants.controller';
import { RebalancingController } from './http/rebalancing.controller';
import { RostersController } from './http/rosters.controller';
import { StudentsController } from './http/students.controller';
import { IntakeClasses } from './intake-classes';
import { MakeUpSeats } from './make-up-seats';
import { MakeUpWishes } from './make-up-wishes';
import { ParticipantEnrolments } from './participant-enrolments';
import { EnrolPlaceHolders } from './reactions/enrol-place-holders';
import { enrolWhenIntakeCompleted } from './reactions/enrol-when-intake-completed';
import { planClassesWhenIntakeOpened } from './reactions/plan-classes-when-intake-opened';
import { PlanIntakeClasses } from './reactions/plan-intake-classes';
import { classReadModel } from './read-models/class.v2';
import { Classes } from './read-models/classes.query';
import { enrolmentReadModel } from './read-models/enrolment.v2';
import { Enrolments } from './read-models/enrolments.query';
import { ListClassPlacesHandler } from './read-models/list-class-places';
import { RebalancingProposals } from './rebalancing-proposals';
import { Rosters } from './rosters';

/** Classes, the places in them, and who has one. */
@Module({})
export class TeachingModule {
  static forRoot(nationalIds: NationalIdPolicy): DynamicModule {
    return {
      module: TeachingModule,
      global: true,
      controllers: [
        ClassesController,
        ParticipantsController,
        EnrolmentsController,
        StudentsController,
        MakeUpsController,
        RostersController,
        RebalancingController,
      ],
      providers: [
        PlanClassHandler,
        OpenClassHandler,
        ImportParticipantsHandler,
        ListClassPlacesHandler,
        EnrolParticipantHandler,
        TransferStudentHandler,
        WithdrawStudentHandler,
        GrantLeaveHandler,
        EndLeaveHandler,
        ArrangeMakeUpHandler,
        CancelMakeUpHandler,
        Classes,
        Enrolments,
        Rosters,
        RebalancingProposals,
        AwayReasons,
        MakeUpWishes,
        IntakeClasses,
        MakeUpSeats,
        ParticipantEnrolments,
        PlanIntakeClasses,
        EnrolPlaceHolders,
        { provide: ClassDirectory, useClass: ClassDirectoryOfTeaching },
        { provide: NATIONAL_ID_POLICY, useValue: nationalIds },
      ],
      exports: [ClassDirectory],
    };
  }
}

/** What the apps register of this context besides its module. */
export const teachingParts = {
  codecs: [teachingCodec],
  readModels: [classReadModel, enrolmentReadModel],
  reactions: [planClassesWhenIntakeOpened, enrolWhenIntakeCompleted],
};
