import type { IntakeDefinition } from '@kull/admissions/contracts';
import type { ClassPlan } from './class-plan';

/** The plans of the classes that an intake fills. What they teach is planned later. */
export const intakeClassPlans = ({
  intake,
  programme,
  classes,
  commissionedPlaces,
}: IntakeDefinition): readonly ClassPlan[] =>
  classes.map(({ code, site, capacity, startsOn, endsOn }) => ({
    code,
    site,
    capacity,
    startsOn,
    endsOn,
    programme: { code: programme.code, title: programme.title, level: programme.level, mode: programme.mode },
    intake,
    commissionedPlaces,
  }));
