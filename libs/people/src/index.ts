export * from './contracts';
export { HprRegister } from './hpr-register';
export { loadPeopleKeys, type PeopleKeys, peopleKeysFrom } from './keys';
export { People } from './people';
export { PeopleModule, type PeopleOptions, peopleMigrations } from './people.module';
export { StaffDirectory } from './staff-directory';
