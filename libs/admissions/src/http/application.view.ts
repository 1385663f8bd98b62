import type { Explanation } from '@kull/kernel';
import type { DecidedApplication, JudgedApplication, Offer, Received } from '../domain/application.state';
import { scoreText } from '../domain/assessments';
import type { EligibilityRules } from '../domain/eligibility';
import { explainApplication } from '../domain/explanation';

export type KnownApplication = Received | JudgedApplication | DecidedApplication;

const offerView = ({ made, outcome, answeredAt, late }: Offer) => ({
  id: made.offerId,
  round: made.round,
  class: made.class,
  quota: made.quota,
  wishNo: made.wishNo,
  replyBy: made.replyBy,
  outcome: outcome ?? null,
  answeredAt: answeredAt ?? null,
  lateAnswers: late.map((answer) => answer.answeredAt),
});

/** One application; names and numbers of the person are for `people` to give. */
export const applicationView = (id: string, application: KnownApplication) => {
  const { submitted } = application;
  const judged = application.status === 'received' ? undefined : application;
  return {
    id,
    applicationNo: submitted.applicationNo,
    intake: submitted.intake,
    personId: submitted.personId,
    submittedAt: submitted.facts.submittedAt,
    wishes: submitted.facts.wishes,
    status: judged?.verdict.status ?? null,
    score: judged?.rank ? scoreText(judged.rank.score.total) : null,
    place: judged?.holds ? { class: judged.holds.class, quota: judged.holds.quota } : null,
    offers: judged?.offers.map(offerView) ?? [],
    waiting: application.status === 'decided' ? application.waiting : [],
  };
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
  const decision = decided && { ...decided.decision, waiting: decided.waiting };
  return explainApplication({ facts, verdict, rank, offers, decision }, rules);
};
