import type { AssessmentRequirement } from '@kull/teaching/contracts';

export type Scale = AssessmentRequirement['scale'];

const scales = {
  A_TO_F: ['A', 'B', 'C', 'D', 'E', 'F'],
  PASSED_FAILED: ['PASSED', 'FAILED'],
} as const satisfies Record<Scale, readonly string[]>;

/** A result of an assessment, on the scale of the assessment. */
export type Grade = (typeof scales)[Scale][number];

/** The grades of a scale, best first. */
export const gradesOn = (scale: Scale): readonly Grade[] => scales[scale];

export const isGradeOn = (scale: Scale, text: string): text is Grade => gradesOn(scale).includes(text as Grade);

/** E is the lowest grade that passes. */
export const isPassing = (grade: Grade): boolean => grade !== 'F' && grade !== 'FAILED';
