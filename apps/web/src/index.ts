import { DeskController } from './desk/desk.controller';
import { DoorAppController } from './door/door-app.controller';
import { DoorPageController } from './door/door-page.controller';
import { StyleController } from './kit/style.controller';
import { LoginPageController } from './login/login-page.controller';
import { ToldPoints } from './points/told-points';
import { AppFilesController } from './shell/app-files.controller';
import { Shell } from './shell/shell';
import { ShellController } from './shell/shell.controller';
import { PointsPageController } from './student/points-page.controller';
import { StudentPoints } from './student/student-points';
import { Viewers } from './viewers';

/** The pages that people log in to, for the api to serve. */
export const webControllers = [
  StyleController,
  AppFilesController,
  DoorAppController,
  DoorPageController,
  ShellController,
  LoginPageController,
  PointsPageController,
  DeskController,
];

export const webProviders = [Shell, StudentPoints, ToldPoints, Viewers];
