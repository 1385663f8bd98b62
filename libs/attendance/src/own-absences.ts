import type { CommandContext } from '@kull/event-store';
import type { Instant, LocalDate } from '@kull/kernel';
import { OwnClasses } from '@kull/teaching/contracts/own-classes';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AnswerAbsence } from './commands/answer-absence';
import { AttachEvidence, type EvidenceDocument } from './commands/attach-evidence';
import { ReportAbsence } from './commands/report-absence';
import type { EvidenceType, ExcuseBasis, RefusalReason } from './domain/absence.events';
import { standingOf, withMissed } from './domain/attendance-standing';
import { countedInOf } from './domain/counted-in';
import type { ExcuseCode } from './domain/mark';
import type { AttendanceOfStudent } from './own-attendance';
import { type AbsenceRow, type AbsenceStatus, Absences } from './read-models/absences.query';
import { Standings } from './standings';

/** A report of absence as its student sees it. */
export interface OwnAbsence {
  readonly id: string;
  readonly classId: string;
  readonly sessions: readonly string[];
  readonly reason: ExcuseCode;
  readonly status: AbsenceStatus;
  readonly reportedAt: Instant;
  /** Until when evidence may be sent in, and by when the report is answered. */
  readonly evidenceDueOn: LocalDate;
  readonly answerDueOn: LocalDate;
  readonly evidence?: { readonly mediaType: EvidenceType; readonly attachedAt: Instant };
  readonly decision?: { readonly basis?: ExcuseBasis; readonly reason?: RefusalReason; readonly at: Instant };
}

/** What a student reports. */
export interface OwnAbsenceTold {
  readonly classId: string;
  readonly sessions: readonly string[];
  readonly reason: ExcuseCode;
}

/**
 * Why nothing came of it. `ABSENCE_NOT_REPORTED` is also the answer about the report of somebody else, as
 * `UNKNOWN_STUDENT` is about a class of others.
 */
export type OwnAbsenceRefusal =
  | 'UNKNOWN_STUDENT'
  | 'UNKNOWN_SESSION'
  | 'ABSENCE_ALREADY_REPORTED'
  | 'ABSENCE_NOT_REPORTED'
  | 'ABSENCE_WITHDRAWN'
  | 'ABSENCE_DECIDED';

type Refused = { readonly refused: OwnAbsenceRefusal };

/** What a person reports of their own absence. Whose it is, the person id says, in every question. */
@Injectable()
export class OwnAbsences {
  constructor(
    private readonly absences: Absences,
    private readonly classes: OwnClasses,
    private readonly standings: Standings,
    private readonly commands: CommandBus,
  ) {}

  /** The newest first. */
  async of(personId: string): Promise<readonly OwnAbsence[]> {
    const enrolments = await this.classes.enrolments(personId);
    const rows = await this.absences.ofPerson(
      personId,
      enrolments.map(({ classId }) => classId),
    );
    return rows.map(ownAbsence);
  }

  async find(personId: string, absenceId: string): Promise<OwnAbsence | undefined> {
    const row = await this.absences.find(absenceId);
    return row?.reported.personId === personId ? ownAbsence(row) : undefined;
  }

  /** The same command again is the same report. */
  async report(
    personId: string,
    { classId, sessions, reason }: OwnAbsenceTold,
    context: CommandContext,
  ): Promise<{ readonly id: string } | Refused> {
    const own = (await this.classes.of(personId)).find((one) => one.classId === classId);
    if (!own) return { refused: 'UNKNOWN_STUDENT' };
    const told = { classId, studentNo: own.studentNo, sessions, reasonCode: reason };
    const { id, outcome } = await this.commands.execute(new ReportAbsence(told, context));
    return 'rejected' in outcome ? { refused: refusalOf(outcome.rejected.code) } : { id };
  }

  /** Sends in a document; one that was there before is deleted. */
  async attach(
    personId: string,
    absenceId: string,
    document: EvidenceDocument,
    context: CommandContext,
  ): Promise<Refused | undefined> {
    if (!(await this.find(personId, absenceId))) return { refused: 'ABSENCE_NOT_REPORTED' };
    const outcome = await this.commands.execute(new AttachEvidence(absenceId, document, context));
    return 'rejected' in outcome ? { refused: refusalOf(outcome.rejected.code) } : undefined;
  }

  async withdraw(personId: string, absenceId: string, context: CommandContext): Promise<Refused | undefined> {
    if (!(await this.find(personId, absenceId))) return { refused: 'ABSENCE_NOT_REPORTED' };
    const withdrawal = { type: 'WithdrawAbsence', data: { withdrawnBy: personId, at: context.occurredAt } } as const;
    const outcome = await this.commands.execute(new AnswerAbsence(absenceId, withdrawal, context));
    return 'rejected' in outcome ? { refused: refusalOf(outcome.rejected.code) } : undefined;
  }

  /** The student's attendance when all that they have reported comes true; undefined while nothing counts. */
  async attendanceAfter(personId: string, classId: string): Promise<AttendanceOfStudent | undefined> {
    const own = (await this.classes.of(personId)).find((one) => one.classId === classId);
    const found = own && (await this.standings.ofStudent(classId, own.studentNo));
    if (!found) return undefined;
    const { counted, stands, plan } = found;
    const reports = await this.absences.ofPerson(personId, [classId]);
    const missed = reports.flatMap(({ status, reported }) => (status === 'WITHDRAWN' ? [] : reported.sessions));
    const sessions = withMissed(counted.sessions, missed);
    return {
      countedIn: countedInOf(plan),
      sessions: { ...stands.sessions, open: sessions.filter(({ state }) => state === 'open').length },
      standings: counted.requirements.map((requirement) => standingOf(sessions, requirement)),
    };
  }
}

const ownAbsence = ({ reported, status, facts: { evidence, decision } }: AbsenceRow): OwnAbsence => {
  const { absenceId: id, classId, sessions, reasonCode: reason, reportedAt, evidenceDueOn, answerDueOn } = reported;
  return {
    id,
    classId,
    sessions,
    reason,
    status,
    reportedAt,
    evidenceDueOn,
    answerDueOn,
    ...(evidence && { evidence }),
    ...(decision && {
      decision: {
        ...(decision.basis && { basis: decision.basis }),
        ...(decision.reasonClass && { reason: decision.reasonClass }),
        at: decision.decidedAt,
      },
    }),
  };
};

const told = new Set<string>([
  'UNKNOWN_STUDENT',
  'UNKNOWN_SESSION',
  'ABSENCE_ALREADY_REPORTED',
  'ABSENCE_NOT_REPORTED',
  'ABSENCE_WITHDRAWN',
  'ABSENCE_DECIDED',
] satisfies OwnAbsenceRefusal[]);

/** @throws Error on a refusal that nothing a student does can lead to */
const refusalOf = (code: string): OwnAbsenceRefusal => {
  if (!told.has(code)) throw new Error(`a student's absence was refused with ${code}`);
  return code as OwnAbsenceRefusal;
};
