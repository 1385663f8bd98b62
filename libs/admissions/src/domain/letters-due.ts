import { idOf, type LocalDate, localDateInOslo } from '@kull/kernel';
import type { Appeal } from './appeal';
import type { Application } from './application.state';
import type { IntakeDefinition } from './intake-definition';
import { roundOf } from './intake-definition';
import type { LetterKind } from './letter';

/** A letter that an applicant is to have. */
export interface LetterDue {
  readonly id: string;
  readonly kind: LetterKind;
  /** The offer, the application, or the appeal. */
  readonly about: string;
  /** Of several about the same: 1, 2 … */
  readonly number: number;
  /** The day of what it tells, which is the date of the letter. */
  readonly on: LocalDate;
}

const due = (kind: LetterKind, about: string, on: LocalDate, number = 1): LetterDue => ({
  id: idOf('ltr', kind, about, number),
  kind,
  about,
  number,
  on,
});

/** The day from which the applicant has had access to the decision. */
export const decisionDay = (availableOn: LocalDate, knownOn: LocalDate | undefined): LocalDate =>
  knownOn !== undefined && knownOn > availableOn ? knownOn : availableOn;

/**
 * The letters that have become due for one application, in the order of what they tell: each offer, the decision, each
 * answer to the appeal, and the place that it led to. An application that a later one counts instead of has none about itself.
 */
export const lettersDue = (
  applicationId: string,
  application: Application,
  appealId: string,
  { knownOn, decisions }: Appeal,
  definition: Pick<IntakeDefinition, 'rounds'>,
): readonly LetterDue[] => {
  if (application.status === 'none' || application.status === 'received') return [];
  const offers = application.offers.map(({ made }) =>
    due('OFFER', made.offerId, localDateInOslo(roundOf(definition, made.round)!.offersAt)),
  );
  if (application.status === 'judged' || application.verdict.status === 'SUPERSEDED') return offers;
  const decision = due('DECISION', applicationId, decisionDay(application.decision.availableOn, knownOn));
  const answers = decisions.map(({ on }, at) => due('APPEAL_DECISION', appealId, on, at + 1));
  const { onAppeal } = application;
  return [...offers, decision, ...answers, ...(onAppeal ? [due('PLACE_ON_APPEAL', appealId, onAppeal.on)] : [])];
};
