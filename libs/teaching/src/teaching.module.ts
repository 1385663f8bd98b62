import type { NationalIdPolicy } from '@kull/people/national-id';
import { type DynamicModule, Module } from '@nestjs/common';
import { ClassDirectoryOfTeaching } from './class-directory';
import { teachingCodec } from './codec/teaching.codec';
import { ImportParticipantsHandler, NATIONAL_ID_POLICY } from './commands/import-participants';
import { OpenClassHandler } from './commands/open-class';
import { PlanClassHandler } from './commands/plan-class';
import { ClassDirectory } from './contracts';
import { ClassesController } from './http/classes.controller';
import { ParticipantsController } from './http/participants.controller';
import { IntakeClasses } from './intake-classes';
import { MakeUpSeats } from './make-up-seats';
import { ParticipantEnrolments } from './participant-enrolments';
import { EnrolPlaceHolders } from './reactions/enrol-place-holders';
import { enrolWhenIntakeCompleted } from './reactions/enrol-when-intake-completed';
import { planClassesWhenIntakeOpened } from './reactions/plan-classes-when-intake-opened';
import { PlanIntakeClasses } from './reactions/plan-intake-classes';
import { classReadModel } from './read-models/class.v2';
import { Classes } from './read-models/classes.query';
import { enrolmentReadModel } from './read-models/enrolment.v2';
import { ListClassPlacesHandler } from './read-models/list-class-places';

/** Classes, the places in them, and who has one. */
@Module({})
export class TeachingModule {
  static forRoot(nationalIds: NationalIdPolicy): DynamicModule {
    return {
      module: TeachingModule,
      global: true,
      controllers: [ClassesController, ParticipantsController],
      providers: [
        PlanClassHandler,
        OpenClassHandler,
        ImportParticipantsHandler,
        ListClassPlacesHandler,
        Classes,
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
