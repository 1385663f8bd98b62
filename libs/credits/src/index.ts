export * from './contracts';
export { CreditsModule, creditsParts } from './credits.module';
export type { CourseCount } from './read-models/awards.query';
export { CountAwards } from './read-models/count-awards';
