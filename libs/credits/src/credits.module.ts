import { Module } from '@nestjs/common';
import { creditsCodec } from './codec/credits.codec';
import { Corrector } from './commands/corrector';
import { ImportCorrectionsHandler } from './commands/import-corrections';
import { ImportResultsHandler } from './commands/import-results';
import { RunAwardsHandler } from './commands/run-awards';
import { Holders } from './holders';
import { AwardsController } from './http/awards.controller';
import { CorrectionsController } from './http/corrections.controller';
import { ExplanationController } from './http/explanation.controller';
import { HprRegisterController } from './http/hpr-register.controller';
import { ResultsController } from './http/results.controller';
import { RectifyPerson } from './reactions/rectify-person';
import { rectifyPersonWhenCorrected } from './reactions/rectify-person-when-corrected';
import { awardReadModel } from './read-models/award.v1';
import { Awards } from './read-models/awards.query';
import { CountAwardsHandler } from './read-models/count-awards';
import { StudentCourses } from './student-courses';

/** Results, ectsCredits and coursePoints of students, corrected and explained. */
@Module({
  controllers: [
    HprRegisterController,
    ResultsController,
    CorrectionsController,
    AwardsController,
    ExplanationController,
  ],
  providers: [
    ImportResultsHandler,
    RunAwardsHandler,
    ImportCorrectionsHandler,
    CountAwardsHandler,
    Corrector,
    Holders,
    StudentCourses,
    Awards,
    RectifyPerson,
  ],
})
export class CreditsModule {}

/** What the apps register of this context besides its module. */
export const creditsParts = {
  codecs: [creditsCodec],
  readModels: [awardReadModel],
  reactions: [rectifyPersonWhenCorrected],
};
