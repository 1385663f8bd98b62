export { AttendanceModule, attendanceParts } from './attendance.module';
export * from './contracts';
export { type AttendanceFigures, attendanceFigures } from './domain/attendance-figures';
export type { Standing } from './domain/attendance-standing';
export { type AttendanceOfStudent, OwnAttendance } from './own-attendance';
export { PreviewAttendance } from './reactions/preview-attendance';
export { CountStandings, type StandingCount } from './read-models/count-standings';
export { type AttendanceStreams, ListAttendanceStreams } from './read-models/list-attendance-streams';
export { type ListedStanding, ListStandings } from './read-models/list-standings';
