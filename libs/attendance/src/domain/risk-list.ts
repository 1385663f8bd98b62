import { gravest, type Standing, type StandingStatus } from './attendance-standing';
import { type GatheringToCome, optionsOf, type StandingOption } from './standing-options';
import type { StudentStandings } from './student-standings';

/** Which students a list is of: those at risk or out of reach, all, or those of one status. */
export type RiskFilter = 'RISK' | 'ALL' | StandingStatus;

/** A student on the list, with what is left to do. */
export interface StudentAtRisk extends StudentStandings {
  readonly classId: string;
  readonly status: StandingStatus;
  readonly options: readonly StandingOption[];
}

/** The students of one class as they stand. */
interface ClassOfStudents {
  readonly classId: string;
  readonly standings: readonly StudentStandings[];
}

const order: readonly StandingStatus[] = ['IMPOSSIBLE', 'AT_RISK', 'SAFE', 'MET'];

const statusesOf = (filter: RiskFilter): readonly StandingStatus[] => {
  if (filter === 'ALL') return order;
  return filter === 'RISK' ? ['IMPOSSIBLE', 'AT_RISK'] : [filter];
};

const graveOf = ({ standings }: StudentStandings): StandingStatus => gravest(standings.map(({ status }) => status));

const leastLeft = (standings: readonly Standing[]): number => Math.min(...standings.map((one) => one.leftToLose));

/** The gravest first, then those who can lose least; a student's other classes are where a gathering can be made up. */
export const riskList = (
  classes: readonly ClassOfStudents[],
  toCome: readonly GatheringToCome[],
  filter: RiskFilter,
): readonly StudentAtRisk[] =>
  classes
    .flatMap(({ classId, standings }) => {
      const elsewhere = toCome.filter((one) => one.classId !== classId);
      return standings.map((student) => {
        const status = graveOf(student);
        return { ...student, classId, status, options: optionsOf(student.sessions, student.standings, elsewhere) };
      });
    })
    .filter(({ status }) => statusesOf(filter).includes(status))
    .sort(
      (one, other) =>
        order.indexOf(one.status) - order.indexOf(other.status) ||
        leastLeft(one.standings) - leastLeft(other.standings) ||
        (one.studentNo < other.studentNo ? -1 : 1),
    );

/** How many stand where. */
export const countsOf = (classes: readonly ClassOfStudents[]): Readonly<Record<StandingStatus, number>> => {
  const counts = { MET: 0, SAFE: 0, AT_RISK: 0, IMPOSSIBLE: 0 };
  for (const student of classes.flatMap(({ standings }) => standings)) counts[graveOf(student)]++;
  return counts;
};
