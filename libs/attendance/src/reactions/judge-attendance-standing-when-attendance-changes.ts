import type { Recorded } from '@kull/event-store';
import type { Reaction } from '@kull/messaging';
import { register } from '../domain/register';

/** What is marked, settled, corrected or locked in a register. */
const inRegisters = [
  'AttendanceRecorded',
  'AttendanceConflictFound',
  'AttendanceConflictSettled',
  'AttendanceCorrected',
  'AttendanceLocked',
];

/** What changes which sessions count, and for whom. */
const inClasses = [
  'ClassOpened',
  'GatheringScheduled',
  'GatheringRescheduled',
  'GatheringCancelled',
  'MakeUpArranged',
  'MakeUpCancelled',
  'StudentEnrolled',
  'StudentTransferred',
  'StudentWithdrawn',
];

const classOf = ({ stream, data }: Recorded): string =>
  (data as { readonly classId?: string }).classId ?? stream.slice('class-'.length);

/**
 * Whatever may change where a student stands has the cohort judged (W15). One job for each command, not for each mark:
 * the events of a command are stored together, so the job sees them all.
 */
export const judgeAttendanceStandingWhenAttendanceChanges: Reaction = {
  name: 'judge-attendance-standing-when-attendance-changes',
  startsAt: 'beginning',
  handles: [...inRegisters, ...inClasses],
  jobs: ['judge-attendance-standing'],
  react: (event) => {
    const { stream, position, occurredAt, metadata } = event;
    const subject: Readonly<Record<string, string>> = stream.startsWith(`${register.category}-`)
      ? { register: stream }
      : { classId: classOf(event), notBefore: occurredAt };
    const key = `judge-attendance-standing.${metadata.commandId}`;
    return [{ key, job: 'judge-attendance-standing', payload: { ...subject, position } }];
  },
};
