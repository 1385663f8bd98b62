import type { NationalIdPolicy } from '@kull/people/national-id';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AnswerOfferHandler } from './commands/answer-offer';
import { CloseRoundHandler } from './commands/close-round';
import { CompleteIntakeHandler } from './commands/complete-intake';
import { IntakeAccess } from './commands/intake-access';
import { MakeRoundOffersHandler } from './commands/make-round-offers';
import { OpenIntakeHandler } from './commands/open-intake';
import { ReleaseEarmarkedPlacesHandler } from './commands/release-earmarked-places';
import { RunRankingHandler } from './commands/run-ranking';
import { SaveDraftHandler } from './commands/save-draft';
import { TakeInAnswersHandler } from './commands/take-in-answers';
import { NATIONAL_ID_POLICY, TakeInApplicationsHandler } from './commands/take-in-applications';
import { TakeInAssessmentsHandler } from './commands/take-in-assessments';
import { TakeInHprRegisterHandler } from './commands/take-in-hpr-register';
import { TakeInMunicipalitiesHandler } from './commands/take-in-municipalities';
import { PlaceHolders } from './contracts';
import { ApplicantDeadlines } from './contracts/deadlines';
import { ApplicationsController } from './http/applications.controller';
import { DraftsController } from './http/drafts.controller';
import { IntakeFilesController } from './http/intake-files.controller';
import { IntakeImportsController } from './http/intake-imports.controller';
import { IntakesController } from './http/intakes.controller';
import { RoundsController } from './http/rounds.controller';
import { ApplicantDeadlineQueries } from './read-models/applicant-deadlines.query';
import { ApplicationQueries } from './read-models/applications.query';
import { IntakeQueries } from './read-models/intakes.query';
import { GetIntakesOverviewHandler } from './read-models/intakes-overview.query';
import { ListApplicantsHandler } from './read-models/list-applicants';
import { ListApplicationFactsHandler } from './read-models/list-application-facts';
import { ListWorkplacesHandler } from './read-models/list-workplaces';
import { OfferQueries } from './read-models/offers.query';
import { PlaceHolderQueries } from './read-models/place-holders';
import { StandingQueries } from './read-models/standings.query';

/** `acceptSynthetic`: whether synthetic national ids are taken in; a production setting says no. */
export type AdmissionsOptions = NationalIdPolicy;

/** Intakes from their opening to the decision on every application. Needs the event store and `people`. */
@Module({})
export class AdmissionsModule {
  static forRoot({ acceptSynthetic }: AdmissionsOptions): DynamicModule {
    return {
      module: AdmissionsModule,
      global: true,
      imports: [CqrsModule],
      controllers: [
        IntakesController,
        IntakeImportsController,
        DraftsController,
        RoundsController,
        IntakeFilesController,
        ApplicationsController,
      ],
      providers: [
        { provide: NATIONAL_ID_POLICY, useValue: { acceptSynthetic } },
        { provide: PlaceHolders, useExisting: PlaceHolderQueries },
        { provide: ApplicantDeadlines, useClass: ApplicantDeadlineQueries },
        IntakeAccess,
        ApplicationQueries,
        IntakeQueries,
        OfferQueries,
        PlaceHolderQueries,
        StandingQueries,
        GetIntakesOverviewHandler,
        ListApplicantsHandler,
        ListApplicationFactsHandler,
        ListWorkplacesHandler,
        OpenIntakeHandler,
        TakeInHprRegisterHandler,
        TakeInMunicipalitiesHandler,
        TakeInApplicationsHandler,
        TakeInAssessmentsHandler,
        SaveDraftHandler,
        RunRankingHandler,
        ReleaseEarmarkedPlacesHandler,
        MakeRoundOffersHandler,
        TakeInAnswersHandler,
        AnswerOfferHandler,
        CloseRoundHandler,
        CompleteIntakeHandler,
      ],
      exports: [PlaceHolders, ApplicantDeadlines],
    };
  }
}
