import type { ApplicationFacts } from './application-facts';

/** An application and the person who sent it, known by any text that is the person's alone. */
export interface ApplicationOfPerson {
  readonly person: string;
  readonly facts: Pick<ApplicationFacts, 'applicationNo' | 'submittedAt'>;
}

const isLater = (a: ApplicationOfPerson['facts'], b: ApplicationOfPerson['facts']): boolean =>
  a.submittedAt === b.submittedAt ? a.applicationNo > b.applicationNo : a.submittedAt > b.submittedAt;

/**
 * The one application that counts for each person: the latest sent, and of two sent at the same instant the one with
 * the greater number as text. All others are superseded (selection.md 2).
 */
export const latestOfEachPerson = <A extends ApplicationOfPerson>(
  applications: readonly A[],
): ReadonlyMap<string, A> => {
  const latest = new Map<string, A>();
  for (const application of applications) {
    const other = latest.get(application.person);
    if (!other || isLater(application.facts, other.facts)) latest.set(application.person, application);
  }
  return latest;
};
