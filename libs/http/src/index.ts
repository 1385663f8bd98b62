export { type Accepted, answer, type ProblemsFor, problemOf, type RefusalText } from './answer';
export { AsOfQuery, asOfIn } from './as-of';
export {
  FormBody,
  JSON_LIMIT,
  LargeJsonBody,
  registerBodies,
  takesForm,
  type Upload,
  UploadBody,
  type UploadedFile,
} from './bodies';
export {
  ALLOWED_ROLES,
  Allow,
  Caller,
  type ClassReach,
  type ClassRole,
  callerOf,
  classRoles,
  FOR_PEOPLE,
  ForPeople,
  type MachineScope,
  machineScopes,
  NEEDED_SCOPE,
  NeedsScope,
  type Principal,
  PUBLIC,
  Public,
  type Role,
} from './caller';
export { ClassId, classFor, classUnknown } from './class-id';
export { CsvBody, type CsvFile, type CsvRecord, readCsv } from './csv-body';
export { CsvImport, type CsvImportText } from './csv-import';
export { DatabaseClock } from './database-clock';
export { DocumentBody } from './document-body';
export { documentTypeOf, type UploadedDocument } from './document-types';
export { problemFrom, traceOf } from './faults';
export { fieldForbidden } from './field-forbidden';
export { Html, html } from './html';
export { HttpModule, httpMigrations, httpWhose } from './http.module';
export {
  asWritten,
  keptLanguage,
  LANGUAGE_COOKIE,
  languageOfRequest,
  type Said,
  said,
  saidIn,
  spokenLanguage,
} from './language';
export { MessageBody } from './message-body';
export { alreadyHas, etagOf, SeenVersion } from './preconditions';
export {
  languageHeaders,
  NOTHING_THERE,
  PROBLEM_MEDIA_TYPE,
  Problem,
  type ProblemBody,
  type ProblemError,
  type ProblemParts,
  slugOf,
} from './problem';
export { Question } from './question';
export {
  Created,
  contentDisposition,
  csvReply,
  decodeCursor,
  encodeCursor,
  fileReply,
  type ListQuery,
  listQuery,
  Page,
  pageOf,
  Versioned,
  Worded,
} from './replies';
export { withMessages } from './row-messages';
export { runsClass } from './runs-class';
export { clockTime, type ServiceClockOptions } from './service-clock';
export { problemOfTable, TableBody } from './table-body';
