import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { type Standing, standsSince } from './domain/attendance-standing';
import { isJudgedAs, judgedStanding, standingIdOf } from './domain/judged-standing';
import type { JudgedFigures } from './domain/judged-standing.events';
import type { JudgedStudent } from './standings';

/** A standing that is not the one that was last said. */
export interface StandingChange {
  /** Of the standings of the student (`standingIdOf`). */
  readonly id: string;
  readonly student: JudgedStudent;
  readonly standing: Standing;
  /** When it became so. */
  readonly since: Instant;
}

/** What there is to say of where students stand. */
@Injectable()
export class StandingChanges {
  constructor(private readonly events: EventStore) {}

  /** @param notBefore when the plan changed that they are counted by */
  async among(students: readonly JudgedStudent[], notBefore?: Instant): Promise<readonly StandingChange[]> {
    const ids = students.map(({ stands: { courseClassId, classId, studentNo } }) =>
      standingIdOf(courseClassId ?? classId, studentNo),
    );
    const said = await this.events.loadEach(judgedStanding, ids);
    return students.flatMap((student, at) =>
      student.stands.standings
        .filter(({ award, status }) => !isJudgedAs(said[at]!.state, award, status))
        .map((standing) => ({ id: ids[at]!, student, standing, since: sinceOf(student, standing, notBefore) })),
    );
  }
}

/** The figures by which it is said, read up to that position of the log. */
export const figuresOf = ({ student: { stands }, standing }: StandingChange, position: number): JudgedFigures => {
  const { classId, studentNo } = stands;
  const { award, total, required, attended, open, leftToLose } = standing;
  return { classId, studentNo, award, total, required, attended, open, leftToLose, position };
};

/** By the records that count, but not before the plan that they are counted by. */
const sinceOf = (
  { counted: { sessions, requirements } }: JudgedStudent,
  { award }: Standing,
  notBefore: Instant | undefined,
): Instant => {
  const since = standsSince(sessions, requirements.find((one) => one.award === award)!);
  const instants = [since, notBefore].flatMap((instant) => instant ?? []);
  return instants.sort().at(-1) ?? sessions.map(({ startsAt }) => startsAt).sort()[0]!;
};
