export * from './contracts';
export { type ClassPlaces, ListClassPlaces } from './read-models/list-class-places';
export { TeachingModule, teachingParts } from './teaching.module';
