import { BirthDateLimits } from './applicant/birth-date-limits';
import { DecisionController } from './applicant/decision.controller';
import { DrawController } from './applicant/draw.controller';
import { OfferController } from './applicant/offer.controller';
import { Proof } from './applicant/proof';
import { DeskController } from './desk/desk.controller';
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
  ShellController,
  LoginPageController,
  PointsPageController,
  OfferController,
  DecisionController,
  DrawController,
  DeskController,
];

export const webProviders = [Shell, StudentPoints, ToldPoints, Viewers, Proof, BirthDateLimits];
