import { type CommandContext, EventStore, Rehearsal } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { Holder } from './contracts';
import { assessmentsOf, type RequiredAssessment } from './domain/course-terms';
import type { Grade } from './domain/grades';
import { type ResultRow, type ResultRowCode, sortResultRows } from './domain/result-rows';
import { countedResult, isWaitingForAttestation, registeredResults } from './domain/student-course.state';
import { Holders } from './holders';
import { type CourseOfClass, StudentCourses, type Taken } from './student-courses';

/** One student's result of one assessment. `WAITING`: graded, and no second person stands by it yet. */
export interface StandingResult {
  readonly assessment: string;
  readonly state: 'MISSING' | 'WAITING' | 'COUNTS';
  readonly result: Grade | null;
  readonly gradedBy: string | null;
  readonly attestedBy: string | null;
  readonly attestedAt: Instant | null;
  readonly isCorrected: boolean;
}

export interface NamedStudent {
  readonly studentNo: string;
  readonly familyName: string;
  readonly givenNames: string;
}

export interface ResultsOfStudent extends NamedStudent {
  readonly personId: string;
  readonly results: readonly StandingResult[];
}

/** What would become of one row. */
export interface PreviewedResult extends ResultRow {
  /** Null: nobody in the class has that number. */
  readonly name: string | null;
  readonly outcome: 'TAKEN' | 'UNCHANGED' | 'REJECTED';
  readonly code?: ResultRowCode;
}

export interface ResultsPreview {
  /** Everybody who is named in it. */
  readonly personIds: readonly string[];
  readonly rows: readonly PreviewedResult[];
  /** Who has no result of the assessments in the file, before or after. */
  readonly withoutResult: readonly NamedStudent[];
}

type Student = Taken & { readonly holder: Holder };

const standingOf = ({ course }: Taken, { code }: RequiredAssessment): StandingResult => {
  const assessment = course.assessments.get(code) ?? {};
  const { registered, corrected } = assessment;
  const counted = countedResult(assessment);
  return {
    assessment: code,
    state: counted ? 'COUNTS' : isWaitingForAttestation(assessment) ? 'WAITING' : 'MISSING',
    result: counted?.result ?? registered?.result ?? null,
    gradedBy: registered?.gradedBy ?? null,
    attestedBy: registered?.attestation?.by ?? null,
    attestedAt: registered?.attestation?.at ?? null,
    isCorrected: corrected !== undefined,
  };
};

const named = ({ course: { studentNo }, holder: { familyName, givenNames } }: Student): NamedStudent => ({
  studentNo,
  familyName,
  givenNames,
});

/** The results of a class by student, and what a file would add to them. Nothing is stored. */
@Injectable()
export class ClassResults {
  constructor(
    private readonly events: EventStore,
    private readonly courses: StudentCourses,
    private readonly holders: Holders,
  ) {}

  async ofClass(of: CourseOfClass, context: CommandContext): Promise<readonly ResultsOfStudent[]> {
    const assessments = assessmentsOf(of.terms);
    return (await this.students(of, context)).map((student) => ({
      ...named(student),
      personId: student.course.personId,
      results: assessments.map((required) => standingOf(student, required)),
    }));
  }

  /** What `ImportResults` would do with the same rows now. */
  async preview(of: CourseOfClass, rows: readonly ResultRow[], context: CommandContext): Promise<ResultsPreview> {
    const assessments = assessmentsOf(of.terms);
    const students = await this.students(of, context);
    const registered = new Map(students.map(({ course }) => [course.studentNo, registeredResults(course)] as const));
    const { taken, rejected } = sortResultRows(rows, assessments, registered);
    const codes = new Map(rejected.map(({ row, code }) => [row, code] as const));
    const news = new Set(taken.map(({ studentNo, result }) => placeOf(studentNo, result.assessment)));
    const byNo = new Map(students.map((student) => [student.course.studentNo, student] as const));
    const previewed = rows.map((row): PreviewedResult => {
      const student = byNo.get(row.studentNo);
      const name = student ? `${student.holder.familyName}, ${student.holder.givenNames}` : null;
      const code = codes.get(row.row);
      if (code) return { ...row, name, outcome: 'REJECTED', code };
      return { ...row, name, outcome: news.has(placeOf(row.studentNo, row.assessment)) ? 'TAKEN' : 'UNCHANGED' };
    });
    const about = assessments.length === 1 ? assessments : assessments.filter(({ code }) => isIn(rows, code));
    const lacks = ({ course: { studentNo, assessments: known } }: Student): boolean =>
      about.some(({ code }) => {
        const { registered: first, corrected } = known.get(code) ?? {};
        return !first && !corrected && !news.has(placeOf(studentNo, code));
      });
    return {
      personIds: students.map(({ course }) => course.personId),
      rows: previewed,
      withoutResult: students.filter(lacks).map(named),
    };
  }

  private async students(of: CourseOfClass, context: CommandContext): Promise<readonly Student[]> {
    const taken = [...(await this.courses.rehearseOpening(of, context, new Rehearsal(this.events))).values()];
    const holders = await this.holders.open(taken.map(({ course }) => course.holder));
    return taken.map((one, i) => ({ ...one, holder: holders[i]! }));
  }
}

/** A student has one result per assessment. */
const placeOf = (studentNo: string, assessment: string): string => JSON.stringify([studentNo, assessment]);

const isIn = (rows: readonly ResultRow[], code: string): boolean => rows.some(({ assessment }) => assessment === code);
