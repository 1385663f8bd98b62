import type { IntakeDefinition } from './intake-definition';
import type { ClassPlaces } from './standing';

/** The places each class was given in each quota, before any release. */
export const placesAtFirst = ({ classes }: Pick<IntakeDefinition, 'classes'>): readonly ClassPlaces[] =>
  classes.map(({ code, capacity, earmarkedPhysicianPlaces: earmarked }) => ({
    code,
    earmarked,
    general: capacity - earmarked,
  }));
