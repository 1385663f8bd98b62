export { AttendanceModule, attendanceParts } from './attendance.module';
export * from './contracts';
export type { Standing } from './domain/attendance-standing';
export { type AttendanceOfStudent, OwnAttendance } from './own-attendance';
export { PreviewAttendance } from './reactions/preview-attendance';
export { type AbsencesToDecide, CountAbsencesToDecide } from './read-models/count-absences-to-decide';
export { CountStandings, type StandingCount } from './read-models/count-standings';
