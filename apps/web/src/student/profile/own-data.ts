import { OwnAbsences, OwnAttendance } from '@kull/attendance';
import { OwnCertificates } from '@kull/certificates';
import { CoursePointsDirectory } from '@kull/credits';
import { People } from '@kull/people';
import { OwnClasses } from '@kull/teaching';
import { Injectable } from '@nestjs/common';

/** Everything that the service holds on one person, for that person: each context tells what is its own. */
@Injectable()
export class OwnData {
  constructor(
    private readonly people: People,
    private readonly classes: OwnClasses,
    private readonly attendance: OwnAttendance,
    private readonly absences: OwnAbsences,
    private readonly courses: CoursePointsDirectory,
    private readonly certificates: OwnCertificates,
  ) {}

  async of(personId: string): Promise<object> {
    const [profiles, enrolments, places, absences, courses, certificates] = await Promise.all([
      this.people.profiles([personId]),
      this.classes.enrolments(personId),
      this.classes.of(personId),
      this.absences.of(personId),
      this.courses.ofPersons([personId]),
      this.certificates.of(personId),
    ]);
    const attendance = await Promise.all(
      places.map(async ({ classId, studentNo, plan, meetings }) => ({
        classCode: plan.code,
        meetings,
        standing: await this.attendance.of(classId, studentNo),
      })),
    );
    return { person: profiles.get(personId), enrolments, attendance, absences, courses, certificates };
  }
}
