import { type CommandContext, EventStore } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { HprRegister, isWellFormedHprNumber, People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { Corrector } from './commands/corrector';
import { completionDateOf, notApplicableReason } from './domain/awards';
import { isHeld } from './domain/hold';
import { findingOf, type HprReason, hprReasons } from './domain/hpr';
import { studentCourse } from './domain/student-course';
import { countedResults, type JudgedCourse, type OpenCourse } from './domain/student-course.state';
import { Holders } from './holders';
import { CoursePersons } from './read-models/course-person.query';

/**
 * What a number comes to for the person who gives it:
 * - `VERIFIED`: it is theirs, and they were authorised when the course was completed.
 * - `MALFORMED`: no HPR number looks like that.
 * - `NOT_ASKED_FOR`: no course of theirs has course points for them.
 * - `ALREADY_AWARDED`: the points stand on the number they have; another one is for the office to correct.
 * - `NOT_ANSWERED`: the register is silent; nothing is saved.
 * - a reason of the rules: why the number does not verify.
 */
export type OwnNumberStatus =
  | 'VERIFIED'
  | 'MALFORMED'
  | 'NOT_ASKED_FOR'
  | 'ALREADY_AWARDED'
  | 'NOT_ANSWERED'
  | HprReason;

/** What a number comes to, and the points that it lets go. */
export interface OwnNumberAnswer {
  readonly status: OwnNumberStatus;
  /** Held until now: would be awarded, or were. */
  readonly releases: readonly { readonly classCode: string; readonly coursePoints: number }[];
}

interface Own {
  readonly id: string;
  readonly course: OpenCourse | JudgedCourse;
}

const ownNumberAnswer = (status: OwnNumberStatus): OwnNumberAnswer => ({ status, releases: [] });

/**
 * The HPR number of one person, checked and corrected by that person (ux.md S10). Only a number that the register
 * verifies is saved, and only where the points do not stand yet, so that it can raise a ledger and never lower one.
 */
@Injectable()
export class OwnHprNumber {
  constructor(
    private readonly events: EventStore,
    private readonly courses: CoursePersons,
    private readonly holders: Holders,
    private readonly register: HprRegister,
    private readonly corrector: Corrector,
    private readonly people: People,
  ) {}

  /** Whether any course of the person asks for a number. */
  async isAskedFor(personId: string): Promise<boolean> {
    return (await this.asking(personId)).length > 0;
  }

  /** Says what the number would come to; nothing is recorded. */
  async check(personId: string, hprNumber: string): Promise<OwnNumberAnswer> {
    const asking = await this.asking(personId);
    if (asking.length === 0) return ownNumberAnswer('NOT_ASKED_FOR');
    if (!isWellFormedHprNumber(hprNumber)) return ownNumberAnswer('MALFORMED');
    const open = withoutPoints(asking);
    if (open.length === 0) return ownNumberAnswer('ALREADY_AWARDED');
    for (const one of open) {
      const status = await this.statusIn(one, hprNumber);
      if (status !== 'VERIFIED') return ownNumberAnswer(status);
    }
    return { status: 'VERIFIED', releases: open.filter(({ course }) => isHeld(course)).map(releaseOf) };
  }

  /** Saves the number when the register verifies it, and judges again what it held back. */
  async correct(personId: string, hprNumber: string, context: CommandContext): Promise<OwnNumberAnswer> {
    const checked = await this.check(personId, hprNumber);
    if (checked.status !== 'VERIFIED') return checked;
    const held = withoutPoints(await this.asking(personId)).filter(({ course }) => isHeld(course));
    for (const one of held) {
      const corrected = await this.correctIn(one, personId, hprNumber, context);
      if (corrected === 'HPR_REGISTER_NOT_ANSWERING') return ownNumberAnswer('NOT_ANSWERED');
    }
    await this.people.rectify(personId, { hprNumber });
    const still = new Set(withoutPoints(await this.asking(personId)).map(({ id }) => id));
    return { status: 'VERIFIED', releases: held.filter(({ id }) => !still.has(id)).map(releaseOf) };
  }

  private async asking(personId: string): Promise<readonly Own[]> {
    const ids = await this.courses.coursesOf([personId]);
    const loaded = await this.events.loadEach(studentCourse, ids);
    return loaded.flatMap(({ state }, at) =>
      state.status === 'none' || notApplicableReason(state.terms, state.participantStatus)
        ? []
        : [{ id: ids[at]!, course: state }],
    );
  }

  private async statusIn({ course }: Own, hprNumber: string): Promise<OwnNumberStatus> {
    const said = (await this.register.ask(course.classId, [hprNumber])).get(hprNumber);
    if (!said?.answered) return 'NOT_ANSWERED';
    const [holder] = await this.holders.open([course.holder]);
    const finding = findingOf({ ...holder!, hprNumber }, said.entry);
    return hprReasons(finding, completionDateOf(course.terms, countedResults(course)))[0] ?? 'VERIFIED';
  }

  private correctIn({ id, course }: Own, personId: string, hprNumber: string, context: CommandContext) {
    const { classId, studentNo } = course;
    const at = context.occurredAt;
    const row = {
      row: 1,
      at,
      kind: 'HPR_NUMBER',
      studentNo,
      value: '',
      reason: '',
      recordedBy: personId,
      approvedBy: '',
    };
    const change = { kind: 'HPR_NUMBER', hprNumber } as const;
    const correctionId = uuidOf('OwnHprNumber', id, context.commandId);
    return this.corrector.correct({ id, classId }, { row, at, change }, correctionId, context);
  }
}

const withoutPoints = (courses: readonly Own[]): readonly Own[] =>
  courses.filter(({ course }) => !(course.status === 'judged' && course.coursePoints.status === 'AWARDED'));

const releaseOf = ({ course: { classCode, terms } }: Own) => ({
  classCode,
  coursePoints: (terms.courseApproval?.creditLines ?? []).reduce((sum, { points }) => sum + points, 0),
});
