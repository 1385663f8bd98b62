import type { HalfHours, Instant, LocalDate, Share } from '@kull/kernel';

/** Where a class meets. Data of each class, never of the code (domain.md 0.1). */
export type Site = string;

/** Hours that Legeforeningen approved for one specialty and purpose, and the course points they give (domain.md 1.2). */
export interface CreditLine {
  readonly lineNo: number;
  readonly specialty: string;
  /** Towards becoming a specialist, keeping it up, or counting for either. */
  readonly purpose: 'VIDERE' | 'ETTER' | 'BOTH';
  readonly category: string;
  readonly approvedHalfHours: HalfHours;
  /** At most one decimal. */
  readonly points: number;
}

/** Legeforeningen's approval of a course: under which number, in which period, on which terms (domain.md 1.2). */
export interface CourseApproval {
  readonly approvalId: string;
  readonly title: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly minAttendance: Share;
  readonly assessmentRequired: boolean;
  readonly deliveryMode: string;
  readonly creditLines: readonly CreditLine[];
}

/** The smallest unit that attendance is kept for. */
export interface Session {
  readonly code: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly halfHours: HalfHours;
}

export interface Organisation {
  readonly name: string;
  readonly orgNumber: string;
}

/** What the students of a course must do, and what it gives. */
export interface CoursePlan {
  readonly ectsCredits: number;
  readonly sessions: readonly Session[];
  readonly ectsRule: { readonly minAttendance: Share; readonly assessment: string };
  readonly courseApproval: CourseApproval;
  /** `CONSENT:<id>` or `AGREEMENT:<id>`: why records may be shared with the recipient. */
  readonly sharingBasis: string;
  readonly organiser: Organisation;
  readonly recipient: Organisation;
}

export interface Programme {
  readonly code: string;
  readonly title: string;
  readonly level?: number;
  readonly mode?: string;
}

/** A class as it was planned. A class that an intake fills has no course plan until its gatherings are planned. */
export interface ClassPlan {
  readonly code: string;
  readonly site: Site;
  readonly capacity: number;
  readonly startsOn?: LocalDate;
  readonly endsOn?: LocalDate;
  readonly programme: Programme;
  /** The intake that fills the class. A class without one is an intake of its own (I-23). */
  readonly intake?: string;
  readonly course?: CoursePlan;
}

/** The intake within which a person may hold one place only (I-23). */
export const intakeOf = (plan: ClassPlan): string => plan.intake ?? plan.code;
