import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ClassResults } from './class-results';
import { creditsCodec } from './codec/credits.codec';
import { AttestResultsHandler } from './commands/attest-results';
import { AwardJudge } from './commands/award-judge';
import { ChangeStudentCourseHandler } from './commands/change-student-course';
import { Corrector } from './commands/corrector';
import { ImportCorrectionsHandler } from './commands/import-corrections';
import { ImportPartsHandler } from './commands/import-parts';
import { ImportResultsHandler } from './commands/import-results';
import { JudgeWaitingHandler } from './commands/judge-waiting';
import { OpenStudentCoursesHandler } from './commands/open-student-courses';
import { PreviewAwardsHandler } from './commands/preview-awards';
import { PreviewCorrectionsHandler } from './commands/preview-corrections';
import { RunAwardsHandler } from './commands/run-awards';
import { TakeInClassHprRegisterHandler } from './commands/take-in-class-hpr-register';
import { ApproveHprVerificationHandler, ProposeHprVerificationHandler } from './commands/verify-hpr';
import { CoursePointsDirectory } from './contracts';
import { OpenMatters } from './contracts/open-matters';
import { CoursePoints } from './course-points';
import { GradingRequests } from './grading-requests';
import { Holders } from './holders';
import { HprStandings } from './hpr-standings';
import { AttestationsController } from './http/attestations.controller';
import { AwardPreviewController } from './http/award-preview.controller';
import { AwardsController } from './http/awards.controller';
import { ClassResultsController } from './http/class-results.controller';
import { CorrectionsController } from './http/corrections.controller';
import { CourseAccess } from './http/course-access';
import { ExplanationController } from './http/explanation.controller';
import { GradingController } from './http/grading.controller';
import { GradingRequestsController } from './http/grading-requests.controller';
import { HprLookUpsController } from './http/hpr-look-ups.controller';
import { HprNumberChecksController } from './http/hpr-number-checks.controller';
import { HprRegisterController } from './http/hpr-register.controller';
import { HprVerificationsController } from './http/hpr-verifications.controller';
import { PartsController } from './http/parts.controller';
import { ResultsController } from './http/results.controller';
import { StatementsController } from './http/statements.controller';
import { StudentCoursesController } from './http/student-courses.controller';
import { WaitingVerificationsController } from './http/waiting-verifications.controller';
import { OpenMattersOfCredits } from './open-matters';
import { OwnGradingRequests } from './own-grading-requests';
import { OwnHprNumber } from './own-hpr-number';
import { askRegisterAgainWhenUnanswered } from './reactions/ask-register-again-when-unanswered';
import { JudgeWaitingClass, JudgeWaitingStudent } from './reactions/judge-waiting';
import { judgeWaitingWhenRegisterTakenIn } from './reactions/judge-waiting-when-register-taken-in';
import { KeepVerifiedEntry } from './reactions/keep-verified-entry';
import { keepVerifiedEntryWhenApproved } from './reactions/keep-verified-entry-when-approved';
import { RectifyPerson } from './reactions/rectify-person';
import { rectifyPersonWhenCorrected } from './reactions/rectify-person-when-corrected';
import { awardReadModel } from './read-models/award.v2';
import { Awards } from './read-models/awards.query';
import { CountAwardsHandler } from './read-models/count-awards';
import { CountGradingRequestsHandler } from './read-models/count-grading-requests';
import { CoursePersons } from './read-models/course-person.query';
import { coursePersonReadModel } from './read-models/course-person.v1';
import { gradingRequestReadModel } from './read-models/grading-request.v1';
import { ListEctsOutcomesHandler } from './read-models/list-ects-outcomes';
import { ORGANISER_DOMAIN, Statements } from './statements';
import { StudentCourses } from './student-courses';
import { WaitingVerifications } from './waiting-verifications';

/** Results, ectsCredits and coursePoints of students, corrected and explained. */
@Global()
@Module({
  controllers: [
    HprRegisterController,
    HprLookUpsController,
    HprNumberChecksController,
    HprVerificationsController,
    WaitingVerificationsController,
    ResultsController,
    ClassResultsController,
    AttestationsController,
    GradingController,
    GradingRequestsController,
    PartsController,
    StudentCoursesController,
    CorrectionsController,
    AwardPreviewController,
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
    PreviewAwardsHandler,
    PreviewCorrectionsHandler,
    CountAwardsHandler,
    ListEctsOutcomesHandler,
    CountGradingRequestsHandler,
    GradingRequests,
    OwnGradingRequests,
    TakeInClassHprRegisterHandler,
    ProposeHprVerificationHandler,
    ApproveHprVerificationHandler,
    JudgeWaitingHandler,
    AwardJudge,
    HprStandings,
    ClassResults,
    WaitingVerifications,
    Corrector,
    Holders,
    StudentCourses,
    CourseAccess,
    Statements,
    Awards,
    RectifyPerson,
    { provide: OpenMatters, useClass: OpenMattersOfCredits },
    JudgeWaitingClass,
    JudgeWaitingStudent,
    KeepVerifiedEntry,
    CoursePersons,
    OwnHprNumber,
    { provide: CoursePointsDirectory, useClass: CoursePoints },
  ],
  exports: [CoursePointsDirectory, OpenMatters, OwnGradingRequests, OwnHprNumber],
})
export class CreditsModule {
  static forRoot({ organiserDomain }: { readonly organiserDomain: string }): DynamicModule {
    return { module: CreditsModule, providers: [{ provide: ORGANISER_DOMAIN, useValue: organiserDomain }] };
  }
}

/** What the apps register of this context besides its module. */
export const creditsParts = {
  codecs: [creditsCodec],
  readModels: [awardReadModel, coursePersonReadModel, gradingRequestReadModel],
  reactions: [
    rectifyPersonWhenCorrected,
    judgeWaitingWhenRegisterTakenIn,
    askRegisterAgainWhenUnanswered,
    keepVerifiedEntryWhenApproved,
  ],
};
