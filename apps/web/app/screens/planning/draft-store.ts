import type { Plan } from './plan-data';

const PREFIX = 'kull-plan.';

/** Plans that somebody has begun here: they stay in the browser until they are saved (ux.md 7). */
export const keptDraft = (code: string): Plan | undefined => {
  const text = localStorage.getItem(PREFIX + code);
  return text === null ? undefined : (JSON.parse(text) as Plan);
};

export const keepDraft = (plan: Plan): void => localStorage.setItem(PREFIX + plan.cohort.code, JSON.stringify(plan));

export const dropDraft = (code: string): void => localStorage.removeItem(PREFIX + code);

/** The codes of all plans that have been begun. */
export const keptDrafts = (): readonly string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))
    .sort();
