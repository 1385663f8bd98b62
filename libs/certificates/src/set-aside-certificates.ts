import { type CoursePointsAwarded, studentCourseCategory } from '@kull/credits/contracts';
import { EventStore, type Fence } from '@kull/event-store';
import { NotSetAside, SetAsideWork } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { CertificateWorkQueries } from './read-models/certificate-work.query';

/** A student's certificate that could not be made, and what is known of why. */
export interface SetAsideCertificate {
  /** Of the outbox. */
  readonly job: string;
  readonly studentCourseId: string;
  readonly studentNo: string;
  readonly setAsideAt: string;
  readonly attempts: number;
  /** Class and code of the last error. */
  readonly fault: string;
}

/** As long as a code may be; what is cut off is only the end of an unusual code. */
const FAULT_LENGTH = 64;

/** The work for certificates that workers gave up on, until somebody takes it up again. */
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
    const jobs = await this.setAside.of('settle-certificate', 'studentCourseId', open);
    const courseOf = ({ payload }: (typeof jobs)[number]): string => String(payload.studentCourseId);
    const numbers = await this.studentNosOf(jobs.map(courseOf));
    return jobs.map((one) => ({
      job: one.outboxId,
      studentCourseId: courseOf(one),
      studentNo: numbers.get(courseOf(one)) ?? courseOf(one),
      setAsideAt: one.quarantinedAt,
      attempts: one.errors + one.crashes,
      fault: (one.lastError ?? 'Unknown').slice(0, FAULT_LENGTH),
    }));
  }

  /**
   * Takes a job up again in the transaction of what is written under the fence; undefined when it is not set aside any
   * more, and then nothing is written.
   */
  async takingUp<T>(job: string, write: (fence: Fence) => Promise<T>): Promise<T | undefined> {
    try {
      return await write(this.setAside.again(job));
    } catch (fault) {
      if (fault instanceof NotSetAside) return undefined;
      throw fault;
    }
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
