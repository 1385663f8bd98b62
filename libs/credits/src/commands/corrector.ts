import { ClassRegisters } from '@kull/attendance/contracts';
import { type CommandContext, type Deciding, EventStore, type Order, type Sealed } from '@kull/event-store';
import { type Instant, uuidOf } from '@kull/kernel';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import type { Holder } from '../contracts';
import type { CorrectionRow, RequestedChange, RequestedCorrection } from '../domain/correction-rows';
import type { Change, CorrectionOrder, CorrectionRefusal } from '../domain/corrections';
import type { Unanswered } from '../domain/hpr';
import { studentCourse } from '../domain/student-course';
import type { StudentCourseRejection } from '../domain/student-course.commands';
import type { JudgedCourse } from '../domain/student-course.state';
import { Holders } from '../holders';

/** Whose course is corrected. */
export interface CorrectedStudent {
  readonly id: string;
  readonly classId: string;
}

export type Corrected =
  | 'applied'
  | 'unchanged'
  | 'AWARDS_NOT_JUDGED'
  | 'UNKNOWN_SESSION'
  | 'INVALID_CORRECTION'
  | 'HPR_REGISTER_NOT_ANSWERING'
  | CorrectionRefusal;

/** The purpose under which the free text of a correction is sealed. */
export const correctionReasonPurpose = 'correction.reason';

const orderOf = ({ at, row }: RequestedCorrection, correctionId: string): CorrectionOrder => {
  const { recordedBy, approvedBy } = row;
  return { correctionId, at, recordedBy, ...(approvedBy !== '' && { approvedBy }) };
};

/** A correction is true from when it was made, and what a register answered, not before it did. */
const trueFrom = (at: Instant, change: Change): Instant => {
  const lookedUpAt = 'lookedUp' in change ? change.lookedUp?.at : undefined;
  return lookedUpAt !== undefined && lookedUpAt > at ? lookedUpAt : at;
};

const corrected = (
  holder: Holder,
  change: Extract<RequestedChange, { kind: 'NAME_CHANGE' | 'HPR_NUMBER' }>,
): Holder => {
  if (change.kind === 'NAME_CHANGE') return { ...holder, familyName: change.familyName };
  const { hprNumber: _, ...withoutNumber } = holder;
  return change.hprNumber === undefined ? withoutNumber : { ...withoutNumber, hprNumber: change.hprNumber };
};

/** Applies one correction to a student's course and to the registers, all or nothing (credits.md 4). */
@Injectable()
export class Corrector {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly holders: Holders,
    private readonly registers: ClassRegisters,
  ) {}

  /** @param on a rehearsal, when it is only asked what would become of the correction */
  async correct(
    student: CorrectedStudent,
    requested: RequestedCorrection,
    correctionId: string,
    context: CommandContext,
    on: Deciding = this.events,
    ectsAwardedElsewhere = false,
  ): Promise<Corrected> {
    const { state } = await on.load(studentCourse, student.id);
    if (state.status !== 'judged') return 'AWARDS_NOT_JUDGED';
    if (state.corrections.has(correctionId)) return state.corrections.get(correctionId) ?? 'unchanged';

    const correction = orderOf(requested, correctionId);
    const change = await this.changeOf(state, student.classId, requested.change);
    if ('unanswered' in change) return 'HPR_REGISTER_NOT_ANSWERING';
    const reason = await this.reasonOf(state.personId, requested.row);
    const data = { correction, change, ...(ectsAwardedElsewhere && { ectsAwardedElsewhere }) };
    const outcome = await on.executeTogether(
      [
        {
          decider: studentCourse,
          id: student.id,
          command: { type: 'ApplyCorrection', data },
          commandId: uuidOf('ApplyCorrection', student.id, correctionId),
          reason,
        },
        ...this.registerOrders(student, state.studentNo, change, correction),
      ],
      { ...context, occurredAt: trueFrom(correction.at, change) },
    );
    if ('accepted' in outcome) return 'applied';

    const { code } = outcome.rejected as StudentCourseRejection;
    switch (code) {
      case 'HOLDER_CHANGED':
        return this.correct(student, requested, correctionId, context, on);
      case 'ECTS_ALREADY_AWARDED':
        return this.correct(student, requested, correctionId, context, on, true);
      case 'HOURS_EXCEED_SESSION':
      case 'SECOND_APPROVER_REQUIRED':
        return this.refuse(student, correction, change.kind, code, { context, reason, on });
      case 'AWARDS_NOT_JUDGED':
      case 'UNKNOWN_SESSION':
        return code;
      case 'UNKNOWN_ASSESSMENT':
      case 'INVALID_RESULT':
        return 'INVALID_CORRECTION';
      case 'STUDENT_COURSE_NOT_OPEN':
      case 'ALREADY_RECORDED':
      case 'SAME_PERSON_GRADED_AND_ATTESTED':
      case 'RESULT_NOT_REGISTERED':
      case 'ALREADY_ATTESTED':
      case 'RESULT_NOT_ATTESTED':
      case 'REASONS_ALREADY_GIVEN':
      case 'REASONS_ALREADY_ASKED':
      case 'REASONS_TOO_LATE':
      case 'RESULT_APPEAL_TOO_LATE':
      case 'RESULT_ALREADY_APPEALED':
      case 'RESULT_NOT_APPEALED':
      case 'GROUNDS_MISSING':
      case 'GROUNDS_TOO_LONG':
      case 'UNKNOWN_PART':
      case 'WRONG_WAY':
      case 'ECTS_CREDITS_AWARDED':
      case 'HPR_NOT_ASKED_FOR':
      case 'HPR_MISSING':
      case 'HPR_ALREADY_VERIFIED':
      case 'VERIFICATION_NOT_PROPOSED':
      case 'HPR_NUMBER_CHANGED':
        throw new Error(`a correction was refused with ${code}`);
    }
  }

  /** A second person stands behind a correction that was refused for want of one; approved twice it is approved once. */
  async approve(
    student: CorrectedStudent,
    requested: RequestedCorrection,
    recordedAs: string,
    approvedBy: string,
    context: CommandContext,
  ): Promise<Corrected | 'NOT_RECORDED'> {
    const { state } = await this.events.load(studentCourse, student.id);
    if (state.status !== 'judged') return 'AWARDS_NOT_JUDGED';
    if (!state.corrections.has(recordedAs)) return 'NOT_RECORDED';
    const became = state.corrections.get(recordedAs) ?? 'unchanged';
    if (became !== 'SECOND_APPROVER_REQUIRED') return became;
    const row = { ...requested.row, approvedBy };
    return this.correct(student, { ...requested, row }, uuidOf('approved-correction', recordedAs), context);
  }

  private registerOrders(
    { classId }: CorrectedStudent,
    studentNo: string,
    change: Change,
    { correctionId, recordedBy, at }: CorrectionOrder,
  ): readonly Order[] {
    if (change.kind !== 'ATTENDANCE') return [];
    return this.registers.corrections({ classId, studentNo, hours: change.hours, correctionId, recordedBy, at });
  }

  private async refuse(
    { id }: CorrectedStudent,
    correction: CorrectionOrder,
    kind: Change['kind'],
    code: CorrectionRefusal,
    how: { readonly context: CommandContext; readonly reason: Sealed | undefined; readonly on: Deciding },
  ): Promise<CorrectionRefusal> {
    const commandId = uuidOf('RefuseCorrection', id, correction.correctionId);
    const command = { type: 'RefuseCorrection', data: { correction, kind, code } } as const;
    const { context, reason, on } = how;
    await on.execute(studentCourse, id, command, { ...context, commandId, reason, occurredAt: correction.at });
    return code;
  }

  private async changeOf(
    { holder: from, personId, terms, verified }: JudgedCourse,
    classId: string,
    change: RequestedChange,
  ): Promise<Change | { readonly unanswered: Unanswered }> {
    switch (change.kind) {
      case 'ATTENDANCE':
      case 'RESULT':
        return change;
      case 'NAME_CHANGE':
      case 'HPR_NUMBER': {
        const [before] = await this.holders.open([from]);
        const after = corrected(before!, change);
        const [holder] = await this.holders.seal([{ personId, holder: after }]);
        const differs = after.familyName !== before!.familyName || after.hprNumber !== before!.hprNumber;
        const changed = { kind: change.kind, from, holder: holder!, differs };
        if (!terms.courseApproval) return changed;
        const [said] = await this.holders.lookUp(classId, [{ holder: holder!, ...(verified && { verified }) }]);
        if (!said || 'unanswered' in said) return said ?? { unanswered: 'UNAVAILABLE' };
        return { ...changed, hpr: said.finding, ...(said.lookedUp && { lookedUp: said.lookedUp }) };
      }
    }
  }

  private async reasonOf(person: string, { reason }: CorrectionRow): Promise<Sealed | undefined> {
    if (reason === '') return undefined;
    const [sealed] = await this.people.seal([{ person, purpose: correctionReasonPurpose, value: reason }]);
    return sealed;
  }
}
