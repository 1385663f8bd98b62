import { accept, type Command, type Decider, idOf, nothing } from '@kull/kernel';
import type { AwardWithAttendance, StandingStatus } from './attendance-standing';
import type { JudgedFigures, StandingEvent } from './judged-standing.events';

/** The standings of one student in the course that began in this class, wherever the student went since (I-27). */
export const standingIdOf = (courseClassId: string, studentNo: string): string => idOf('ats', courseClassId, studentNo);

/** What was last said of each award. Nothing said: safe, as everybody is at first. */
export type JudgedStandings = ReadonlyMap<AwardWithAttendance, StandingStatus>;

/** Says where the student stands now. */
export type JudgeStanding = Command<'JudgeStanding', JudgedFigures & { readonly status: StandingStatus }>;

/** Whether that was the last that was said. */
export const isJudgedAs = (judged: JudgedStandings, award: AwardWithAttendance, status: StandingStatus): boolean =>
  (judged.get(award) ?? 'SAFE') === status;

const eventOf = (before: StandingStatus, { status, ...data }: JudgeStanding['data']): StandingEvent => {
  switch (status) {
    case 'AT_RISK':
      return { type: 'AttendanceThresholdAtRisk', data };
    case 'IMPOSSIBLE':
      return { type: 'AttendanceRequirementNotMet', data };
    case 'MET':
      return { type: 'AttendanceRequirementMet', data };
    case 'SAFE':
      return before === 'AT_RISK' || before === 'IMPOSSIBLE'
        ? { type: 'AttendanceRiskPassed', data: { ...data, from: before } }
        : { type: 'AttendanceRequirementReopened', data };
  }
};

/** Where the student stands by this event. */
export const statusAfter = ({ type }: Pick<StandingEvent, 'type'>): StandingStatus => {
  switch (type) {
    case 'AttendanceThresholdAtRisk':
      return 'AT_RISK';
    case 'AttendanceRequirementNotMet':
      return 'IMPOSSIBLE';
    case 'AttendanceRequirementMet':
      return 'MET';
    case 'AttendanceRiskPassed':
    case 'AttendanceRequirementReopened':
      return 'SAFE';
  }
};

/** Where a student stands with the attendance that each award needs; an event only when that changes. */
export const judgedStanding: Decider<JudgedStandings, JudgeStanding, StandingEvent, never> = {
  category: 'attendance-standing',
  initial: new Map(),

  decide: (judged, { data }) =>
    isJudgedAs(judged, data.award, data.status) ? nothing : accept(eventOf(judged.get(data.award) ?? 'SAFE', data)),

  evolve: (judged, event) => new Map(judged).set(event.data.award, statusAfter(event)),
};

/** Whose standings a stream is of. */
export const standingOfStream = (stream: string): string => stream.slice(judgedStanding.category.length + 1);
