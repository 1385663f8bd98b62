import { EventStore } from '@kull/event-store';
import { ClassDirectory, type ClassMember, type ClassPlan, type StudentEnrolled } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import { cohortAtDoor, type Occasion } from './domain/at-door';
import { doorCode } from './domain/door-code';
import { type AtDoor, type DoorDecision, decideOn, type ElsewhereAtDoor } from './domain/door-decision';
import { readDoorCode } from './domain/door-roster';
import { DoorKey } from './door-key';

/** A student whom a door lets in, as the log knows them. */
export interface StudentAtDoor extends ElsewhereAtDoor {
  readonly student: StudentEnrolled['data'];
}

/** The doors of the classes: who may come in where, and what a code means there. */
@Injectable()
export class Door {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
    private readonly key: DoorKey,
  ) {}

  /** Everybody of the cohort, on that occasion. */
  async everybody(plan: ClassPlan, occasion: Occasion): Promise<AtDoor<StudentAtDoor>> {
    const ids =
      plan.intake === undefined ? [] : (await this.classes.classesOf(plan.intake)).map(({ classId }) => classId);
    const cohort = await Promise.all([...new Set([occasion.classId, ...ids])].map((id) => this.classes.members(id)));
    return this.standing(cohort.flat(), occasion);
  }

  /** What each code means at the door of that class. The other classes are looked at only for codes from elsewhere. */
  async decide(
    plan: ClassPlan,
    occasion: Occasion,
    codes: readonly string[],
  ): Promise<readonly DoorDecision<StudentAtDoor>[]> {
    const read = await Promise.all(codes.map((code) => readDoorCode(code, this.key.jwks)));
    const own = await this.standing(await this.classes.members(occasion.classId), occasion);
    const decided = read.map((code) => decideOn(own, code));
    if (!decided.some(({ outcome }) => outcome === 'UNKNOWN_CODE')) return decided;
    const everybody = await this.everybody(plan, occasion);
    return read.map((code) => decideOn(everybody, code));
  }

  private async standing(members: readonly ClassMember[], occasion: Occasion): Promise<AtDoor<StudentAtDoor>> {
    const former = await this.classes.formerMembers(occasion.classId);
    const cohort = cohortAtDoor(members, former, occasion);
    const codes = await this.events.loadEach(
      doorCode,
      cohort.map(({ reference }) => reference),
    );
    const known = cohort.map((one, at) => ({ ...one, issue: codes[at]!.state.issue }));
    return {
      expected: known
        .filter(({ isExpected }) => isExpected)
        .map(({ reference, issue, classCode, student }) => ({ reference, issue, classCode, student })),
      elsewhere: known
        .filter(({ isExpected }) => !isExpected)
        .map(({ reference, issue, classCode }) => ({ reference, issue, classCode })),
    };
  }
}
