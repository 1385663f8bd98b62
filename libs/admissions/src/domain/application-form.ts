import type { Instant, LocalDate } from '@kull/kernel';
import {
  type ApplicationColumn,
  type ApplicationFacts,
  type ApplicationRecord,
  factsOf,
  wishesOf,
} from './application-facts';
import { educations, physicianRoles, professions, serviceAreas } from './form-choices';
import type { IntakeDefinition } from './intake-definition';

/** The parts of the form that are filled in; the documents are a part of their own. */
export const formParts = ['ABOUT', 'LEADER_ROLE', 'QUOTA', 'WISHES'] as const;
export type FormPart = (typeof formParts)[number];

/** A field of the form: the column of `applications.csv` that says the same. */
export type FormField = Exclude<
  ApplicationColumn,
  'application_no' | 'submitted_at' | 'national_id' | 'employer_confirmed_at'
>;

/** What was filled in, by field; a field that is blank is left out. */
export type Answers = Readonly<Partial<Record<FormField, string>>>;

/** Which fields belong to which part. The names are asked for only where the log-in did not give them. */
export const fieldsOf: Readonly<Record<FormPart, readonly FormField[]>> = {
  ABOUT: ['family_name', 'given_names', 'email', 'phone', 'language'],
  LEADER_ROLE: [
    'employer',
    'employer_org_no',
    'municipality_code',
    'service_area',
    'profession',
    'position_title',
    'leader_role',
    'personnel_responsibility',
    'budget_responsibility',
    'years_experience',
    'highest_education',
    'ects_credits',
    'recommended_by',
  ],
  QUOTA: ['physician', 'hpr_number', 'physician_role'],
  WISHES: ['class_wishes'],
};

/**
 * - `MISSING`: it has to be filled in. `NOT_CHOSEN`: nothing, or none of the choices, was chosen.
 * - `INVALID_EMAIL`, `INVALID_PHONE`, `INVALID_ORG_NUMBER`, `INVALID_MUNICIPALITY`, `INVALID_HPR_NUMBER`, `NOT_A_NUMBER`
 * - `NO_WISH`, `WISHED_TWICE`, `UNKNOWN_CLASS`: of the wishes.
 * - `TOO_LONG`: more than 200 signs.
 */
export type FormFaultCode =
  | 'MISSING'
  | 'NOT_CHOSEN'
  | 'INVALID_EMAIL'
  | 'INVALID_PHONE'
  | 'INVALID_ORG_NUMBER'
  | 'INVALID_MUNICIPALITY'
  | 'INVALID_HPR_NUMBER'
  | 'NOT_A_NUMBER'
  | 'NO_WISH'
  | 'WISHED_TWICE'
  | 'UNKNOWN_CLASS'
  | 'TOO_LONG';

export interface FormFault {
  readonly field: FormField;
  readonly code: FormFaultCode;
}

type Check = (text: string) => FormFaultCode | undefined;

const maxLength = 200;

const required: Check = (text) => (text === '' ? 'MISSING' : undefined);
const shaped =
  (shape: RegExp, code: FormFaultCode): Check =>
  (text) =>
    text === '' || shape.test(text) ? undefined : code;
const oneOf =
  (choices: readonly string[]): Check =>
  (text) =>
    choices.includes(text) ? undefined : 'NOT_CHOSEN';

const weights = [3, 2, 7, 6, 5, 4, 3, 2] as const;

/** Nine digits, the last one a control digit (modulus 11). */
export const isOrgNumber = (text: string): boolean => {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  const control = (11 - (sum % 11)) % 11;
  return control === Number(text[8]);
};

const orgNumber: Check = (text) => (text === '' || isOrgNumber(text) ? undefined : 'INVALID_ORG_NUMBER');

const yesOrNo = oneOf(['Y', 'N']);
const number = shaped(/^\d{1,3}(\.\d)?$/, 'NOT_A_NUMBER');

const checks: Readonly<Partial<Record<FormField, readonly Check[]>>> = {
  email: [
    required,
    shaped(/^(?=.{1,254}$)[^\s@<>()",;:]{1,64}@[^\s@<>()",;:]+\.[^\s@.<>()",;:]{2,}$/u, 'INVALID_EMAIL'),
  ],
  phone: [shaped(/^\+?\d{8,15}$/, 'INVALID_PHONE')],
  language: [oneOf(['nb', 'nn', 'en'])],
  employer: [required],
  employer_org_no: [required, orgNumber],
  municipality_code: [required, shaped(/^\d{4}$/, 'INVALID_MUNICIPALITY')],
  service_area: [oneOf(serviceAreas)],
  profession: [oneOf(professions)],
  position_title: [required],
  leader_role: [yesOrNo],
  personnel_responsibility: [yesOrNo],
  budget_responsibility: [yesOrNo],
  years_experience: [required, number],
  highest_education: [oneOf(educations)],
  ects_credits: [number],
  physician: [yesOrNo],
};

const wishFault = (cell: string, classes: readonly string[]): FormFaultCode | undefined => {
  const wishes = wishesOf(cell);
  if (wishes.length === 0) return 'NO_WISH';
  if (new Set(wishes).size < wishes.length) return 'WISHED_TWICE';
  return wishes.every((wish) => classes.includes(wish)) ? undefined : 'UNKNOWN_CLASS';
};

/** What depends on another field. */
const faultBeside = (field: FormField, text: string, answers: Answers): FormFaultCode | undefined => {
  if (field === 'ects_credits') return answers.highest_education === 'NONE' ? required(text) : undefined;
  if (answers.physician !== 'Y') return undefined;
  if (field === 'physician_role') return oneOf(physicianRoles)(text);
  if (field === 'hpr_number') return required(text) ?? shaped(/^\d{7,9}$/, 'INVALID_HPR_NUMBER')(text);
  return undefined;
};

/** What is wrong in a part, field by field in the order of the form. `asksNames`: whether the log-in gave none. */
export const faultsIn = (
  part: FormPart,
  answers: Answers,
  intake: Pick<IntakeDefinition, 'classes'>,
  asksNames: boolean,
): readonly FormFault[] =>
  fieldsOf[part].flatMap((field) => {
    const text = answers[field] ?? '';
    const isName = field === 'family_name' || field === 'given_names';
    if (isName && !asksNames) return [];
    const code =
      [...text].length > maxLength
        ? 'TOO_LONG'
        : field === 'class_wishes'
          ? wishFault(
              text,
              intake.classes.map((one) => one.code),
            )
          : ((isName ? required(text) : undefined) ??
            checks[field]?.map((check) => check(text)).find((fault) => fault !== undefined) ??
            faultBeside(field, text, answers));
    return code ? [{ field, code }] : [];
  });

/** Without what no event can hold, the spaces that people put into numbers, and the comma of a decimal. */
const tidied = (field: FormField, text: string): string => {
  const trimmed = text.replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
  switch (field) {
    case 'phone':
    case 'employer_org_no':
    case 'municipality_code':
    case 'hpr_number':
      return trimmed.replaceAll(/[\s.-]/g, '');
    case 'years_experience':
    case 'ects_credits':
      return trimmed.replaceAll(/\s/g, '').replace(',', '.');
    default:
      return trimmed;
  }
};

/** The answers with those of one part as they were filled in now; what a part does not ask for goes. */
export const answered = (before: Answers, part: FormPart, given: Answers): Answers => {
  const kept = Object.entries(before).filter(([field]) => !fieldsOf[part].includes(field as FormField));
  const now = fieldsOf[part].flatMap((field) => {
    const text = tidied(field, given[field] ?? '');
    return text === '' ? [] : [[field, text] as const];
  });
  const all: Answers = Object.fromEntries([...kept, ...now]);
  if (all.physician === 'Y') return all;
  const { hpr_number: _, physician_role: __, ...others } = all;
  return others;
};

/** What the leader is asked to confirm: where somebody works, and as what. */
export const postIn = ({ employer, employer_org_no, municipality_code, position_title }: Answers) => ({
  employer,
  employer_org_no,
  municipality_code,
  position_title,
});

/** What is told of an application that stands outside of its answers. */
export interface SentAs {
  readonly applicationNo: string;
  readonly submittedAt: Instant;
  readonly familyName: string;
  readonly givenNames: string;
  /** Absent: not confirmed, or of another post. */
  readonly employerConfirmedOn?: LocalDate;
}

const blank = {
  email: '',
  phone: '',
  language: 'nb',
  municipality_code: '',
  employer: '',
  employer_org_no: '',
  service_area: '',
  profession: '',
  position_title: '',
  leader_role: '',
  personnel_responsibility: '',
  budget_responsibility: '',
  years_experience: '',
  highest_education: '',
  ects_credits: '',
  physician: '',
  physician_role: '',
  hpr_number: '',
  recommended_by: '',
  class_wishes: '',
} satisfies Partial<ApplicationRecord>;

/** The row of `applications.csv` that says what the form says; without the national id, which the form does not have. */
export const recordOf = (
  answers: Answers,
  { applicationNo, submittedAt, familyName, givenNames, employerConfirmedOn }: SentAs,
): ApplicationRecord => ({
  ...blank,
  ...answers,
  application_no: applicationNo,
  submitted_at: submittedAt,
  family_name: familyName,
  given_names: givenNames,
  national_id: '',
  employer_confirmed_at: employerConfirmedOn ?? '',
});

/** What selection would look at, were the application sent like this. */
export const factsIn = (answers: Answers, sentAs: SentAs): ApplicationFacts =>
  factsOf(recordOf(answers, sentAs), sentAs.submittedAt);
