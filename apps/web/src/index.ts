import { DeskController } from './desk/desk.controller';
import { StyleController } from './kit/style.controller';
import { LoginPageController } from './login/login-page.controller';
import { ToldPoints } from './points/told-points';
import { AppFilesController } from './shell/app-files.controller';
import { Shell } from './shell/shell';
import { ShellController } from './shell/shell.controller';
import { studentControllers, studentProviders } from './student/student-parts';
import { Viewers } from './viewers';

/** The pages that people log in to, for the api to serve. */
export const webControllers = [
  StyleController,
  AppFilesController,
  ShellController,
  LoginPageController,
  ...studentControllers,
  DeskController,
];

export const webProviders = [Shell, ToldPoints, Viewers, ...studentProviders];
