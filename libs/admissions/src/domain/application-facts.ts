import { type Instant, isLocalDate, type LocalDate, localDateInOslo, parseInstant } from '@kull/kernel';
import type { NationalId } from '@kull/people/national-id';

/** The columns of `applications.csv` that are read. A column missing from the file makes it unusable. */
export const applicationColumns = [
  'application_no',
  'submitted_at',
  'family_name',
  'given_names',
  'national_id',
  'email',
  'phone',
  'language',
  'municipality_code',
  'employer',
  'employer_org_no',
  'service_area',
  'profession',
  'position_title',
  'leader_role',
  'personnel_responsibility',
  'budget_responsibility',
  'years_experience',
  'highest_education',
  'ects_credits',
  'physician',
  'physician_role',
  'hpr_number',
  'employer_confirmed_at',
  'recommended_by',
  'class_wishes',
] as const;

export type ApplicationColumn = (typeof applicationColumns)[number];

/** One row of `applications.csv` as parsed: every column a text, blank when the row is too short. */
export type ApplicationRecord = Readonly<Record<ApplicationColumn, string>>;

/** What selection looks at in an application. Holds nothing by which a person could be known. */
export interface ApplicationFacts {
  readonly applicationNo: string;
  readonly submittedAt: Instant;
  readonly municipality: string;
  readonly serviceArea: string;
  readonly leaderRole: boolean;
  readonly personnelResponsibility: boolean;
  readonly budgetResponsibility: boolean;
  /** Full-time years, already counted by whoever made the file (I-05); one decimal. */
  readonly yearsExperience: number;
  readonly highestEducation: string;
  readonly ectsCredits: number;
  readonly physician: boolean;
  readonly physicianRole: string;
  readonly employerConfirmedOn?: LocalDate;
  readonly recommended: boolean;
  /** Class codes, the most wanted first; at least one, none twice. */
  readonly wishes: readonly string[];
}

/** Who applied and what they told us: for `people` and for sealing only. */
export interface ApplicantDetails {
  readonly nationalId: NationalId;
  readonly familyName: string;
  readonly givenNames: string;
  readonly email: string;
  readonly phone: string;
  readonly language: string;
  readonly hprNumber: string;
  readonly employer: string;
  readonly employerOrgNo: string;
  readonly profession: string;
  readonly positionTitle: string;
  readonly recommendedBy: string;
}

/** A cell as it can stand in an event: one line of at most 64 characters. Real codes are shorter and stay as they are. */
const codeText = (cell: string): string => [...cell.replace(/\p{Cc}/gu, ' ')].slice(0, 64).join('');

const isYes = (text: string): boolean => text === 'Y';

/** A number of years or credits, cut to one decimal. What is no number counts as none. */
const amount = (text: string): number => (/^\d+(\.\d+)?$/.test(text) ? Math.floor(Number(text) * 10) / 10 : 0);

const dayOf = (text: string): LocalDate | undefined => {
  if (isLocalDate(text)) return text;
  const instant = parseInstant(text);
  return instant === undefined ? undefined : localDateInOslo(instant);
};

/** The class wishes of a row, in order; empty when the cell is blank. */
export const wishesOf = (cell: string): readonly string[] => (cell === '' ? [] : cell.split('|'));

/** What selection reads from a row. */
export const factsOf = (record: ApplicationRecord, submittedAt: Instant): ApplicationFacts => {
  const employerConfirmedOn = dayOf(record.employer_confirmed_at);
  return {
    applicationNo: record.application_no,
    submittedAt,
    municipality: codeText(record.municipality_code),
    serviceArea: codeText(record.service_area),
    leaderRole: isYes(record.leader_role),
    personnelResponsibility: isYes(record.personnel_responsibility),
    budgetResponsibility: isYes(record.budget_responsibility),
    yearsExperience: amount(record.years_experience),
    highestEducation: codeText(record.highest_education),
    ectsCredits: amount(record.ects_credits),
    physician: isYes(record.physician),
    physicianRole: codeText(record.physician_role),
    ...(employerConfirmedOn === undefined ? {} : { employerConfirmedOn }),
    recommended: record.recommended_by.trim() !== '',
    wishes: wishesOf(record.class_wishes),
  };
};

/** What `people` is to keep of a row. */
export const detailsOf = (record: ApplicationRecord, nationalId: NationalId): ApplicantDetails => ({
  nationalId,
  familyName: record.family_name,
  givenNames: record.given_names,
  email: record.email,
  phone: record.phone,
  language: record.language,
  hprNumber: record.hpr_number,
  employer: record.employer,
  employerOrgNo: record.employer_org_no,
  profession: record.profession,
  positionTitle: record.position_title,
  recommendedBy: record.recommended_by,
});
