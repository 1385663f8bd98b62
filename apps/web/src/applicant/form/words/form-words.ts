import type {
  AttachmentKind,
  Education,
  FormFaultCode,
  FormField,
  HprCheck,
  PhysicianRole,
  Profession,
  ServiceArea,
  Shortcoming,
} from '@kull/admissions';
import type { InLanguages } from '../../../kit/language';
import type { PagePart } from '../form-paths';
import type { StageName } from '../status';
import { bokmal } from './bokmal';
import { english } from './english';
import { nynorsk } from './nynorsk';

/** Why something was not done, as the applicant is told. */
export type FormRefusal =
  | 'OUTSIDE_WINDOW'
  | 'INTAKE_DECIDED'
  | 'CHANGED_MEANWHILE'
  | 'TOO_MANY_DOCUMENTS'
  | 'TOO_MANY_LINKS'
  | 'ALREADY_CONFIRMED'
  | 'POST_MISSING'
  | 'NO_FILE'
  | 'UNKNOWN_TYPE'
  | 'NO_KIND'
  | 'LEADER_NAME_MISSING'
  | 'LEADER_EMAIL_INVALID';

/** The application form in one language: what is left out does not compile. */
export interface FormWords {
  readonly list: {
    readonly title: string;
    readonly lead: string;
    readonly none: string;
    readonly openUntil: (time: string) => string;
    readonly closed: (time: string) => string;
    readonly decisions: string;
    readonly own: Readonly<Record<'NONE' | 'BEGUN' | 'SENT', string>>;
    readonly act: Readonly<Record<'NONE' | 'BEGUN' | 'SENT', string>>;
  };
  readonly title: (programme: string) => string;
  readonly parts: Readonly<Record<PagePart, string>>;
  readonly partsHeading: string;
  readonly step: (number: number, of: number) => string;
  readonly done: string;
  readonly missing: (count: number) => string;
  readonly saved: (time: string) => string;
  readonly savedWithFaults: string;
  readonly notSaved: string;
  readonly saveAndGoOn: string;
  readonly goOn: string;
  readonly overview: string;
  readonly optional: string;
  readonly choose: string;
  readonly yes: string;
  readonly no: string;
  readonly fromLogIn: string;
  readonly name: string;
  readonly birthDate: string;
  readonly contactHint: string;
  readonly labels: Readonly<Record<FormField, string>>;
  readonly hints: Readonly<Partial<Record<FormField, string>>>;
  readonly faults: Readonly<Record<FormFaultCode, (label: string) => string>>;
  readonly errorTitle: string;
  readonly languages: Readonly<Record<'nb' | 'nn' | 'en', string>>;
  readonly serviceAreas: Readonly<Record<ServiceArea, string>>;
  readonly notTargeted: string;
  readonly professions: Readonly<Record<Profession, string>>;
  readonly educations: Readonly<Record<Education, string>>;
  readonly physicianRoles: Readonly<Record<PhysicianRole, string>>;
  readonly quotaLead: string;
  readonly ifPhysician: string;
  readonly check: string;
  readonly hpr: Readonly<Record<HprCheck | 'NOT_ANSWERING', string>>;
  readonly wishesLead: string;
  readonly wish: (number: number) => string;
  readonly noMore: string;
  readonly classStarts: (code: string, site: string, day: string) => string;
  readonly documents: {
    readonly lead: string;
    readonly kinds: Readonly<Record<AttachmentKind, string>>;
    readonly counted: (there: number, wanted: number) => string;
    readonly none: string;
    readonly attachedAt: (time: string) => string;
    readonly open: string;
    readonly remove: string;
    readonly heading: string;
    readonly kind: string;
    readonly file: string;
    readonly fileHint: string;
    readonly add: string;
    readonly lacks: (kinds: string) => string;
    readonly full: string;
  };
  readonly employer: {
    readonly title: string;
    readonly why: (time: string) => string;
    readonly name: string;
    readonly email: string;
    readonly emailHint: string;
    readonly send: string;
    readonly again: string;
    readonly needsPost: string;
    readonly waiting: (to: string, asked: string, until: string) => string;
    readonly expired: (until: string) => string;
    readonly changed: string;
    readonly confirmed: (by: string, day: string) => string;
    readonly leader: string;
  };
  readonly before: {
    readonly title: string;
    readonly ready: string;
    readonly attachments: (kinds: string, time: string) => string;
    readonly shortcomings: Readonly<Record<Shortcoming, string>>;
    readonly shortcomingsLead: string;
    readonly lacksTitle: string;
    readonly attachmentsLater: (kinds: string, time: string) => string;
    readonly shortcomingsSent: string;
    readonly replace: string;
  };
  readonly send: string;
  readonly sendAgain: string;
  readonly notSent: string;
  readonly sent: {
    readonly title: string;
    readonly receipt: (number: string, time: string) => string;
    readonly changeable: (time: string) => string;
    readonly changedSince: string;
    readonly statusTitle: string;
    readonly stages: Readonly<Record<StageName, string>>;
    readonly now: string;
    readonly passed: string;
    readonly by: (day: string) => string;
    readonly offers: string;
    readonly decision: string;
  };
  readonly over: (time: string) => string;
  readonly refusals: Readonly<Record<FormRefusal, string>>;
}

export const formWords: InLanguages<FormWords> = { nb: bokmal, nn: nynorsk, en: english };
