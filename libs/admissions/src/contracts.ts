import type { OfferAccepted } from './domain/application.events';

export type {
  ApplicationDecided,
  ApplicationEvent,
  ApplicationSubmitted,
  HeldPlaceGivenUp,
  LateAnswerRefused,
  OfferAccepted,
  OfferDeclined,
  OfferLapsed,
  OfferMade,
  PlacedOnWaitingList,
  PlaceGivenOnAppeal,
} from './domain/application.events';
export type { IntakeCompleted, IntakeOpened } from './domain/intake.events';
export type { IntakeClass, IntakeDefinition, IntakeRound } from './domain/intake-definition';
export type { Quota } from './domain/quota';
export type { EarmarkedPlacesReleased, RoundClosed, RoundOffersMade } from './domain/round';

/** The streams of this context are `intake-…`, `application-…` and `round-…`. */
export const intakeCategory = 'intake';
export const applicationCategory = 'application';
export const roundCategory = 'round';

/** What `ApplicationSubmitted.details` holds once `people` has opened it. */
export interface ApplicationDetails {
  /** Absent: none was given. */
  readonly hprNumber?: string;
  readonly employer: string;
  readonly employerOrgNo: string;
  readonly profession: string;
  readonly positionTitle: string;
  readonly recommendedBy: string;
}

/** The purpose under which `ApplicationSubmitted.details` is sealed. */
export const applicationDetailsPurpose = 'ApplicationSubmitted.details';

/** Somebody who holds a place in a class of an intake. */
export type PlaceHolder = Pick<
  OfferAccepted['data'],
  'intake' | 'applicationNo' | 'personId' | 'class' | 'quota' | 'verifiedPhysician'
>;

/** Other contexts' way to who holds which place (a Nest provider under this token). */
export abstract class PlaceHolders {
  /** Who holds a place of the intake (by its id) now, by class and application number. */
  abstract ofIntake(intakeId: string): Promise<readonly PlaceHolder[]>;
  /** The place that an application (by its id) holds now. */
  abstract ofApplication(applicationId: string): Promise<PlaceHolder | undefined>;
}
