import { deadlineInWeeks, localDateInOslo } from '@kull/kernel';
import { appealDeadline } from '../../domain/appeal';
import { type AppealOutcome, appealOutcomes } from '../../domain/appeal.events';
import type { ApplicationFacts } from '../../domain/application-facts';
import { type ApplicationToExplain, explainApplication, explainRank } from '../../domain/explanation';
import { appealWeeks, closingDay, type IntakeDefinition } from '../../domain/intake-definition';
import { lotteryNumber, type Rank } from '../../domain/ranking';
import { eligibilityRules, type Verdict } from '../../domain/ranking-run';
import type { DecidedOutcome } from './letter-words';
import type { AppealTold, DecisionTold, LetterTold, OfferTold } from './told';

const decided = ['PLACE_HELD', 'WAITING', 'NO_PLACE', 'NOT_QUALIFIED', 'NEEDS_MORE'] as const;

/** Every kind of letter that an intake sends. */
export const letterSamples = ['OFFER', ...decided, ...appealOutcomes, 'PLACE_ON_APPEAL'] as const;
export type LetterSample = (typeof letterSamples)[number];

/** The number of the application that examples are about; no file can have it twice, and nobody's is this one. */
const applicationNo = 'EKSEMPEL-1';

/** Somebody made up who meets everything that the intake asks for. */
const factsOf = ({ window, targetServiceAreas, requirements, classes }: IntakeDefinition): ApplicationFacts => ({
  applicationNo,
  submittedAt: window.opensAt,
  municipality: '0000',
  serviceArea: targetServiceAreas[0] ?? '',
  leaderRole: true,
  personnelResponsibility: true,
  budgetResponsibility: true,
  yearsExperience: requirements.minYearsExperience + 4,
  highestEducation: 'BACHELOR',
  ectsCredits: requirements.minEctsCredits,
  physician: false,
  physicianRole: '',
  employerConfirmedOn: closingDay({ window }),
  recommended: true,
  wishes: classes.slice(0, 2).map(({ code }) => code),
});

const rankOf = ({ lotterySeed, bonus }: IntakeDefinition): Rank => {
  const recommendation = bonus.recommendation * 2;
  const counted = [
    { assessor: 'a', score: 60 },
    { assessor: 'b', score: 58 },
  ];
  return {
    applicationNo,
    score: { assessed: 118, counted, recommendation, sameMunicipalityDifferentService: 0, total: 118 + recommendation },
    lotteryNumber: lotteryNumber(lotterySeed, applicationNo),
  };
};

const headOf = (definition: IntakeDefinition) => ({
  applicationNo,
  intake: definition.intake,
  programme: definition.programme.title,
});

const placeOf = ({ classes }: IntakeDefinition, at: number) => {
  const { code, site, startsOn } = classes[at] ?? classes[0]!;
  return { class: code, site, startsOn };
};

const offerExample = (definition: IntakeDefinition): OfferTold => {
  const [first] = definition.rounds;
  const last = definition.rounds.at(-1)!;
  const wishes = factsOf(definition).wishes;
  return {
    ...headOf(definition),
    kind: 'OFFER',
    on: localDateInOslo(first!.offersAt),
    place: placeOf(definition, wishes.length - 1),
    wishNo: wishes.length,
    quota: 'GENERAL',
    replyBy: first!.replyBy,
    better: wishes.slice(0, -1),
    ranked: explainRank(rankOf(definition)),
    appealBy: deadlineInWeeks(localDateInOslo(last.replyBy), appealWeeks),
  };
};

const verdictOf = (outcome: DecidedOutcome): Verdict => {
  if (outcome === 'NOT_QUALIFIED') return { status: outcome, codes: ['INSUFFICIENT_EXPERIENCE'] };
  if (outcome === 'NEEDS_MORE') return { status: outcome, codes: ['MISSING_EMPLOYER_CONFIRMATION'] };
  return { status: 'QUALIFIED' };
};

const decisionExample = (outcome: DecidedOutcome, definition: IntakeDefinition): DecisionTold => {
  const on = localDateInOslo(definition.rounds.at(-1)!.replyBy);
  const facts = factsOf(definition);
  const verdict = verdictOf(outcome);
  const isRanked = verdict.status === 'QUALIFIED';
  const code = facts.wishes[0]!;
  const place = { class: code, wishNo: 1, quota: 'GENERAL' } as const;
  const rank = rankOf(definition);
  const scoreNeeded = { score: rank.score.total + 3, class: code, wishNo: 1, quota: 'GENERAL', round: 1 } as const;
  const decision: ApplicationToExplain['decision'] = {
    waiting: outcome === 'WAITING' ? [{ class: code, quota: 'GENERAL', position: 7 }] : [],
    appealBy: appealDeadline(on),
    ...(outcome === 'PLACE_HELD' && { place }),
    ...(isRanked && outcome !== 'PLACE_HELD' && { smallestChange: { scoreNeeded } }),
  };
  const told = {
    facts: {
      ...facts,
      ...(outcome === 'NOT_QUALIFIED' && { yearsExperience: definition.requirements.minYearsExperience - 1 }),
    },
    verdict,
    offers: [],
    decision,
    ...(isRanked && { rank }),
  };
  return {
    ...headOf(definition),
    kind: 'DECISION',
    on,
    wishes: facts.wishes,
    outcome,
    requirements: explainApplication(told, eligibilityRules(definition)).requirements,
    ...(outcome === 'PLACE_HELD' && { place: placeOf(definition, 0) }),
    ruleSet: definition.ruleSet,
    appealBy: appealDeadline(on),
  };
};

const appealExample = (outcome: AppealOutcome, definition: IntakeDefinition): AppealTold => {
  const decidedOn = localDateInOslo(definition.rounds.at(-1)!.replyBy);
  return {
    ...headOf(definition),
    kind: 'APPEAL_DECISION',
    on: deadlineInWeeks(decidedOn, 4),
    filedOn: deadlineInWeeks(decidedOn, 2),
    outcome,
    reasons: '…',
  };
};

/** What a letter of the intake would tell somebody made up; an appeal's reasons are whatever is written then. */
export const letterExample = (sample: LetterSample, definition: IntakeDefinition): LetterTold => {
  switch (sample) {
    case 'OFFER':
      return offerExample(definition);
    case 'PLACE_HELD':
    case 'WAITING':
    case 'NO_PLACE':
    case 'NOT_QUALIFIED':
    case 'NEEDS_MORE':
      return decisionExample(sample, definition);
    case 'UPHELD':
    case 'FORWARDED':
    case 'DISMISSED':
      return appealExample(sample, definition);
    case 'PLACE_ON_APPEAL': {
      const { on, applicationNo, intake, programme } = appealExample('UPHELD', definition);
      const place = placeOf(definition, 0);
      return { kind: sample, on, applicationNo, intake, programme, place, ruleSet: definition.ruleSet };
    }
  }
};
