import { ListApplicationFacts, type ReportedApplication } from '@kull/admissions';
import { type AttendedSessions, ListAttendedSessions } from '@kull/attendance';
import { type EctsOutcome, ListEctsOutcomes } from '@kull/credits';
import { type ListedStudent, ListStudents } from '@kull/teaching';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { countyOf } from './counties';
import type { ReportFact } from './indicators';

const keyOf = ({ classId, studentNo }: { readonly classId: string; readonly studentNo: string }): string =>
  `${classId} ${studentNo}`;

interface Known {
  readonly student?: ListedStudent;
  readonly attendance?: AttendedSessions;
  readonly outcome?: EctsOutcome;
  readonly siteOfClass: ReadonlyMap<string, string>;
}

const factOf = (application: ReportedApplication, { student, attendance, outcome, siteOfClass }: Known): ReportFact => {
  const { intake, municipality, serviceArea, profession, physician, place, firstWish } = application;
  const wanted = student?.classCode ?? place?.class;
  const site = siteOfClass.get(wanted ?? firstWish);
  const status = outcome?.status ?? null;
  return {
    groups: {
      intake,
      ...(wanted !== undefined && { class: wanted }),
      ...(site !== undefined && { site }),
      ...(place && { quota: place.quota }),
      county: countyOf(municipality),
      serviceArea,
      ...(profession !== undefined && { profession }),
      physician: physician ? 'Y' : 'N',
    },
    counts: {
      applicants: true,
      qualified: application.qualified,
      offered: application.offered,
      accepted: place !== null,
      started: student !== undefined,
      withdrawn: student?.standing === 'withdrawn',
      judged: status !== null,
      completed: status === 'AWARDED',
    },
    ...(attendance && { attendance: { attended: attendance.attended, held: attendance.held } }),
  };
};

/** Puts together what the contexts know of every applicant, for counting. */
@Injectable()
export class ReportedFacts {
  constructor(private readonly queries: QueryBus) {}

  /** Of one intake (by its code), or of all. */
  async of(intake?: string): Promise<readonly ReportFact[]> {
    const [applications, everybody, attended] = await Promise.all([
      this.queries.execute(new ListApplicationFacts(intake)),
      this.queries.execute(new ListStudents()),
      this.queries.execute(new ListAttendedSessions()),
    ]);
    // Who changed class is in the one that they went to; who is there comes before who has left.
    const students = everybody.filter(({ standing }) => standing !== 'transferred');
    const outcomes = await this.queries.execute(
      new ListEctsOutcomes([...new Set(students.map(({ classId }) => classId))]),
    );
    const studentOf = new Map(students.map((one) => [`${one.intake} ${one.studentNo}`, one] as const).reverse());
    const attendanceOf = new Map(attended.map((one) => [keyOf(one), one] as const));
    const outcomeOf = new Map(outcomes.map((one) => [keyOf(one), one] as const));
    const siteOfClass = new Map(everybody.map(({ classCode, site }) => [classCode, site] as const));
    return applications.map((application) => {
      // The application number is the student number where an intake filled the class.
      const student = studentOf.get(`${application.intake} ${application.applicationNo}`);
      const key = student && keyOf(student);
      return factOf(application, {
        student,
        attendance: key === undefined ? undefined : attendanceOf.get(key),
        outcome: key === undefined ? undefined : outcomeOf.get(key),
        siteOfClass,
      });
    });
  }
}
