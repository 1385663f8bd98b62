export { AttendanceModule, attendanceParts } from './attendance.module';
export * from './contracts';
