export * from './contracts';
export * from './contracts/own-classes';
export { type CalendarAddress, OwnCalendars } from './own-calendars';
export { type ClassPlaces, ListClassPlaces } from './read-models/list-class-places';
export { TeachingModule, teachingParts } from './teaching.module';
