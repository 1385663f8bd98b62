export type {
  ContactEvent,
  ContactRejection,
  EmailChanged,
  LanguageChanged,
  WorkplaceChanged,
} from './contact/contact';
export { type ContactWish, contactStreamOf, emailBeforePurpose, OwnContact } from './contact/own-contact';
export * from './contracts';
export { isUsualHprLength, isWellFormedHprNumber } from './hpr/well-formed';
export { HprRegister } from './hpr-register';
export { loadPeopleKeys, type PeopleKeys, peopleKeysFrom } from './keys';
export { isSafeUrl } from './maskinporten/json-request';
export { MaskinportenClient, type MaskinportenOptions } from './maskinporten/maskinporten-client';
export { loadMaskinportenKey } from './maskinporten/maskinporten-key';
export { RemoteFault } from './maskinporten/remote-fault';
export { People } from './people';
export { type HprApiSettings, PeopleModule, type PeopleOptions, peopleMigrations, peopleParts } from './people.module';
export { type PersonRead, type ReadCursor, Reads } from './reads/reads';
export { StaffDirectory } from './staff-directory';
