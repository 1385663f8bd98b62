export * from './contracts';
export * from './contracts/own-classes';
export { type DeadlineEntry, deadlineFile } from './http/deadline-file';
export { type CalendarAddress, OwnCalendars } from './own-calendars';
export { CanUndoTransfer } from './read-models/can-undo-transfer';
export { type ClassPlaces, ListClassPlaces } from './read-models/list-class-places';
export { type ComingTeaching, ListComingTeaching } from './read-models/list-coming-teaching';
export { type ListedStudent, ListStudents, type WhichStudents } from './read-models/list-students';
export { TeachingModule, teachingParts } from './teaching.module';
