import type { LoggedEvent } from './year-log';

const statusBy: Readonly<Record<string, string>> = {
  AttendanceThresholdAtRisk: 'AT_RISK',
  AttendanceRequirementNotMet: 'IMPOSSIBLE',
  AttendanceRequirementMet: 'MET',
  AttendanceRiskPassed: 'SAFE',
  AttendanceRequirementReopened: 'SAFE',
};

/** Credits as the events alone give them: all or nothing (I-33), once (I-34). And what was last said of attendance. */
export class AwardsInLog {
  private readonly credits = new Map<string, { readonly times: number; readonly classId: string }>();
  private readonly standings = new Map<string, string>();

  read({ type, data }: LoggedEvent): readonly string[] {
    const status = statusBy[type];
    if (status !== undefined) this.standings.set(data.studentNo, status);
    if (type === 'EctsCreditsAwarded') return this.count(data, 1, data.ectsCredits);
    return type === 'AwardReversed' && data.award === 'ectsCredits' ? this.count(data, -1, 30) : [];
  }

  /** What the last event said of the student's attendance; everybody is safe at first. */
  standingOf(studentNo: string): string {
    return this.standings.get(studentNo) ?? 'SAFE';
  }

  /** How many earned the credits in the class, and have them. */
  holders(classId: string): number {
    return [...this.credits.values()].filter((one) => one.times > 0 && one.classId === classId).length;
  }

  private count(data: LoggedEvent['data'], by: number, ectsCredits: number): readonly string[] {
    const key = `${data.courseCode} ${data.personId}`;
    const times = (this.credits.get(key)?.times ?? 0) + by;
    this.credits.set(key, { times, classId: data.classId });
    return [
      ...(data.courseCode && data.personId ? [] : ['I-34: nobody knows whose, or of which course']),
      ...(times === 0 || times === 1 ? [] : [`I-34: ${data.studentNo} has them ${times} times`]),
      ...(ectsCredits === 30 ? [] : [`I-33: ${ectsCredits} ectsCredits`]),
    ];
  }
}
