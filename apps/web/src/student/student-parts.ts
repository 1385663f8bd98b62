import type { Provider, Type } from '@nestjs/common';
import { AbsencesPageController } from './absence/absences-page.controller';
import { CalendarPageController } from './calendar/calendar-page.controller';
import { CertificatesPageController } from './certificates/certificates-page.controller';
import { DoorCodePageController } from './door-code/door-code-page.controller';
import { DoorCodeWorkerController } from './door-code/door-code-worker.controller';
import { StudentHome } from './home/student-home';
import { PointsPageController } from './points-page.controller';
import { OwnData } from './profile/own-data';
import { ProfilePageController } from './profile/profile-page.controller';
import { ReadsPageController } from './profile/reads-page.controller';
import { SeeAsController } from './see-as.controller';
import { StudentPoints } from './student-points';

/** The pages of a student; the first of them is shown by `/` itself. */
export const studentControllers: Type[] = [
  PointsPageController,
  SeeAsController,
  CalendarPageController,
  DoorCodePageController,
  DoorCodeWorkerController,
  AbsencesPageController,
  CertificatesPageController,
  ProfilePageController,
  ReadsPageController,
];

export const studentProviders: Provider[] = [StudentPoints, StudentHome, OwnData];
