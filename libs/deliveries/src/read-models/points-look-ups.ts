import { CoursePointsDirectory } from '@kull/credits/contracts';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { explanationForRecipient } from '../domain/recipient-explanation';
import { DeliverableQueries } from './deliverable.query';
import { PointsReport, type ReportedCourse } from './points-report';

/** Whom somebody asks about: by one of the two. */
export interface LookUp {
  readonly hprNumber?: string;
  readonly certificateNumber?: string;
}

/** Finds the courses of a physician, for the explanation that the student sees, or what a recipient may see of it. */
@Injectable()
export class PointsLookUps {
  constructor(
    private readonly people: People,
    private readonly courses: CoursePointsDirectory,
    private readonly certificates: DeliverableQueries,
    private readonly report: PointsReport,
  ) {}

  /**
   * @param recipient whose deliveries may be seen; undefined: everybody's (I-53)
   * @returns nothing, alike, when nobody has the number and when it is not for the recipient to know
   */
  async find(
    { hprNumber, certificateNumber = '' }: LookUp,
    recipient: string | undefined,
  ): Promise<readonly ReportedCourse[]> {
    const found =
      hprNumber === undefined ? await this.byCertificate(certificateNumber) : await this.byHprNumber(hprNumber);
    if (recipient === undefined) return found;
    return found
      .filter((one) => one.recipientOrgNumber === recipient)
      .map((one) => ({ ...one, explanation: explanationForRecipient(one.explanation) }));
  }

  /** Numbers are sealed with each person: they are opened to be compared, and nothing that can be searched is kept. */
  private async byHprNumber(hprNumber: string): Promise<readonly ReportedCourse[]> {
    const profiles = await this.people.profiles(await this.courses.persons());
    const persons = [...profiles.values()].filter((profile) => profile.hprNumber === hprNumber);
    return this.report.ofPersons(persons.map(({ personId }) => personId));
  }

  private async byCertificate(number: string): Promise<readonly ReportedCourse[]> {
    const course = await this.certificates.courseOf(number);
    const found = course === undefined ? undefined : await this.report.course(course);
    return found ? [found] : [];
  }
}
