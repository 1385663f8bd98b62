import { EventStore } from '@kull/event-store';
import { JobHandler } from '@kull/messaging';
import { HprRegister } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { studentCourse } from '../domain/student-course';
import { Holders } from '../holders';

/** Gives `people` the line that two people verified for a student. */
@Injectable()
@JobHandler('keep-verified-entry')
export class KeepVerifiedEntry implements JobHandler {
  constructor(
    private readonly events: EventStore,
    private readonly holders: Holders,
    private readonly register: HprRegister,
  ) {}

  async handle({ studentCourseId }: Readonly<Record<string, string | number>>): Promise<void> {
    const { state } = await this.events.load(studentCourse, String(studentCourseId));
    if (state.status === 'none' || !state.verified) throw new Error(`nothing is verified of ${studentCourseId}`);
    const { entry, at } = state.verified;
    await this.register.keepVerified(state.classId, await this.holders.openEntry(entry), at);
  }
}
