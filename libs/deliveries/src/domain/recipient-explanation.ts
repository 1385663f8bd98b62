import type { Requirement } from '@kull/kernel';
import type { PointsExplanation } from './points-explanation';

const forRecipient = (requirement: Requirement): Requirement => ({
  ...requirement,
  evidence: requirement.code.startsWith('ASSESSMENT')
    ? []
    : requirement.evidence.map(({ who: _, ...evidence }) => evidence),
});

/**
 * The explanation as the organisation has it that the points are delivered to: whether an assessment is passed, and
 * never the grade or what was said about it (domain.md 9.2), and nobody's name.
 */
export const explanationForRecipient = (explanation: PointsExplanation): PointsExplanation => ({
  ...explanation,
  requirements: explanation.requirements.map(forRecipient),
  ...(explanation.blocking && { blocking: forRecipient(explanation.blocking) }),
});
