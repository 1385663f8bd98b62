import { join } from 'node:path';
import { migrationsIn } from '@kull/event-store';
import { admissionsCodec } from './codec/admissions.codec';
import { writeLettersWhenDecided } from './reactions/write-letters-when-decided';
import { appealReadModel } from './read-models/appeal.v1';
import { applicationReadModel } from './read-models/application.v1';
import { applicationDraftReadModel } from './read-models/application-draft.v1';
import { intakeReadModel } from './read-models/intake.v1';
import { offerReadModel } from './read-models/offer.v1';
import { roundReadModel } from './read-models/round.v1';
import { waitingPlaceReadModel } from './read-models/waiting-place.v1';

export { AdmissionsModule, type AdmissionsOptions } from './admissions.module';
export { ApplicantLetters, type LetterFile, type LetterLine } from './applicant-letters';
export { ApplicantLinks, type LinkedPage } from './applicant-links';
export { AnswerOffer } from './commands/answer-offer';
export { FileAppeal } from './commands/file-appeal';
export * from './contracts';
export type { OfferedChoice } from './domain/offered-choices';
export type { OwnOffer } from './domain/own-offer';
export { lotteryNumber } from './domain/ranking';
export { AppealQueries, type AppealView } from './read-models/appeals.query';
export { type Draw, Draws } from './read-models/draws.query';
export { GetIntakesOverview, type IntakeOverview } from './read-models/intakes-overview.query';
export { ListApplicants, type ListedApplicant, type WhichApplicants } from './read-models/list-applicants';
export { ListApplicationFacts, type ReportedApplication } from './read-models/list-application-facts';
export { ListWorkplaces, type Workplace } from './read-models/list-workplaces';
export { type LastOffered, type OwnApplication, OwnApplications } from './read-models/own-applications.query';
export { OwnOffers, type PlaceInOrder } from './read-models/own-offers.query';
export { type ApplicationOutcome, decisionWords, lineInWords } from './words/decision-words';

/** What the apps put together. */
export const admissionsParts = {
  codecs: [admissionsCodec],
  readModels: [
    intakeReadModel,
    applicationReadModel,
    applicationDraftReadModel,
    offerReadModel,
    roundReadModel,
    waitingPlaceReadModel,
    appealReadModel,
  ],
  reactions: [writeLettersWhenDecided],
  migrations: migrationsIn('admissions', join(__dirname, 'migrations')),
};
