export { AttendanceModule, attendanceParts } from './attendance.module';
export * from './contracts';
export type { Standing } from './domain/attendance-standing';
export { type ExcuseCode, excuseCodes } from './domain/mark';
export { type OwnAbsence, type OwnAbsenceRefusal, OwnAbsences } from './own-absences';
export { type AttendanceOfStudent, OwnAttendance } from './own-attendance';
export { type OwnDoorCode, OwnDoorCodes } from './own-door-codes';
export { PreviewAttendance } from './reactions/preview-attendance';
export { CountStandings, type StandingCount } from './read-models/count-standings';
