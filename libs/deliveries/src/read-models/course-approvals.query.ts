import { ClassList } from '@kull/teaching/contracts/classes';
import { Injectable } from '@nestjs/common';
import { type ApprovedCourse, approvedCourses } from '../domain/approved-courses';

/** The approvals that courses are taught on, for the organisation that gave them (ux.md L7; I-53). */
@Injectable()
export class CourseApprovals {
  constructor(private readonly classes: ClassList) {}

  async of(recipient: string): Promise<readonly ApprovedCourse[]> {
    const listed = await this.classes.approvedBy(recipient);
    return approvedCourses(listed.map(({ plan }) => plan));
  }
}
