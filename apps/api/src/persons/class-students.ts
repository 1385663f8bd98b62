import { ListWorkplaces, type Workplace } from '@kull/admissions';
import { CoursePointsDirectory, type ExplainedCourse } from '@kull/credits';
import type { Requirement, RequirementStatus } from '@kull/kernel';
import { People } from '@kull/people';
import { ListStudents } from '@kull/teaching';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { masked } from './masked';

/** How it stands with one thing that a student has to pass. */
export interface StudentAssessment {
  readonly code: string;
  /** Null: the one assessment of the course, which has no title. */
  readonly title: string | null;
  readonly status: RequirementStatus;
  /** The result, once there is one. */
  readonly result: string | null;
}

/** What the class list shows of a student besides the name and where the student stands. */
export interface ClassStudent {
  readonly studentNo: string;
  readonly personId: string;
  readonly workplace: Omit<Workplace, 'applicationNo'> | null;
  /** Masked. Null: none is known. */
  readonly hprNumber: string | null;
  readonly hasAddressFault: boolean;
  readonly assessments: readonly StudentAssessment[];
  /** Mandatory parts: how many are done, and of how many. */
  readonly parts: { readonly done: number; readonly of: number };
  /** Where each ledger stands, by the codes of the awards. Null: nothing is open yet. */
  readonly credits: { readonly ectsCredits: string; readonly coursePoints: string | null } | null;
}

export interface ClassStudents {
  readonly data: readonly ClassStudent[];
}

const ASSESSMENTS = ['ASSESSMENT', 'ASSESSMENT_MISSING', 'ASSESSMENT_NOT_PASSED'];
const PARTS = ['PART', 'PART_MISSING'];

const said = ({ evidence }: Requirement, record: string): string | null => {
  const value = evidence.find((one) => one.record === record)?.value;
  return value === undefined ? null : String(value);
};

const assessmentOf = (requirement: Requirement): StudentAssessment => ({
  code: said(requirement, 'ASSESSMENT') ?? 'ASSESSMENT',
  title: said(requirement, 'TITLE'),
  status: requirement.status,
  result: said(requirement, 'CORRECTED_RESULT') ?? said(requirement, 'RESULT'),
});

/** What a course says of its assessments, parts and credits. */
export const courseParts = (
  course: ExplainedCourse | undefined,
): Pick<ClassStudent, 'assessments' | 'parts' | 'credits'> => {
  if (!course) return { assessments: [], parts: { done: 0, of: 0 }, credits: null };
  const { requirements, outcome } = course.ectsCredits;
  const parts = requirements.filter(({ code }) => PARTS.includes(code));
  return {
    assessments: requirements.filter(({ code }) => ASSESSMENTS.includes(code)).map(assessmentOf),
    parts: { done: parts.filter(({ status }) => status === 'met').length, of: parts.length },
    credits: {
      ectsCredits: outcome,
      coursePoints: course.givesCoursePoints ? course.coursePoints.outcome : null,
    },
  };
};

/** Where they worked when they applied, or where they have said since that they work. */
const workplaceOf = (applied: Workplace | undefined, said: string | undefined): ClassStudent['workplace'] => {
  if (!applied) return null;
  const { applicationNo: _, ...known } = applied;
  return said === undefined ? known : { municipality: known.municipality, employer: said };
};

/** Puts together what each context knows of the students of a class. */
@Injectable()
export class ClassStudentLists {
  constructor(
    private readonly queries: QueryBus,
    private readonly people: People,
    private readonly courses: CoursePointsDirectory,
  ) {}

  /** By student number; of a class without students nothing. */
  async of(classId: string): Promise<ClassStudents> {
    const students = await this.queries.execute(new ListStudents({ classId }));
    const personIds = students.map(({ personId }) => personId);
    const [profiles, courses, workplaces] = await Promise.all([
      this.people.profiles(personIds),
      this.courses.ofPersons(personIds),
      this.workplacesOf(students),
    ]);
    const courseOf = new Map(courses.map((one) => [`${one.personId} ${one.studentNo}`, one] as const));
    return {
      data: students.map(({ studentNo, personId }) => {
        const profile = profiles.get(personId);
        return {
          studentNo,
          personId,
          workplace: workplaceOf(workplaces.get(studentNo), profile?.workplace),
          hprNumber: profile?.hprNumber === undefined ? null : masked.hprNumber(profile.hprNumber),
          hasAddressFault: profile?.emailFault !== undefined,
          ...courseParts(courseOf.get(`${personId} ${studentNo}`)),
        };
      }),
    };
  }

  /** The application number is the student number where an intake filled the class. */
  private async workplacesOf(
    students: readonly { readonly intake: string | null; readonly studentNo: string }[],
  ): Promise<ReadonlyMap<string, Workplace>> {
    const intake = students[0]?.intake;
    if (!intake) return new Map();
    return this.queries.execute(
      new ListWorkplaces(
        intake,
        students.map(({ studentNo }) => studentNo),
      ),
    );
  }
}

export const exampleClassStudents: ClassStudents = {
  data: [
    {
      studentNo: 'A26-000439',
      personId: 'per_01h2v9t4x7q3m8k5n6p0r1s2t3',
      workplace: {
        municipality: { code: '3024', name: 'Bærum' },
        employer: 'Bærum kommune',
        positionTitle: 'kommuneoverlege',
      },
      hprNumber: '9144***',
      hasAddressFault: false,
      assessments: [{ code: 'PROJECT_PAPER', title: 'Prosjektoppgave', status: 'waiting', result: null }],
      parts: { done: 2, of: 3 },
      credits: { ectsCredits: 'NOT_JUDGED', coursePoints: null },
    },
  ],
};
