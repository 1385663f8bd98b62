import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { type AttendedClass, ClassDirectory, type ClassMember, type FormerMember } from './contracts';
import { programmeClass } from './domain/class';
import type { MakeUp } from './domain/class.events';
import type { PlannedClass } from './domain/class.state';
import { enrolment, type StudentEnrolled } from './domain/enrolment';
import { type Enrolled, type Enrolment, isInClass, type Period } from './domain/enrolment.state';
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
    return (await this.enrolled(classId)).map(studentOf);
  }

  async members(classId: string): Promise<readonly ClassMember[]> {
    const enrolled = await this.enrolled(classId);
    const intake = enrolled[0]?.intake;
    if (intake === undefined) return [];
    const personIds = enrolled.map(({ personId }) => personId);
    const stays = await this.classes.otherClasses(classId, intake, personIds);
    const seats = await this.seatsElsewhere(classId, intake);
    return enrolled.map((one) => {
      const before = stays.filter(({ personId }) => personId === one.personId).map(({ classId: id }) => id);
      const homes = new Set([classId, ...before]);
      const guest = seats.filter(({ studentNo, homeClassId }) => studentNo === one.studentNo && homes.has(homeClassId));
      const attendedIn: AttendedClass[] = [
        ...before.map((id) => ({ classId: id })),
        ...guest.map(({ classId: id, gathering }) => ({ classId: id, gathering })),
      ];
      return {
        student: studentOf(one),
        onLeave: one.status === 'on_leave',
        periods: one.periods.map(daysOf),
        leaves: one.leaves.map(daysOf),
        attendedIn,
      };
    });
  }

  async formerMembers(classId: string): Promise<readonly FormerMember[]> {
    const left = await this.enrolments(classId, await this.classes.formerStudentNumbers(classId));
    return left.flatMap((state) => {
      if (state.status === 'none' || isInClass(state)) return [];
      const departure = state.periods.at(-1)?.departure;
      const transferredTo = departure?.kind === 'transferred' ? departure.to.classId : undefined;
      const periods = state.periods.map(daysOf);
      return [{ student: studentOf(state), periods, ...(transferredTo !== undefined && { transferredTo }) }];
    });
  }

  classesOf(intake: string): Promise<readonly { readonly classId: string; readonly code: string }[]> {
    return this.classes.ofIntake(intake);
  }

  private async enrolled(classId: string): Promise<readonly Enrolled[]> {
    const states = await this.enrolments(classId, await this.classes.studentNumbers(classId));
    return states.filter(isInClass);
  }

  private async enrolments(classId: string, studentNos: readonly string[]): Promise<readonly Enrolment[]> {
    const ids = studentNos.map((studentNo) => enrolmentIdOf(classId, studentNo));
    return (await this.events.loadEach(enrolment, ids)).map(({ state }) => state);
  }

  /** The guests of the other classes of the intake. */
  private async seatsElsewhere(classId: string, intake: string): Promise<readonly (MakeUp & { classId: string })[]> {
    const others = (await this.classes.ofIntake(intake)).filter((one) => one.classId !== classId);
    const loaded = await this.events.loadEach(
      programmeClass,
      others.map((one) => one.classId),
    );
    return loaded.flatMap(({ state }, at) =>
      state.status === 'unplanned' ? [] : state.guests.map((guest) => ({ ...guest, classId: others[at]!.classId })),
    );
  }
}

/** The days alone: why somebody is away or gone is nobody else's business. */
const daysOf = ({ from, until }: Period): Period => ({
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
});

const studentOf = ({
  status: _status,
  periods: _periods,
  leaves: _leaves,
  earlier: _earlier,
  ...student
}: Enrolled): StudentEnrolled['data'] => student;
