import type { Instant, LocalDate } from '@kull/kernel';

/** The languages that a statement is written in. */
export type StatementLanguage = 'nb' | 'nn' | 'en';

/** A grade on one of the two scales of a course (domain.md 3.4). */
export type StatedGrade = 'A' | 'B' | 'C' | 'D' | 'E' | 'PASSED';

/** An assessment that was passed. */
export interface StatedAssessment {
  /** Absent: the course names none. */
  readonly title?: string;
  readonly grade: StatedGrade;
  /** Absent: it was never attested; a correction set it. */
  readonly attestedOn?: LocalDate;
}

/**
 * Everything that a statement of ectsCredits says. It is made anew each time from what stands then, and kept nowhere; it
 * is no diploma and no transcript (domain.md 0.1, 6). Never a national id.
 */
export interface StatementContent {
  readonly language: StatementLanguage;
  readonly student: { readonly familyName: string; readonly givenNames: string; readonly birthDate: LocalDate };
  readonly programme: {
    readonly code: string;
    readonly title: string;
    /** Level in the national and the European framework of qualifications: 7 is a master's. Absent: not stated. */
    readonly level?: number;
  };
  /** The course as FS knows it. Absent: the plan names none. */
  readonly courseCode?: string;
  readonly startsOn?: LocalDate;
  readonly endsOn: LocalDate;
  readonly completedOn: LocalDate;
  readonly ectsCredits: number;
  readonly assessments: readonly StatedAssessment[];
  readonly organiser: { readonly name: string; readonly orgNumber: string /** `bi.no` */; readonly domain: string };
  readonly madeAt: Instant;
}

/** The statement cannot be written: a text holds a letter that the fonts do not have. Nothing was rendered. */
export class StatementRefused extends Error {
  override readonly name = 'StatementRefused';
}
