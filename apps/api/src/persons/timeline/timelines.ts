import { type AttendanceStreams, ListAttendanceStreams } from '@kull/attendance';
import { certificateStreamId } from '@kull/certificates';
import { studentCourseCategory } from '@kull/credits';
import { EventStore, type Recorded } from '@kull/event-store';
import { contactStreamOf, StaffDirectory } from '@kull/people';
import { CanUndoTransfer, ClassDirectory, type CoursePlan } from '@kull/teaching';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { PersonTraces } from '../person-records';
import { lastMovesIn } from './last-moves';
import { aboutStudent, timelineOf } from './timeline';
import type { Timeline, TimelineEntry, TimelineEvent } from './timeline-view';

/** What happened to a person, read from every stream that is about them. */
@Injectable()
export class Timelines {
  constructor(
    private readonly events: EventStore,
    private readonly queries: QueryBus,
    private readonly classes: ClassDirectory,
    private readonly staff: StaffDirectory,
  ) {}

  async of(personId: string, traces: PersonTraces): Promise<Timeline> {
    const { students } = traces;
    const [attendance, plans] = await Promise.all([
      this.queries.execute(new ListAttendanceStreams(students)),
      this.plansOf(traces),
    ]);
    const certificates = plans.flatMap(({ studentCourseId, plan: { courseApproval } }) =>
      courseApproval ? [`certificate-${certificateStreamId(studentCourseId, courseApproval.approvalId)}`] : [],
    );
    const own = [
      contactStreamOf(personId),
      ...students.map(({ enrolmentId }) => `enrolment-${enrolmentId}`),
      ...traces.applicants.map(({ applicationId }) => `application-${applicationId}`),
      ...traces.courses.map(({ studentCourseId }) => `${studentCourseCategory}-${studentCourseId}`),
      ...certificates,
      ...attendance.flatMap((one) => one.own),
    ];
    const streams = await this.events.readStreams([
      ...new Set([...own, ...attendance.flatMap(({ registers }) => registers)]),
    ]);
    const events = [...own.flatMap((name) => streams.get(name) ?? []), ...marksIn(attendance, streams)];
    const titles = plans
      .flatMap(({ plan }) => plan.requirements ?? [])
      .map(({ code, title }) => [code, title] as const);
    const told = await this.withUndo(timelineOf(events, new Map(titles)), events);
    return { data: await this.named(told, personId) };
  }

  /** What each course teaches and asks for. */
  private async plansOf({
    courses,
  }: PersonTraces): Promise<readonly { readonly studentCourseId: string; readonly plan: CoursePlan }[]> {
    const found = await Promise.all(
      courses.map(async ({ classId, studentCourseId }) => {
        const plan = (await this.classes.find(classId))?.plan.course;
        return plan ? [{ studentCourseId, plan }] : [];
      }),
    );
    return found.flat();
  }

  /** A transfer says that it can be undone for as long as it can. */
  private async withUndo(
    told: readonly TimelineEvent[],
    events: readonly Recorded[],
  ): Promise<readonly TimelineEvent[]> {
    const moves = lastMovesIn(events);
    return Promise.all(
      told.map(async (event) => {
        const undo = moves.get(event.position);
        if (!undo) return event;
        const can = await this.queries.execute(new CanUndoTransfer(undo.classId, undo.studentNo));
        return can ? { ...event, undo } : event;
      }),
    );
  }

  private async named(events: readonly TimelineEvent[], personId: string): Promise<readonly TimelineEntry[]> {
    const members = await this.staff.members([...new Set(events.map(({ by }) => by))]);
    return events.map(({ by, ...event }) => ({
      ...event,
      by: { code: by, name: members.get(by)?.name ?? null, isThePerson: by === personId },
    }));
  }
}

const marksIn = (
  attendance: readonly AttendanceStreams[],
  streams: ReadonlyMap<string, readonly Recorded[]>,
): readonly Recorded[] =>
  attendance.flatMap(({ registers, studentNo }) =>
    registers.flatMap((name) => aboutStudent(streams.get(name) ?? [], studentNo)),
  );
