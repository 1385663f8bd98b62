import { isLocalDate, parseInstant } from '@kull/kernel';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { IntakeDefinition } from '../domain/intake-definition';

/** What can stand in an event as a code. */
const code = z.string().regex(/^\P{Cc}{1,64}$/u);
const name = z.string().min(1).max(300);
const count = z.int().min(0).max(1_000_000);
/** Whole or half: scores are kept in half points. */
const points = z.number().min(0).max(1_000).multipleOf(0.5);
const amount = z.number().min(0).max(10_000).multipleOf(0.1);
const instant = z
  .string()
  .refine((text) => parseInstant(text) !== undefined)
  .meta({ format: 'date-time' });
const localDate = z.string().refine(isLocalDate).meta({ format: 'date' });

const at = (text: string): string => parseInstant(text)!;

/** `intake.json` (selection.md, "Input"). Unknown fields are passed over. */
const intakeDocument = z
  .object({
    intake: code,
    ruleSet: z.literal(1).optional(),
    programme: z.object({ code, title: name, ectsCredits: amount, level: count, mode: code }),
    window: z.object({ opensAt: instant, closesAt: instant }),
    commissionedPlaces: count,
    maxPerMunicipalityPerClass: count,
    lotterySeed: code,
    rounds: z.array(z.object({ round: z.int().min(1).max(100), offersAt: instant, replyBy: instant })).min(1),
    releaseEarmarkedBeforeRound: z.int().optional(),
    classes: z
      .array(
        z.object({
          code,
          site: name,
          capacity: count,
          earmarkedPhysicianPlaces: count,
          startsOn: localDate,
          endsOn: localDate,
        }),
      )
      .min(1)
      .max(10_000),
    targetServiceAreas: z.array(code),
    requirements: z.object({
      minAge: amount,
      minYearsExperience: amount,
      minYearsExperienceWithMaster: amount,
      minEctsCredits: amount,
      priorLearningFromEctsCredits: amount,
    }),
    bonus: z.object({ recommendation: points, sameMunicipalityDifferentService: points }),
    thirdAssessmentWhenDifferenceAbove: amount,
  })
  .superRefine(({ classes, rounds, window }, context) => {
    const issue = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    if (at(window.opensAt) > at(window.closesAt)) issue(['window'], 'closes before it opens');
    const codes = new Set(classes.map((one) => one.code));
    if (codes.size !== classes.length) issue(['classes'], 'a class stands twice');
    classes.forEach(({ capacity, earmarkedPhysicianPlaces }, i) => {
      if (earmarkedPhysicianPlaces > capacity) issue(['classes', i], 'more places are earmarked than there are');
    });
    const numbers = rounds.map(({ round }) => round).sort((a, b) => a - b);
    if (numbers.some((round, i) => round !== i + 1)) issue(['rounds'], 'rounds are not numbered 1, 2, 3 …');
    rounds.forEach(({ offersAt, replyBy }, i) => {
      if (at(offersAt) > at(replyBy)) issue(['rounds', i], 'the deadline lies before the offers');
    });
  });

export class IntakeDto extends createZodDto(intakeDocument) {}

/** The definition that a document lays down: instants in UTC, rounds in order, rule set 1 unless it names one. */
export const definitionOf = ({
  ruleSet = 1,
  window,
  rounds,
  releaseEarmarkedBeforeRound,
  ...rest
}: z.infer<typeof intakeDocument>): IntakeDefinition => ({
  ...rest,
  ruleSet,
  window: { opensAt: at(window.opensAt), closesAt: at(window.closesAt) },
  rounds: [...rounds]
    .sort((a, b) => a.round - b.round)
    .map(({ round, offersAt, replyBy }) => ({ round, offersAt: at(offersAt), replyBy: at(replyBy) })),
  ...(releaseEarmarkedBeforeRound === undefined ? {} : { releaseEarmarkedBeforeRound }),
});
