import type { HalfHours, LocalDate, Share } from '@kull/kernel';
import type { AssessmentRequirement, CourseRequirement, PartRequirement } from '@kull/teaching/contracts';

/** Hours approved for one specialty and purpose, and the course points they give. */
export interface CreditLine {
  readonly lineNo: number;
  readonly specialty: string;
  readonly purpose: 'VIDERE' | 'ETTER' | 'BOTH';
  readonly category: string;
  readonly approvedHalfHours: HalfHours;
  /** At most one decimal. */
  readonly points: number;
}

/** What course points are judged by. */
export interface ApprovalTerms {
  readonly approvalId: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly minAttendance: Share;
  readonly assessmentRequired: boolean;
  readonly creditLines: readonly CreditLine[];
}

/** What credits are judged by. Frozen once the awards are judged: a later change of terms is no silent edit. */
export interface CourseTerms {
  /** The class's last day: the completion date of those who have no attested result. */
  readonly endsOn: LocalDate;
  readonly sessions: readonly { readonly code: string; readonly halfHours: HalfHours }[];
  readonly ectsCredits: number;
  /** The course that gives its ectsCredits once per person (I-34). Absent: the plan names none. */
  readonly courseCode?: string;
  /** `assessment`: the one assessment of a course whose `requirements` are not listed. */
  readonly ectsRule: { readonly minAttendance: Share; readonly assessment?: string };
  /** Assessments and mandatory parts, in the order in which they are shown. */
  readonly requirements?: readonly CourseRequirement[];
  /** Absent: the course gives no coursePoints. */
  readonly courseApproval?: ApprovalTerms;
}

/** An assessment that the ectsCredits need. Of one that stands in the rule alone, code and scale are all that is known. */
export type RequiredAssessment = Pick<AssessmentRequirement, 'code' | 'scale'> & Partial<AssessmentRequirement>;

/** The length of the whole course. */
export const totalHalfHours = ({ sessions }: CourseTerms): HalfHours =>
  sessions.reduce((sum, { halfHours }) => sum + halfHours, 0);

/** Every assessment that must be passed. */
export const assessmentsOf = ({
  requirements,
  ectsRule,
}: Pick<CourseTerms, 'requirements' | 'ectsRule'>): readonly RequiredAssessment[] => {
  if (requirements) return requirements.filter((one) => one.kind === 'ASSESSMENT');
  return ectsRule.assessment === undefined ? [] : [{ code: ectsRule.assessment, scale: 'PASSED_FAILED' }];
};

/** Every mandatory part, which is done or not. */
export const partsOf = ({ requirements = [] }: Pick<CourseTerms, 'requirements'>): readonly PartRequirement[] =>
  requirements.filter((one) => one.kind === 'PART');

export const assessmentNamed = (terms: CourseTerms, code: string): RequiredAssessment | undefined =>
  assessmentsOf(terms).find((one) => one.code === code);
