import { OwnAdmissions } from '@kull/admissions';
import { OwnAbsences, OwnAttendance } from '@kull/attendance';
import { OwnCertificates } from '@kull/certificates';
import { CoursePointsDirectory, OwnGradingRequests } from '@kull/credits';
import { OwnDeliveries } from '@kull/deliveries';
import { People, Reads } from '@kull/people';
import { OwnReminders } from '@kull/reminders';
import { OwnCalendars, OwnClasses } from '@kull/teaching';
import { Injectable } from '@nestjs/common';
import { ActorNames } from '../../actor-names';

/** So many who looked are told of: what is older is on the page, a page at a time. */
const READS = 10_000;

/** The parts of what is handed out; the architecture tests hold every event to one of them, or to a reason. */
export const ownDataSections = [
  'person',
  'applications',
  'applicationDrafts',
  'enrolments',
  'attendance',
  'absences',
  'courses',
  'gradingRequests',
  'certificates',
  'deliveries',
  'messages',
  'declinedMessages',
  'calendars',
  'reads',
] as const;

export type OwnDataSection = (typeof ownDataSections)[number];

/**
 * Everything that the service holds on one person and that is for them to see: each context tells what is its own. What
 * is another's is not in it, nor who scored an application, which the decision does not tell either.
 */
@Injectable()
export class OwnData {
  constructor(
    private readonly people: People,
    private readonly admissions: OwnAdmissions,
    private readonly classes: OwnClasses,
    private readonly attendance: OwnAttendance,
    private readonly absences: OwnAbsences,
    private readonly courses: CoursePointsDirectory,
    private readonly gradingRequests: OwnGradingRequests,
    private readonly certificates: OwnCertificates,
    private readonly deliveries: OwnDeliveries,
    private readonly reminders: OwnReminders,
    private readonly calendars: OwnCalendars,
    private readonly looked: Reads,
    private readonly names: ActorNames,
  ) {}

  async of(personId: string): Promise<Readonly<Record<OwnDataSection, unknown>>> {
    const [profiles, enrolments, certificates] = await Promise.all([
      this.people.profiles([personId]),
      this.classes.enrolments(personId),
      this.certificates.of(personId),
    ]);
    return {
      person: profiles.get(personId),
      applications: await this.admissions.applicationsOf(personId),
      applicationDrafts: await this.admissions.draftsOf(personId),
      enrolments,
      attendance: await this.attendanceOf(personId, enrolments),
      absences: await this.absences.of(personId),
      courses: await this.courses.ofPersons([personId]),
      gradingRequests: await this.gradingRequests.of(personId),
      certificates,
      deliveries: await this.deliveries.ofCertificates(certificates.map(({ number }) => number)),
      messages: await this.reminders.of(personId),
      declinedMessages: await this.reminders.declinedBy(personId),
      calendars: await this.calendars.of(personId),
      reads: await this.readsOf(personId),
    };
  }

  private async attendanceOf(
    personId: string,
    enrolments: readonly { readonly classId: string; readonly classCode: string; readonly studentNo: string }[],
  ): Promise<readonly object[]> {
    const places = new Map((await this.classes.of(personId)).map((one) => [one.classId, one] as const));
    return Promise.all(
      enrolments.map(async ({ classId, classCode, studentNo }) => ({
        classCode,
        meetings: places.get(classId)?.meetings ?? [],
        standing: places.has(classId) ? await this.attendance.of(classId, studentNo) : undefined,
        sessions: await this.attendance.marksIn(classId, studentNo),
      })),
    );
  }

  private async readsOf(personId: string): Promise<readonly object[]> {
    const reads = await this.looked.page({ personId, limit: READS });
    const nameOf = await this.names.of(reads.map(({ reader }) => reader));
    return reads.map(({ at, reader, role, operation }) => ({ at, reader: nameOf(reader), role, operation }));
  }
}
