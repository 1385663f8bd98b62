import type { HalfHours, LocalDate, Share } from '@kull/kernel';

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

/** What credits are judged by. Frozen in the student's course when it is opened: a later change of terms is no silent edit. */
export interface CourseTerms {
  /** The class's last day: the completion date of those who have no attested result. */
  readonly endsOn: LocalDate;
  readonly sessions: readonly { readonly code: string; readonly halfHours: HalfHours }[];
  readonly ectsCredits: number;
  readonly ectsRule: { readonly minAttendance: Share; readonly assessment: string };
  readonly courseApproval: {
    readonly approvalId: string;
    readonly validFrom: LocalDate;
    readonly validTo: LocalDate;
    readonly minAttendance: Share;
    readonly assessmentRequired: boolean;
    readonly creditLines: readonly CreditLine[];
  };
}

/** The length of the whole course. */
export const totalHalfHours = ({ sessions }: CourseTerms): HalfHours =>
  sessions.reduce((sum, { halfHours }) => sum + halfHours, 0);
