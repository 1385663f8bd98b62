/** Why somebody was away is health data, or the words of the office (domain.md 6). */
const WHY: ReadonlySet<string> = new Set(['excuse', 'reason']);

/** An answer without why somebody was away, for whoever holds the door: that is seen in who is there. */
export const withoutWhy = <Answer>(answer: Answer): Answer => {
  if (Array.isArray(answer)) return answer.map((one: unknown) => withoutWhy(one)) as Answer;
  if (typeof answer !== 'object' || answer === null) return answer;
  const kept = Object.entries(answer).filter(([name]) => !WHY.has(name));
  return Object.fromEntries(kept.map(([name, value]: [string, unknown]) => [name, withoutWhy(value)])) as Answer;
};
