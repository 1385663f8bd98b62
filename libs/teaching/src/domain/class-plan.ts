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
  /** The gathering that the session is part of. Absent: a course of sessions that stand by themselves. */
  readonly gathering?: number;
  /** Which room, by its code. Absent: online. */
  readonly room?: string;
  /** Who teaches, by their codes. */
  readonly teachers?: readonly string[];
}

/** How many gatherings a class has, and how many days each of them may last (I-24). */
export interface GatheringRule {
  readonly count: number;
  readonly minDays: number;
  readonly maxDays: number;
}

/** A paper, an exam or another piece of work that is graded by one person and attested by another. */
export interface AssessmentRequirement {
  readonly kind: 'ASSESSMENT';
  readonly code: string;
  readonly title: string;
  readonly scale: 'A_TO_F' | 'PASSED_FAILED';
  /** When it is handed in at the latest; the grading deadline counts from its day. */
  readonly handInBy?: Instant;
  /** Whole weeks for the grading, moved on to the next working day (ux.md A9). */
  readonly gradingWeeks: number;
}

/** Something every student does that is not graded: it is done or not. */
export interface PartRequirement {
  readonly kind: 'PART';
  readonly code: string;
  readonly title: string;
  /** Who says that it is done: the student declares it, or a system reports the lecture watched, the evaluation answered. */
  readonly fulfilledBy: 'STUDENT_DECLARATION' | 'LECTURE_WATCHED' | 'EVALUATION_ANSWERED';
  readonly dueOn?: LocalDate;
}

/** What the ectsCredits of a programme need besides attendance: data of each programme. */
export type CourseRequirement = AssessmentRequirement | PartRequirement;

export interface Organisation {
  readonly name: string;
  readonly orgNumber: string;
}

/** What the students of a course must do, and what it gives. */
export interface CoursePlan {
  /** The course as FS knows it (emne): a person gets its ectsCredits once (I-34). Absent: the programme's code. */
  readonly courseCode?: string;
  readonly ectsCredits: number;
  /** In order of time. Of a course of gatherings, those of the gatherings that are scheduled now. */
  readonly sessions: readonly Session[];
  /** `assessment`: the one assessment of a course whose `requirements` are not listed. */
  readonly ectsRule: { readonly minAttendance: Share; readonly assessment?: string };
  readonly requirements?: readonly CourseRequirement[];
  /** Absent: a course of sessions that stand by themselves. */
  readonly gatherings?: GatheringRule;
  /** Absent: the course gives no coursePoints, and nothing of it is delivered to the association. */
  readonly courseApproval?: CourseApproval;
  /** `CONSENT:<id>` or `AGREEMENT:<id>`: why records may be shared with the recipient. */
  readonly sharingBasis?: string;
  readonly organiser: Organisation;
  readonly recipient?: Organisation;
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
  /** The intake that fills the class, or the cohort it was commissioned in. Without one a class is an intake of its own (I-23). */
  readonly intake?: string;
  /** The places commissioned for the whole intake: the classes together never have more (I-22). */
  readonly commissionedPlaces?: number;
  readonly course?: CoursePlan;
}

/** The intake within which a person may hold one place only (I-23). */
export const intakeOf = (plan: ClassPlan): string => plan.intake ?? plan.code;

/** Whether the class has days left for who enters then. */
export const hasDaysFrom = ({ endsOn }: ClassPlan, enteredOn: LocalDate): boolean =>
  endsOn === undefined || enteredOn <= endsOn;
