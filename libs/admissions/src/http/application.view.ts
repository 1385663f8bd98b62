import type { Offer } from '../domain/application.state';
import type { KnownApplication } from '../domain/application-explanation';
import { scoreText } from '../domain/assessments';

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
  const onAppeal = application.status === 'decided' ? application.onAppeal : undefined;
  const held = onAppeal ?? judged?.holds;
  return {
    id,
    applicationNo: submitted.applicationNo,
    intake: submitted.intake,
    personId: submitted.personId,
    submittedAt: submitted.facts.submittedAt,
    wishes: submitted.facts.wishes,
    status: judged?.verdict.status ?? null,
    score: judged?.rank ? scoreText(judged.rank.score.total) : null,
    place: held ? { class: held.class, quota: held.quota } : null,
    offers: judged?.offers.map(offerView) ?? [],
    waiting: application.status === 'decided' && !onAppeal ? application.waiting : [],
  };
};
