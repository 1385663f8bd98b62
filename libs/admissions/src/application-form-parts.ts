import { Newcomers } from '@kull/access';
import type { Provider } from '@nestjs/common';
import { ApplicantsWelcome } from './applicants-welcome';
import { ApplicationDocuments } from './application-documents';
import { ApplicationPapers } from './application-papers';
import { AskEmployerHandler } from './commands/ask-employer';
import { AttachApplicationDocumentHandler } from './commands/attach-application-document';
import { ConfirmEmploymentHandler } from './commands/confirm-employment';
import { DraftAccess } from './commands/draft-access';
import { OwnSubmission } from './commands/own-submission';
import { RemoveApplicationDocumentHandler } from './commands/remove-application-document';
import { SaveDraftHandler } from './commands/save-draft';
import { SaveOwnDraftHandler } from './commands/save-own-draft';
import { SendApplicationHandler } from './commands/send-application';
import { EmployerLinks } from './employer-links';
import { EmployerRequests } from './employer-requests';
import { OwnDrafts } from './own-drafts';
import { OwnHprCheck } from './own-hpr-check';
import { WriteToEmployer } from './reactions/write-to-employer';

/** What the pages of the application form are given. */
export const applicationFormExports = [ApplicationDocuments, EmployerLinks, OwnDrafts, OwnHprCheck, Newcomers];

/** What the module has of applications that are filled in here. */
export const applicationFormProviders: Provider[] = [
  DraftAccess,
  OwnSubmission,
  EmployerRequests,
  ApplicationPapers,
  SaveDraftHandler,
  SaveOwnDraftHandler,
  AttachApplicationDocumentHandler,
  RemoveApplicationDocumentHandler,
  SendApplicationHandler,
  AskEmployerHandler,
  ConfirmEmploymentHandler,
  WriteToEmployer,
  ApplicationDocuments,
  EmployerLinks,
  OwnDrafts,
  OwnHprCheck,
  { provide: Newcomers, useClass: ApplicantsWelcome },
];
