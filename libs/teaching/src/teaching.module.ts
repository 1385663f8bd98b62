import type { NationalIdPolicy } from '@kull/people/national-id';
import { type DynamicModule, Module } from '@nestjs/common';
import { CalendarTokens } from './calendar-tokens';
import { CallOffs } from './call-offs';
import { ClassDirectoryOfTeaching } from './class-directory';
import { ClassListOfTeaching } from './class-list';
import { teachingCodec } from './codec/teaching.codec';
import { CohortDirectory } from './cohort-directory';
import { CancelGatheringHandler } from './commands/cancel-gathering';
import { ChangeCapacityHandler } from './commands/change-capacity';
import { ChangeSessionHandler } from './commands/change-session';
import { ImportParticipantsHandler, NATIONAL_ID_POLICY } from './commands/import-participants';
import { OpenCalendarFeedHandler } from './commands/open-calendar-feed';
import { OpenClassHandler } from './commands/open-class';
import { PlanClassHandler } from './commands/plan-class';
import { PlanCohortHandler } from './commands/plan-cohort';
import { RaiseCommissionedPlacesHandler } from './commands/raise-commissioned-places';
import { RescheduleGatheringHandler } from './commands/reschedule-gathering';
import { RevokeCalendarFeedHandler } from './commands/revoke-calendar-feed';
import { ScheduleGatheringHandler } from './commands/schedule-gathering';
import { ClassDirectory } from './contracts';
import { ClassList } from './contracts/classes';
import { GatheringDirectory } from './contracts/gatherings';
import { OwnClasses } from './contracts/own-classes';
import { GatheringAudience } from './gathering-audience';
import { GatheringDirectoryOfTeaching } from './gathering-directory';
import { GatheringMoves } from './gathering-moves';
import { CalendarController } from './http/calendar.controller';
import { BASE_URL, CalendarFeedsController } from './http/calendar-feeds.controller';
import { ClassActsController } from './http/class-acts.controller';
import { ClassesController } from './http/classes.controller';
import { CohortChecksController } from './http/cohort-checks.controller';
import { CohortDraftsController } from './http/cohort-drafts.controller';
import { CohortsController } from './http/cohorts.controller';
import { GatheringsController } from './http/gatherings.controller';
import { ParticipantsController } from './http/participants.controller';
import { SessionChangesController } from './http/session-changes.controller';
import { SetUpsController } from './http/set-ups.controller';
import { IntakeClasses } from './intake-classes';
import { OwnCalendars } from './own-calendars';
import { OwnClassesOfTeaching } from './own-classes';
import { PlanCheck } from './plan-check';
import { EnrolPlaceHolders } from './reactions/enrol-place-holders';
import { enrolWhenIntakeCompleted } from './reactions/enrol-when-intake-completed';
import { enrolWhenPlaceGivenOnAppeal } from './reactions/enrol-when-place-given-on-appeal';
import { planClassesWhenIntakeOpened } from './reactions/plan-classes-when-intake-opened';
import { PlanIntakeClasses } from './reactions/plan-intake-classes';
import { calendarFeedReadModel } from './read-models/calendar-feed.v1';
import { CalendarFeeds } from './read-models/calendar-feeds.query';
import { Calendars } from './read-models/calendars.query';
import { classReadModel } from './read-models/class.v2';
import { Classes } from './read-models/classes.query';
import { cohortReadModel } from './read-models/cohort.v1';
import { Cohorts } from './read-models/cohorts.query';
import { enrolmentReadModel } from './read-models/enrolment.v2';
import { ListClassPlacesHandler } from './read-models/list-class-places';
import { ListComingTeachingHandler } from './read-models/list-coming-teaching';
import { ListStudentsHandler } from './read-models/list-students';
import { Timetable } from './read-models/timetable.query';
import { timetableReadModel } from './read-models/timetable.v1';
import { SessionChanges } from './session-changes';
import { SetUps } from './set-ups';
import { students } from './students';

export interface TeachingOptions {
  readonly nationalIds: NationalIdPolicy;
  /** Where the key that makes the addresses of calendars is kept; made at the first start. */
  readonly keysFolder: string;
  /** The address that people see the service at: what stands before `/calendar/<token>.ics`. */
  readonly baseUrl: string;
}

/** Classes, the places in them, and who has one; their calendars. */
@Module({})
export class TeachingModule {
  static forRoot({ nationalIds, keysFolder, baseUrl }: TeachingOptions): DynamicModule {
    return {
      module: TeachingModule,
      global: true,
      controllers: [
        CalendarFeedsController,
        CalendarController,
        ClassesController,
        ClassActsController,
        ParticipantsController,
        CohortsController,
        CohortChecksController,
        CohortDraftsController,
        GatheringsController,
        SessionChangesController,
        SetUpsController,
        ...students.controllers,
      ],
      providers: [
        PlanClassHandler,
        OpenClassHandler,
        ChangeCapacityHandler,
        PlanCohortHandler,
        RaiseCommissionedPlacesHandler,
        ScheduleGatheringHandler,
        RescheduleGatheringHandler,
        CancelGatheringHandler,
        ChangeSessionHandler,
        ImportParticipantsHandler,
        ListClassPlacesHandler,
        ListComingTeachingHandler,
        ListStudentsHandler,
        ...students.providers,
        OpenCalendarFeedHandler,
        RevokeCalendarFeedHandler,
        CalendarFeeds,
        Calendars,
        Classes,
        Cohorts,
        Timetable,
        CohortDirectory,
        PlanCheck,
        GatheringAudience,
        GatheringMoves,
        CallOffs,
        SessionChanges,
        SetUps,
        IntakeClasses,
        PlanIntakeClasses,
        EnrolPlaceHolders,
        { provide: ClassDirectory, useClass: ClassDirectoryOfTeaching },
        { provide: ClassList, useClass: ClassListOfTeaching },
        { provide: GatheringDirectory, useClass: GatheringDirectoryOfTeaching },
        { provide: OwnClasses, useClass: OwnClassesOfTeaching },
        OwnCalendars,
        { provide: NATIONAL_ID_POLICY, useValue: nationalIds },
        { provide: CalendarTokens, useFactory: () => CalendarTokens.fromFolder(keysFolder) },
        { provide: BASE_URL, useValue: baseUrl },
      ],
      exports: [ClassDirectory, ClassList, GatheringDirectory, OwnClasses, OwnCalendars],
    };
  }
}

/** What the apps register of this context besides its module. */
export const teachingParts = {
  codecs: [teachingCodec],
  readModels: [classReadModel, enrolmentReadModel, timetableReadModel, cohortReadModel, calendarFeedReadModel],
  reactions: [planClassesWhenIntakeOpened, enrolWhenIntakeCompleted, enrolWhenPlaceGivenOnAppeal],
};
