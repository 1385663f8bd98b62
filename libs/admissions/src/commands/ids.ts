import { idOf } from '@kull/kernel';

export const intakeId = (intake: string): string => idOf('int', intake);

export const applicationId = (intake: string, applicationNo: string): string => idOf('app', intake, applicationNo);

export const roundId = (intake: string, round: number): string => idOf('rnd', intake, round);

export const offerId = (intake: string, round: number, applicationNo: string): string =>
  idOf('ofr', intake, round, applicationNo);

/** What one person has begun for one intake. */
export const draftId = (intake: string, personId: string): string => idOf('dra', intake, personId);

/**
 * The number of what one person sends by the form: the same however often it is sent, and chosen by nobody. The seed of
 * the draw is public, and whoever could try numbers could choose a lottery number.
 */
export const ownApplicationNo = (intake: string, personId: string): string =>
  `K-${draftId(intake, personId).slice(-10).toUpperCase()}`;

/** What comes after the decision on one application. */
export const appealId = (intake: string, applicationNo: string): string => idOf('apl', intake, applicationNo);
