import { join } from 'node:path';
import { migrationsIn } from '@kull/event-store';
import { admissionsCodec } from './codec/admissions.codec';
import { writeLettersWhenDecided } from './reactions/write-letters-when-decided';
import { writeToEmployerWhenAsked } from './reactions/write-to-employer-when-asked';
import { appealReadModel } from './read-models/appeal.v1';
import { applicationReadModel } from './read-models/application.v1';
import { applicationDraftReadModel } from './read-models/application-draft.v1';
import { disqualificationReadModel } from './read-models/disqualification.v1';
import { intakeReadModel } from './read-models/intake.v1';
import { offerReadModel } from './read-models/offer.v1';
import { roundReadModel } from './read-models/round.v1';
import { roundSendingReadModel } from './read-models/round-sending.v1';
import { waitingPlaceReadModel } from './read-models/waiting-place.v1';

export { AdmissionsModule, type AdmissionsOptions } from './admissions.module';
export { ApplicantLetters, type LetterFile, type LetterLine } from './applicant-letters';
export { ApplicantLinks, type LinkedPage } from './applicant-links';
export { ApplicationDocuments } from './application-documents';
export { AnswerOffer } from './commands/answer-offer';
export { AskEmployer } from './commands/ask-employer';
export { AttachApplicationDocument } from './commands/attach-application-document';
export { ConfirmEmployment } from './commands/confirm-employment';
export { FileAppeal } from './commands/file-appeal';
export { draftId } from './commands/ids';
export { RemoveApplicationDocument } from './commands/remove-application-document';
export { SaveOwnDraft } from './commands/save-own-draft';
export { SendApplication } from './commands/send-application';
export * from './contracts';
export {
  type Answers,
  type FormFault,
  type FormFaultCode,
  type FormField,
  type FormPart,
  fieldsOf,
  formParts,
} from './domain/application-form';
export { type AttachmentKind, attachmentKinds, maxAttachments } from './domain/attachments';
export type { DraftDocument } from './domain/draft';
export type { DraftRejection } from './domain/draft.commands';
export type { Shortcoming } from './domain/eligibility';
export {
  type Education,
  educations,
  type PhysicianRole,
  type Profession,
  physicianRoles,
  professions,
  type ServiceArea,
  serviceAreas,
} from './domain/form-choices';
export type { OfferedChoice } from './domain/offered-choices';
export type { OwnOffer } from './domain/own-offer';
export { lotteryNumber } from './domain/ranking';
export type { HprCheck } from './domain/verified-physician';
export { type EmployerLink, EmployerLinks } from './employer-links';
export type { LastEmployerRequest } from './employer-requests';
export { OwnAdmissions } from './own-admissions';
export { type IntakeToApplyTo, type OwnDraft, OwnDrafts } from './own-drafts';
export { OwnHprCheck } from './own-hpr-check';
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
    roundSendingReadModel,
    waitingPlaceReadModel,
    appealReadModel,
    disqualificationReadModel,
  ],
  reactions: [writeToEmployerWhenAsked, writeLettersWhenDecided],
  migrations: migrationsIn('admissions', join(__dirname, 'migrations')),
  whose: {
    'admissions.letter': { person: 'person' },
    'admissions.application_document': { person: 'person' },
  },
};
