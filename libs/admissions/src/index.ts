import { admissionsCodec } from './codec/admissions.codec';
import { applicationReadModel } from './read-models/application.v1';
import { applicationDraftReadModel } from './read-models/application-draft.v1';
import { intakeReadModel } from './read-models/intake.v1';
import { offerReadModel } from './read-models/offer.v1';
import { roundReadModel } from './read-models/round.v1';
import { waitingPlaceReadModel } from './read-models/waiting-place.v1';

export { AdmissionsModule, type AdmissionsOptions } from './admissions.module';
export * from './contracts';
export { GetIntakesOverview, type IntakeOverview } from './read-models/intakes-overview.query';

export { ListApplicants, type ListedApplicant, type WhichApplicants } from './read-models/list-applicants';
export { ListApplicationFacts, type ReportedApplication } from './read-models/list-application-facts';
export { ListWorkplaces, type Workplace } from './read-models/list-workplaces';

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
  ],
  reactions: [],
};
