import { ApplicationDocumentsController } from './application-documents.controller';
import { ApplicationFormController } from './application-form.controller';
import { EmployerController } from './employer.controller';
import { OwnForm } from './own-form';

/** The documents come first: their addresses are more than a part's. */
export const formControllers = [ApplicationDocumentsController, ApplicationFormController, EmployerController];

export const formProviders = [OwnForm];
