import type { Instant } from '@kull/kernel';
import type { PersonToRegister, Profile } from './contracts';

/** What is sealed about a person, and as of when. */
export interface KnownPerson {
  readonly facts: Omit<Profile, 'personId' | 'emailFault'>;
  readonly asOf: Instant;
}

const withoutAbsent = <T extends object>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== '')) as T;

/** What one row or form says about a person. */
export const knownFrom = ({ nationalId: _, asOf, language = 'nb', ...facts }: PersonToRegister): KnownPerson => ({
  // A log-in may give no name: it is blank until somebody says it, and never absent.
  facts: {
    ...withoutAbsent({ ...facts, language }),
    familyName: facts.familyName,
    givenNames: facts.givenNames,
  },
  asOf,
});

/** The later of two wins where they differ; what only one of them says is kept. At the same instant the first wins. */
export const merged = (first: KnownPerson, second: KnownPerson): KnownPerson => {
  const [older, newer] = second.asOf > first.asOf ? [first, second] : [second, first];
  return { facts: { ...older.facts, ...withoutAbsent(newer.facts) }, asOf: newer.asOf };
};

/** Whether two say the same about a person, whatever the instant. */
export const saysTheSame = (a: KnownPerson, b: KnownPerson): boolean => {
  const names = new Set([...Object.keys(a.facts), ...Object.keys(b.facts)] as (keyof KnownPerson['facts'])[]);
  return [...names].every((name) => a.facts[name] === b.facts[name]);
};
