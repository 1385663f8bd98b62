export { AttendanceModule, attendanceParts } from './attendance.module';
export * from './contracts';
export { PreviewAttendance } from './reactions/preview-attendance';
export { CountStandings, type StandingCount } from './read-models/count-standings';
