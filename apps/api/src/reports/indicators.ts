/** What a report can be broken down by (domain.md, what the evaluation asks for). */
export const dimensions = [
  'intake',
  'class',
  'site',
  'quota',
  'county',
  'serviceArea',
  'profession',
  'physician',
] as const;
export type Dimension = (typeof dimensions)[number];

/** The counts of a report, in the order in which one follows from the other. */
export const measures = [
  'applicants',
  'qualified',
  'offered',
  'accepted',
  'started',
  'withdrawn',
  'judged',
  'completed',
] as const;
export type Measure = (typeof measures)[number];

/** One applicant, with whatever became of them. */
export interface ReportFact {
  /** The group in each dimension. Undefined: does not apply, such as a class for whoever got no place. */
  readonly groups: Readonly<Partial<Record<Dimension, string>>>;
  readonly counts: Readonly<Record<Measure, boolean>>;
  /** Units of teaching that were held, and attended. Absent: none yet. */
  readonly attendance?: { readonly attended: number; readonly held: number };
}

/** A group with its counts. */
export interface Indicators {
  readonly group: string;
  readonly counts: Readonly<Record<Measure, number>>;
  /** Between 0 and 1, of all units held. Absent: none yet. */
  readonly attendanceRate?: number;
}

/** The group of those whom a dimension does not apply to. */
export const NONE = '';

const countsOf = (facts: readonly ReportFact[]): Record<Measure, number> =>
  Object.fromEntries(
    measures.map((measure) => [measure, facts.filter(({ counts }) => counts[measure]).length]),
  ) as Record<Measure, number>;

const rateOf = (facts: readonly ReportFact[]): number | undefined => {
  const held = facts.reduce((sum, { attendance }) => sum + (attendance?.held ?? 0), 0);
  const attended = facts.reduce((sum, { attendance }) => sum + (attendance?.attended ?? 0), 0);
  return held === 0 ? undefined : attended / held;
};

const indicatorsOf = (group: string, facts: readonly ReportFact[]): Indicators => {
  const attendanceRate = rateOf(facts);
  return { group, counts: countsOf(facts), ...(attendanceRate !== undefined && { attendanceRate }) };
};

/** The indicators of each group of a dimension, by the name of the group, and of all together. */
export const indicatorsBy = (
  dimension: Dimension,
  facts: readonly ReportFact[],
): { readonly rows: readonly Indicators[]; readonly total: Indicators } => {
  const groups = new Map<string, ReportFact[]>();
  for (const fact of facts) {
    const group = fact.groups[dimension] ?? NONE;
    const members = groups.get(group);
    if (members) members.push(fact);
    else groups.set(group, [fact]);
  }
  const rows = [...groups].map(([group, members]) => indicatorsOf(group, members));
  return {
    rows: rows.sort((one, other) => one.group.localeCompare(other.group, 'nb')),
    total: indicatorsOf(NONE, facts),
  };
};
