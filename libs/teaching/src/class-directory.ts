import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { ClassDirectory } from './contracts';
import { type PlannedClass, programmeClass } from './domain/class';
import { enrolment, type StudentEnrolled } from './domain/enrolment';
import { enrolmentIdOf } from './domain/ids';
import { Classes } from './read-models/classes.query';

/** Answers other contexts from the streams themselves, so that they see what was just stored. */
@Injectable()
export class ClassDirectoryOfTeaching extends ClassDirectory {
  constructor(
    private readonly events: EventStore,
    private readonly classes: Classes,
  ) {
    super();
  }

  async find(classId: string): Promise<PlannedClass | undefined> {
    const { state } = await this.events.load(programmeClass, classId);
    return state.status === 'unplanned' ? undefined : state;
  }

  async students(classId: string): Promise<readonly StudentEnrolled['data'][]> {
    const numbers = await this.classes.studentNumbers(classId);
    const enrolments = await this.events.loadEach(
      enrolment,
      numbers.map((studentNo) => enrolmentIdOf(classId, studentNo)),
    );
    return enrolments.flatMap(({ state }) => (state.status === 'enrolled' ? [state] : []));
  }
}
