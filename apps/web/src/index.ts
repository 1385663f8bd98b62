import { DeskController } from './desk/desk.controller';
import { StyleController } from './kit/style.controller';
import { LoginPageController } from './login/login-page.controller';
import { ToldPoints } from './points/told-points';
import { AbsencesPageController } from './student/absence/absences-page.controller';
import { CalendarPageController } from './student/calendar/calendar-page.controller';
import { CertificatesPageController } from './student/certificates/certificates-page.controller';
import { DoorCodePageController } from './student/door-code/door-code-page.controller';
import { StudentHome } from './student/home/student-home';
import { PointsPageController } from './student/points-page.controller';
import { OwnData } from './student/profile/own-data';
import { ProfilePageController } from './student/profile/profile-page.controller';
import { StudentPoints } from './student/student-points';
import { Viewers } from './viewers';

/** The pages that people log in to, for the api to serve. */
export const webControllers = [
  StyleController,
  LoginPageController,
  PointsPageController,
  CalendarPageController,
  DoorCodePageController,
  AbsencesPageController,
  CertificatesPageController,
  ProfilePageController,
  DeskController,
];

export const webProviders = [StudentPoints, StudentHome, OwnData, ToldPoints, Viewers];
