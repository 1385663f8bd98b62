import type { Explanation } from '@kull/kernel';
import type { Application } from './application.state';
import type { EligibilityRules } from './eligibility';
import { explainApplication } from './explanation';

/** An application that has come in. */
export type KnownApplication = Exclude<Application, { readonly status: 'none' }>;

/** Who was given a place after an appeal waits for none, and needs none. */
const placeOnAppeal = ({ onAppeal }: Extract<KnownApplication, { status: 'decided' }>) =>
  onAppeal && {
    place: { class: onAppeal.class, wishNo: onAppeal.wishNo, quota: onAppeal.quota },
    waiting: [],
    smallestChange: undefined,
  };

/** Why the application stands where it stands. */
export const explanationOf = (application: KnownApplication, rules: EligibilityRules): Explanation => {
  const { facts } = application.submitted;
  if (application.status === 'received') return explainApplication({ facts, offers: [] }, rules);
  const { verdict, rank } = application;
  const offers = application.offers.map(({ made, outcome, answeredAt, late }) => ({
    ...made,
    outcome,
    answeredAt,
    late,
  }));
  const decided = application.status === 'decided' ? application : undefined;
  const decision = decided && { ...decided.decision, waiting: decided.waiting, ...placeOnAppeal(decided) };
  return explainApplication({ facts, verdict, rank, offers, decision }, rules);
};
