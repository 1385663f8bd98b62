import { CoursePointsDirectory, type ExplainedCourse } from '@kull/credits/contracts';
import { EventStore } from '@kull/event-store';
import { Clock, type Instant } from '@kull/kernel';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import { feed, feedId } from '../domain/feed';
import { explainPoints, type PointsExplanation } from '../domain/points-explanation';
import { type Reconciliation, reconcile } from '../domain/reconciliation';
import { DeliverableQueries } from './deliverable.query';
import { EntitlementQueries } from './entitlement.query';

/** One student's course points, from the award to the account at the receiver. */
export interface ReportedCourse {
  readonly course: ExplainedCourse;
  /** Whom the points are delivered to; absent: to nobody, the course has no recipient. */
  readonly recipientOrgNumber?: string;
  readonly explanation: PointsExplanation;
}

interface OfClass {
  readonly recipientOrgNumber?: string;
  readonly reconciliation: Reconciliation;
}

/** Adds up what was awarded, certified, delivered and answered. Made from the log each time; stores nothing. */
@Injectable()
export class PointsReport {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
    private readonly certificates: DeliverableQueries,
    private readonly entitlements: EntitlementQueries,
    private readonly courses: CoursePointsDirectory,
    private readonly clock: Clock,
  ) {}

  /** Every kurspoeng of a class; undefined when there is no such class. */
  async reconciliation(classId: string): Promise<Reconciliation | undefined> {
    return (await this.ofClass(classId, this.clock.now()))?.reconciliation;
  }

  async course(studentCourseId: string): Promise<ReportedCourse | undefined> {
    const course = await this.courses.find(studentCourseId);
    return course && (await this.reported([course]))[0];
  }

  /** The courses of these persons that give course points. */
  async ofPersons(personIds: readonly string[]): Promise<readonly ReportedCourse[]> {
    const courses = await this.courses.ofPersons(personIds);
    return this.reported(courses.filter(({ givesCoursePoints }) => givesCoursePoints));
  }

  private async reported(courses: readonly ExplainedCourse[]): Promise<readonly ReportedCourse[]> {
    const now = this.clock.now();
    const classIds = [...new Set(courses.map(({ classId }) => classId))];
    const found = await Promise.all(classIds.map((classId) => this.ofClass(classId, now)));
    const byClass = new Map(classIds.map((classId, i) => [classId, found[i]]));
    return courses.map((course) => {
      const of = byClass.get(course.classId);
      const lines = of?.reconciliation.lines.filter((line) => line.studentCourseId === course.studentCourseId) ?? [];
      return {
        course,
        ...(of?.recipientOrgNumber !== undefined && { recipientOrgNumber: of.recipientOrgNumber }),
        explanation: explainPoints(course.coursePoints, lines, course.reportBy),
      };
    });
  }

  private async ofClass(classId: string, now: Instant): Promise<OfClass | undefined> {
    const planned = await this.classes.find(classId);
    if (!planned) return undefined;
    const { course } = planned.plan;
    const { recipient, organiser } = course ?? {};
    const id = feedId(organiser?.orgNumber ?? '', recipient?.orgNumber ?? '');
    const [{ state }, certificates, entitlements] = await Promise.all([
      this.events.load(feed, id),
      this.certificates.ofClasses([classId]),
      this.entitlements.ofClasses([classId]),
    ]);
    return {
      ...(recipient && { recipientOrgNumber: recipient.orgNumber }),
      reconciliation: reconcile(entitlements, certificates, state, now),
    };
  }
}
