import type { StandingStatus } from './attendance-standing';
import { type GatheringToCome, optionsOf, type StandingOption } from './standing-options';
import type { StudentStandings } from './student-standings';

/** Which students a list is of: those at risk or out of reach, all, or those of one status. */
export type RiskFilter = 'RISK' | 'ALL' | StandingStatus;

/** A student on the list, with what is left to do. */
export interface StudentAtRisk extends StudentStandings {
  readonly options: readonly StandingOption[];
}

const order: readonly StandingStatus[] = ['IMPOSSIBLE', 'AT_RISK', 'SAFE', 'MET'];

const statusesOf = (filter: RiskFilter): readonly StandingStatus[] => {
  if (filter === 'ALL') return order;
  return filter === 'RISK' ? ['IMPOSSIBLE', 'AT_RISK'] : [filter];
};

const leastLeft = ({ standings }: StudentStandings): number => Math.min(...standings.map((one) => one.leftToLose));

/** The gravest first, then those who can lose least, each with what is left to do. */
export const riskList = (
  students: readonly StudentStandings[],
  toCome: readonly GatheringToCome[],
  filter: RiskFilter,
): readonly StudentAtRisk[] =>
  students
    .filter(({ status }) => statusesOf(filter).includes(status))
    .map((student) => ({ ...student, options: optionsOf(student, toCome) }))
    .sort(
      (one, other) =>
        order.indexOf(one.status) - order.indexOf(other.status) ||
        leastLeft(one) - leastLeft(other) ||
        (one.studentNo < other.studentNo ? -1 : 1),
    );

/** How many stand where. */
export const countsOf = (students: readonly StudentStandings[]): Readonly<Record<StandingStatus, number>> => {
  const counts = { MET: 0, SAFE: 0, AT_RISK: 0, IMPOSSIBLE: 0 };
  for (const { status } of students) counts[status]++;
  return counts;
};
