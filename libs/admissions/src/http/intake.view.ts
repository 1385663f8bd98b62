import { isRanked, type OpenedIntake } from '../domain/intake';
import { quotas } from '../domain/quota';
import type { IntakeNumbers, IntakeRow } from '../read-models/intakes.query';

/** An intake in the list. */
export const intakeLine = ({ id, code, status, definition, ranking }: IntakeRow) => ({
  id,
  code,
  status,
  programme: definition.programme,
  places: definition.classes.reduce((sum, { capacity }) => sum + capacity, 0),
  ranking,
});

/** One intake with its numbers. */
export const intakeView = (id: string, opened: OpenedIntake, n: IntakeNumbers) => {
  const { definition, status, ranking, completion, hprRegister, municipalities } = opened;
  return {
    id,
    code: definition.intake,
    status,
    ruleSet: definition.ruleSet,
    programme: definition.programme,
    window: definition.window,
    /** All that the intake is decided by, as it was opened. */
    settings: definition,
    hprRegister: hprRegister !== undefined,
    municipalities: municipalities.length,
    assessments: n.assessments,
    /** Whether the ranking takes everything into account that has come in. */
    isRanked: isRanked(opened),
    applications: { takenIn: n.applications, byStatus: n.byStatus },
    ranking: ranking?.counts ?? null,
    offers: { made: n.offers, open: n.openOffers },
    rounds: definition.rounds.map((round) => ({
      ...round,
      status: n.rounds.find((one) => one.round === round.round)?.status ?? ('planned' as const),
    })),
    classes: definition.classes.map((one) => ({
      ...one,
      released: n.released[one.code] ?? 0,
      places: quotas.map((quota) => {
        const used = n.used.find((places) => places.class === one.code && places.quota === quota);
        return { quota, held: used?.held ?? 0, offered: used?.offered ?? 0 };
      }),
    })),
    waiting: n.waiting,
    completion: completion ?? null,
  };
};

export const exampleIntake = {
  id: 'int_0123456789abcdefghjkmnpqrs',
  code: 'NLP-2026',
  status: 'completed',
  applications: { takenIn: 468, byStatus: { QUALIFIED: 424, NOT_QUALIFIED: 26, NEEDS_MORE: 14, SUPERSEDED: 4 } },
  ranking: { qualified: 424, notQualified: 26, needsMore: 14, superseded: 4, verifiedPhysicians: 25 },
  offers: { made: 274, open: 0 },
  classes: [
    {
      code: 'TRONDHEIM-1',
      site: 'Trondheim',
      capacity: 54,
      earmarkedPhysicianPlaces: 5,
      released: 1,
      places: [
        { quota: 'EARMARKED_PHYSICIAN', held: 4, offered: 0 },
        { quota: 'GENERAL', held: 50, offered: 0 },
      ],
    },
  ],
  completion: { placesHeld: 216, waiting: 453, decisions: 468 },
};

export type IntakeLine = ReturnType<typeof intakeLine>;
export type IntakeView = ReturnType<typeof intakeView>;
