import type { NationalIdPolicy } from '@kull/people/national-id';
import { type DynamicModule, Module } from '@nestjs/common';
import { CalendarTokens } from './calendar-tokens';
import { ClassDirectoryOfTeaching } from './class-directory';
import { teachingCodec } from './codec/teaching.codec';
import { ImportParticipantsHandler, NATIONAL_ID_POLICY } from './commands/import-participants';
import { OpenCalendarFeedHandler } from './commands/open-calendar-feed';
import { OpenClassHandler } from './commands/open-class';
import { PlanClassHandler } from './commands/plan-class';
import { RevokeCalendarFeedHandler } from './commands/revoke-calendar-feed';
import { ClassDirectory } from './contracts';
import { CalendarController } from './http/calendar.controller';
import { BASE_URL, CalendarFeedsController } from './http/calendar-feeds.controller';
import { ClassesController } from './http/classes.controller';
import { ParticipantsController } from './http/participants.controller';
import { IntakeClasses } from './intake-classes';
import { EnrolPlaceHolders } from './reactions/enrol-place-holders';
import { enrolWhenIntakeCompleted } from './reactions/enrol-when-intake-completed';
import { planClassesWhenIntakeOpened } from './reactions/plan-classes-when-intake-opened';
import { PlanIntakeClasses } from './reactions/plan-intake-classes';
import { calendarFeedReadModel } from './read-models/calendar-feed.v1';
import { CalendarFeeds } from './read-models/calendar-feeds.query';
import { Calendars } from './read-models/calendars.query';
import { classReadModel } from './read-models/class.v2';
import { Classes } from './read-models/classes.query';
import { enrolmentReadModel } from './read-models/enrolment.v2';
import { ListClassPlacesHandler } from './read-models/list-class-places';
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
        ClassesController,
        ParticipantsController,
        CalendarFeedsController,
        CalendarController,
        ...students.controllers,
      ],
      providers: [
        PlanClassHandler,
        OpenClassHandler,
        ImportParticipantsHandler,
        ListClassPlacesHandler,
        ...students.providers,
        OpenCalendarFeedHandler,
        RevokeCalendarFeedHandler,
        CalendarFeeds,
        Calendars,
        Classes,
        IntakeClasses,
        PlanIntakeClasses,
        EnrolPlaceHolders,
        { provide: ClassDirectory, useClass: ClassDirectoryOfTeaching },
        { provide: NATIONAL_ID_POLICY, useValue: nationalIds },
        { provide: CalendarTokens, useFactory: () => CalendarTokens.fromFolder(keysFolder) },
        { provide: BASE_URL, useValue: baseUrl },
      ],
      exports: [ClassDirectory],
    };
  }
}

/** What the apps register of this context besides its module. */
export const teachingParts = {
  codecs: [teachingCodec],
  readModels: [classReadModel, enrolmentReadModel, calendarFeedReadModel],
  reactions: [planClassesWhenIntakeOpened, enrolWhenIntakeCompleted],
};
