export { AttendanceModule, attendanceParts } from './attendance.module';
export * from './contracts';
export { CountStandings, type StandingCount } from './read-models/count-standings';
