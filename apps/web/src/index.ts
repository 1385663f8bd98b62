import { ActorNames } from './actor-names';
import { ApprovalsController } from './desk/approvals.controller';
import { DeliveryController } from './desk/delivery.controller';
import { DeskController } from './desk/desk.controller';
import { DeliveryListController } from './desk/list.controller';
import { MachinesController } from './desk/machines.controller';
import { StyleController } from './kit/style.controller';
import { LoginPageController } from './login/login-page.controller';
import { ToldPoints } from './points/told-points';
import { AppFilesController } from './shell/app-files.controller';
import { Shell } from './shell/shell';
import { ShellController } from './shell/shell.controller';
import { PointsPageController } from './student/points-page.controller';
import { SeeAsController } from './student/see-as.controller';
import { StudentPoints } from './student/student-points';
import { Viewers } from './viewers';

/** The pages that people log in to, for the api to serve. */
export const webControllers = [
  StyleController,
  AppFilesController,
  ShellController,
  LoginPageController,
  PointsPageController,
  SeeAsController,
  DeskController,
  DeliveryListController,
  MachinesController,
  ApprovalsController,
  DeliveryController,
];

export const webProviders = [ActorNames, Shell, StudentPoints, ToldPoints, Viewers];
