import { Pulse } from '@kull/messaging';
import type { NationalIdPolicy } from '@kull/people/national-id';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ApplicantLetters } from './applicant-letters';
import { ApplicantLinks } from './applicant-links';
import { applicationFormExports, applicationFormProviders } from './application-form-parts';
import { ApplicationReceipts } from './application-receipts';
import { AnswerOfferHandler } from './commands/answer-offer';
import { AppealedApplications } from './commands/appealed-application';
import { ApplicationLetters } from './commands/application-letters';
import { CheckApplicationsHandler } from './commands/check-applications';
import { CloseRoundHandler } from './commands/close-round';
import { CompleteIntakeHandler } from './commands/complete-intake';
import { DecideAppealHandler } from './commands/decide-appeal';
import { DisqualifyAssessorHandler } from './commands/disqualify-assessor';
import { FileAppealHandler } from './commands/file-appeal';
import { GivePlaceOnAppealHandler } from './commands/give-place-on-appeal';
import { GiveReasonsHandler } from './commands/give-reasons';
import { ImpartialityOrders } from './commands/impartiality-orders';
import { IntakeAccess } from './commands/intake-access';
import { LETTER_HEAD, type LetterHead, LetterWriter } from './commands/letter-writer';
import { LiftDisqualificationHandler } from './commands/lift-disqualification';
import { MakeRoundOffersHandler } from './commands/make-round-offers';
import { OpenIntakeHandler } from './commands/open-intake';
import { ReleaseEarmarkedPlacesHandler } from './commands/release-earmarked-places';
import { SetRoundSendingHandler } from './commands/round-sending';
import { RunRankingHandler } from './commands/run-ranking';
import { TakeInAnswersHandler } from './commands/take-in-answers';
import { NATIONAL_ID_POLICY, TakeInApplicationsHandler } from './commands/take-in-applications';
import { TakeInAssessmentsHandler } from './commands/take-in-assessments';
import { TakeInHprRegisterHandler } from './commands/take-in-hpr-register';
import { TakeInMunicipalitiesHandler } from './commands/take-in-municipalities';
import { PlaceHolders } from './contracts';
import { AppealDirectory } from './contracts/appeals';
import { ApplicantDeadlines } from './contracts/deadlines';
import { DecisionDirectory } from './contracts/decisions';
import { ReceiptDirectory } from './contracts/receipts';
import { AppealsController } from './http/appeals.controller';
import { ApplicantNames } from './http/applicants';
import { ApplicationChecksController } from './http/application-checks.controller';
import { ApplicationDocumentsController } from './http/application-documents.controller';
import { ApplicationsController } from './http/applications.controller';
import { AssessmentWorkController } from './http/assessment-work.controller';
import { DisqualificationsController } from './http/disqualifications.controller';
import { DraftsController } from './http/drafts.controller';
import { IntakeFilesController } from './http/intake-files.controller';
import { IntakeImportsController } from './http/intake-imports.controller';
import { IntakesController } from './http/intakes.controller';
import { LettersController } from './http/letters.controller';
import { NextRoundController } from './http/next-round.controller';
import { RankingController } from './http/ranking.controller';
import { RankingProtocolsController } from './http/ranking-protocols.controller';
import { RoundSendingsController } from './http/round-sendings.controller';
import { RoundsController } from './http/rounds.controller';
import { LetterStore } from './letter-store';
import { OwnAdmissions } from './own-admissions';
import { DueRounds } from './reactions/due-rounds';
import { SendRound } from './reactions/send-round';
import { WriteLetters } from './reactions/write-letters';
import { LETTER_ADDRESSES, type LetterAddresses } from './reactions/write-to-employer';
import { AppealAnswerQueries } from './read-models/appeal-answers.query';
import { AppealQueries } from './read-models/appeals.query';
import { ApplicantDeadlineQueries } from './read-models/applicant-deadlines.query';
import { ApplicationQueries } from './read-models/applications.query';
import { DecisionQueries } from './read-models/decisions.query';
import { DisqualificationQueries } from './read-models/disqualifications.query';
import { Draws } from './read-models/draws.query';
import { IntakeQueries } from './read-models/intakes.query';
import { GetIntakesOverviewHandler } from './read-models/intakes-overview.query';
import { ListApplicantsHandler } from './read-models/list-applicants';
import { ListApplicationFactsHandler } from './read-models/list-application-facts';
import { ListWorkplacesHandler } from './read-models/list-workplaces';
import { OfferQueries } from './read-models/offers.query';
import { OwnApplications } from './read-models/own-applications.query';
import { OwnOffers } from './read-models/own-offers.query';
import { PlaceHolderQueries } from './read-models/place-holders';
import { RankingRunQueries } from './read-models/ranking-runs.query';
import { RoundSendingQueries } from './read-models/round-sendings.query';
import { RoundQueries } from './read-models/rounds.query';
import { StandingQueries } from './read-models/standings.query';

/** `acceptSynthetic`: whether synthetic national ids are taken in; a production setting says no. */
export interface AdmissionsOptions extends NationalIdPolicy {
  /** Where the key of applicants' links is kept; made at the first start. */
  readonly keysFolder: string;
  /** Where links in mail lead, and the domain of their message ids. */
  readonly mail: LetterAddresses;
  readonly letters: LetterHead;
  /** How often it is asked which rounds send themselves now; absent: not here. */
  readonly roundsEveryMs?: number;
}

/** Intakes from their opening to the decision on every application. Needs the event store and `people`. */
@Module({})
export class AdmissionsModule {
  static forRoot({ acceptSynthetic, keysFolder, letters, mail, roundsEveryMs }: AdmissionsOptions): DynamicModule {
    return {
      module: AdmissionsModule,
      global: true,
      imports: [CqrsModule],
      controllers: [
        IntakesController,
        IntakeImportsController,
        ApplicationChecksController,
        RankingController,
        RankingProtocolsController,
        NextRoundController,
        AssessmentWorkController,
        DisqualificationsController,
        DraftsController,
        RoundsController,
        RoundSendingsController,
        IntakeFilesController,
        ApplicationsController,
        ApplicationDocumentsController,
        AppealsController,
        LettersController,
      ],
      providers: [
        { provide: NATIONAL_ID_POLICY, useValue: { acceptSynthetic } },
        { provide: ApplicantLinks, useFactory: () => ApplicantLinks.fromFolder(keysFolder) },
        { provide: LETTER_ADDRESSES, useValue: mail },
        { provide: PlaceHolders, useExisting: PlaceHolderQueries },
        { provide: ApplicantDeadlines, useClass: ApplicantDeadlineQueries },
        { provide: DecisionDirectory, useClass: DecisionQueries },
        { provide: AppealDirectory, useClass: AppealAnswerQueries },
        { provide: ReceiptDirectory, useClass: ApplicationReceipts },
        { provide: LETTER_HEAD, useValue: letters },
        LetterStore,
        LetterWriter,
        ApplicationLetters,
        ApplicantLetters,
        WriteLetters,
        DueRounds,
        SendRound,
        ...(roundsEveryMs === undefined
          ? []
          : [
              {
                provide: Pulse,
                useFactory: (rounds: DueRounds) =>
                  new Pulse({ of: 'admissions', ask: () => rounds.handOver(), everyMs: roundsEveryMs }),
                inject: [DueRounds],
              },
            ]),
        IntakeAccess,
        ...applicationFormProviders,
        AppealedApplications,
        AppealQueries,
        ApplicationQueries,
        DisqualificationQueries,
        ImpartialityOrders,
        DisqualifyAssessorHandler,
        LiftDisqualificationHandler,
        IntakeQueries,
        OfferQueries,
        Draws,
        OwnOffers,
        OwnApplications,
        OwnAdmissions,
        PlaceHolderQueries,
        StandingQueries,
        RoundQueries,
        RoundSendingQueries,
        RankingRunQueries,
        ApplicantNames,
        CheckApplicationsHandler,
        GetIntakesOverviewHandler,
        ListApplicantsHandler,
        ListApplicationFactsHandler,
        ListWorkplacesHandler,
        OpenIntakeHandler,
        TakeInHprRegisterHandler,
        TakeInMunicipalitiesHandler,
        TakeInApplicationsHandler,
        TakeInAssessmentsHandler,
        RunRankingHandler,
        ReleaseEarmarkedPlacesHandler,
        MakeRoundOffersHandler,
        SetRoundSendingHandler,
        TakeInAnswersHandler,
        AnswerOfferHandler,
        CloseRoundHandler,
        CompleteIntakeHandler,
        FileAppealHandler,
        GiveReasonsHandler,
        GivePlaceOnAppealHandler,
        DecideAppealHandler,
      ],
      exports: [
        PlaceHolders,
        ApplicantDeadlines,
        DecisionDirectory,
        AppealDirectory,
        ReceiptDirectory,
        ApplicantLinks,
        ApplicantLetters,
        OwnOffers,
        OwnApplications,
        OwnAdmissions,
        AppealQueries,
        Draws,
        ...applicationFormExports,
      ],
    };
  }
}
