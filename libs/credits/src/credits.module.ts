import { type DynamicModule, Module } from '@nestjs/common';
import { creditsCodec } from './codec/credits.codec';
import { AttestResultsHandler } from './commands/attest-results';
import { ChangeStudentCourseHandler } from './commands/change-student-course';
import { Corrector } from './commands/corrector';
import { ImportCorrectionsHandler } from './commands/import-corrections';
import { ImportPartsHandler } from './commands/import-parts';
import { ImportResultsHandler } from './commands/import-results';
import { OpenStudentCoursesHandler } from './commands/open-student-courses';
import { RunAwardsHandler } from './commands/run-awards';
import { Holders } from './holders';
import { AttestationsController } from './http/attestations.controller';
import { AwardsController } from './http/awards.controller';
import { CorrectionsController } from './http/corrections.controller';
import { ExplanationController } from './http/explanation.controller';
import { GradingController } from './http/grading.controller';
import { HprRegisterController } from './http/hpr-register.controller';
import { PartsController } from './http/parts.controller';
import { ResultsController } from './http/results.controller';
import { StatementsController } from './http/statements.controller';
import { StudentCoursesController } from './http/student-courses.controller';
import { RectifyPerson } from './reactions/rectify-person';
import { rectifyPersonWhenCorrected } from './reactions/rectify-person-when-corrected';
import { awardReadModel } from './read-models/award.v2';
import { Awards } from './read-models/awards.query';
import { CountAwardsHandler } from './read-models/count-awards';
import { ORGANISER_DOMAIN, Statements } from './statements';
import { StudentCourses } from './student-courses';

/** Results, ectsCredits and coursePoints of students, corrected and explained. */
@Module({
  controllers: [
    HprRegisterController,
    ResultsController,
    AttestationsController,
    GradingController,
    PartsController,
    StudentCoursesController,
    CorrectionsController,
    AwardsController,
    ExplanationController,
    StatementsController,
  ],
  providers: [
    OpenStudentCoursesHandler,
    ImportResultsHandler,
    AttestResultsHandler,
    ImportPartsHandler,
    ChangeStudentCourseHandler,
    RunAwardsHandler,
    ImportCorrectionsHandler,
    CountAwardsHandler,
    Corrector,
    Holders,
    StudentCourses,
    Statements,
    Awards,
    RectifyPerson,
  ],
})
export class CreditsModule {
  static forRoot({ organiserDomain }: { readonly organiserDomain: string }): DynamicModule {
    return { module: CreditsModule, providers: [{ provide: ORGANISER_DOMAIN, useValue: organiserDomain }] };
  }
}

/** What the apps register of this context besides its module. */
export const creditsParts = {
  codecs: [creditsCodec],
  readModels: [awardReadModel],
  reactions: [rectifyPersonWhenCorrected],
};
