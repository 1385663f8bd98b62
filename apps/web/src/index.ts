import { ActorNames } from './actor-names';
import { BirthDateLimits } from './applicant/birth-date-limits';
import { DecisionController } from './applicant/decision.controller';
import { DrawController } from './applicant/draw.controller';
import { formControllers, formProviders } from './applicant/form/form-parts';
import { OfferController } from './applicant/offer.controller';
import { Proof } from './applicant/proof';
import { ApprovalsController } from './desk/approvals.controller';
import { DeliveryController } from './desk/delivery.controller';
import { DeskController } from './desk/desk.controller';
import { DeliveryListController } from './desk/list.controller';
import { MachinesController } from './desk/machines.controller';
import { DoorAppController } from './door/door-app.controller';
import { DoorPageController } from './door/door-page.controller';
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
  DoorAppController,
  DoorPageController,
  ShellController,
  LoginPageController,
  ...studentControllers,
  ...formControllers,
  OfferController,
  DecisionController,
  DrawController,
  DeskController,
  DeliveryListController,
  MachinesController,
  ApprovalsController,
  DeliveryController,
];

export const webProviders = [
  ActorNames,
  Shell,
  ToldPoints,
  Viewers,
  Proof,
  BirthDateLimits,
  ...formProviders,
  ...studentProviders,
];
