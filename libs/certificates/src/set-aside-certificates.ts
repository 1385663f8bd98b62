import { type CoursePointsAwarded, studentCourseCategory } from '@kull/credits/contracts';
import { EventStore } from '@kull/event-store';
import { type SetAsideJob, SetAsideWork } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { CertificateWorkQueries } from './read-models/certificate-work.query';

/** A student's certificate that could not be made, and what is known of why. */
export interface SetAsideCertificate extends Pick<SetAsideJob, 'setAsideAt' | 'attempts' | 'fault'> {
  /** Of the outbox. */
  readonly job: string;
  readonly studentNo: string;
}

/** The work for certificates that workers gave up on, until somebody takes it up again (`SetAsideWork`). */
@Injectable()
export class SetAsideCertificates {
  constructor(
    private readonly work: CertificateWorkQueries,
    private readonly setAside: SetAsideWork,
    private readonly events: EventStore,
  ) {}

  /** Of one class, the oldest first. Work that something later has settled is nobody's trouble. */
  async ofClass(classId: string): Promise<readonly SetAsideCertificate[]> {
    const { open } = await this.work.ofClass(classId);
    const jobs = await this.setAside.of({ job: 'settle-certificate', field: 'studentCourseId', ids: open });
    const courseOf = ({ payload }: SetAsideJob): string => String(payload.studentCourseId);
    const numbers = await this.studentNosOf(jobs.map(courseOf));
    return jobs.map((one) => ({
      job: one.id,
      studentNo: numbers.get(courseOf(one)) ?? courseOf(one),
      setAsideAt: one.setAsideAt,
      attempts: one.attempts,
      fault: one.fault,
    }));
  }

  private async studentNosOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const streams = await this.events.readStreams(ids.map((id) => `${studentCourseCategory}-${id}`));
    return new Map(
      ids.flatMap((id) => {
        const award = streams.get(`${studentCourseCategory}-${id}`)?.find(({ type }) => type === 'CoursePointsAwarded');
        return award ? [[id, (award.data as CoursePointsAwarded['data']).studentNo] as const] : [];
      }),
    );
  }
}
