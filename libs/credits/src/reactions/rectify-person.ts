import { EventStore } from '@kull/event-store';
import { JobHandler } from '@kull/messaging';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { studentCourse } from '../domain/student-course';
import { Holders } from '../holders';

/** Tells `people` the name and the HPR number that the student's course has now. */
@Injectable()
@JobHandler('rectify-person')
export class RectifyPerson implements JobHandler {
  constructor(
    private readonly events: EventStore,
    private readonly holders: Holders,
    private readonly people: People,
  ) {}

  async handle({ studentCourseId }: Readonly<Record<string, string | number>>): Promise<void> {
    const { state } = await this.events.load(studentCourse, String(studentCourseId));
    if (state.status === 'none') throw new Error(`no student course ${studentCourseId}`);
    const [holder] = await this.holders.open([state.holder]);
    const { familyName, hprNumber } = holder!;
    await this.people.rectify(state.personId, { familyName, ...(hprNumber !== undefined && { hprNumber }) });
  }
}
