import {
  accept,
  type Decider,
  type Decision,
  idOf,
  localDateInOslo,
  nothing,
  reject,
  type SetRule,
} from '@kull/kernel';
import { endOf } from '@kull/teaching/contracts';
import type {
  AbsenceCommand,
  AbsenceRejection,
  ApproveCompensation,
  ExcuseAbsence,
  RefuseAbsence,
  ReportAbsence,
} from './absence.commands';
import type { AbsenceEvent, AbsenceReported, EvidenceAttached } from './absence.events';
import { answerDueOn, evidenceDueOn } from './absence-deadlines';

/** One report of one student; `report` is the id of the command that made it. */
export const absenceIdOf = (classId: string, studentNo: string, report: string): string =>
  idOf('abs', classId, studentNo, report);

/** A report that was made, and what became of it. */
export type ReportedAbsence = AbsenceReported['data'] & {
  readonly status: 'reported' | 'excused' | 'not_excused' | 'withdrawn';
  /** The document that is kept now. */
  readonly evidence?: EvidenceAttached['data'];
  /** Documents that were replaced or deleted: their bytes have no place any more. */
  readonly formerDocuments: readonly string[];
  /** The basis or the class of reasons of the last decision. */
  readonly ground?: string;
  /** Tasks done in place of sessions, by code. */
  readonly compensated: ReadonlySet<string>;
};

export type Absence = { readonly status: 'none' } | ReportedAbsence;

type Decided = Decision<AbsenceEvent, AbsenceRejection>;

const report = ({ personId, planned, at, ...said }: ReportAbsence['data']): Decided => {
  if (personId === undefined) return reject({ code: 'UNKNOWN_STUDENT' });
  const sessions = planned.filter(({ code }) => said.sessions.includes(code));
  if (said.sessions.some((code) => !planned.some((one) => one.code === code)))
    return reject({ code: 'UNKNOWN_SESSION' });
  const over = sessions.filter((session) => endOf({ title: session.code, ...session }) <= at);
  return accept({
    type: 'AbsenceReported',
    data: {
      ...said,
      personId,
      sessions: sessions.map(({ code }) => code),
      sessionsOver: over.map(({ code }) => code),
      reportedAt: at,
      evidenceDueOn: evidenceDueOn(at),
      answerDueOn: answerDueOn(at),
    },
  });
};

const toldIn = ({ absenceId, classId, studentNo, sessions }: ReportedAbsence) => ({
  absenceId,
  classId,
  studentNo,
  sessions,
});

/** A decision may be changed by another; the same again changes nothing. */
const excuse = (state: ReportedAbsence, { basis, decidedBy, at }: ExcuseAbsence['data']): Decided => {
  if (state.status === 'excused' && state.ground === basis) return nothing;
  if (basis === 'DOCUMENT_ATTACHED' && !state.evidence) return reject({ code: 'EVIDENCE_MISSING' });
  const { reasonCode } = state;
  return accept({
    type: 'AbsenceExcused',
    data: { ...toldIn(state), reasonCode, basis, decidedBy, decidedAt: at },
  });
};

const refuse = (state: ReportedAbsence, { reasonClass, decidedBy, at }: RefuseAbsence['data']): Decided => {
  if (state.status === 'not_excused' && state.ground === reasonClass) return nothing;
  if (reasonClass === 'NO_EVIDENCE' && localDateInOslo(at) <= state.evidenceDueOn)
    return reject({ code: 'EVIDENCE_STILL_DUE' });
  return accept({
    type: 'AbsenceNotExcused',
    data: { ...toldIn(state), reasonClass, decidedBy, decidedAt: at },
  });
};

const compensate = (
  state: ReportedAbsence,
  { sessions = state.sessions, taskCode, approvedBy, at }: ApproveCompensation['data'],
): Decided => {
  if (sessions.some((code) => !state.sessions.includes(code))) return reject({ code: 'SESSION_NOT_IN_ABSENCE' });
  if (state.compensated.has(taskCode)) return nothing;
  return accept({ type: 'CompensationApproved', data: { sessions, taskCode, approvedBy, approvedAt: at } });
};

const decideReported = (state: ReportedAbsence, command: Exclude<AbsenceCommand, ReportAbsence>): Decided => {
  switch (command.type) {
    case 'AttachEvidence': {
      const { at, ...evidence } = command.data;
      return state.evidence?.documentHash === evidence.documentHash
        ? nothing
        : accept({ type: 'EvidenceAttached', data: { ...evidence, attachedAt: at } });
    }
    case 'DeleteEvidence':
      return state.evidence
        ? accept({
            type: 'EvidenceDeleted',
            data: { documentHash: state.evidence.documentHash, deletedBy: command.data.deletedBy },
          })
        : reject({ code: 'EVIDENCE_MISSING' });
    case 'ExcuseAbsence':
      return excuse(state, command.data);
    case 'RefuseAbsence':
      return refuse(state, command.data);
    case 'WithdrawAbsence': {
      const { withdrawnBy, at } = command.data;
      return state.status === 'reported'
        ? accept({ type: 'AbsenceWithdrawn', data: { ...toldIn(state), withdrawnBy, withdrawnAt: at } })
        : reject({ code: 'ABSENCE_DECIDED' });
    }
    case 'ApproveCompensation':
      return compensate(state, command.data);
  }
};

const decide = (state: Absence, command: AbsenceCommand): Decided => {
  if (command.type === 'ReportAbsence') return state.status === 'none' ? report(command.data) : nothing;
  if (state.status === 'none') return reject({ code: 'ABSENCE_NOT_REPORTED' });
  if (state.status !== 'withdrawn') return decideReported(state, command);
  if (command.type === 'WithdrawAbsence') return nothing;
  // What was sent in can be deleted whatever became of the report.
  return command.type === 'DeleteEvidence' ? decideReported(state, command) : reject({ code: 'ABSENCE_WITHDRAWN' });
};

const formerOf = ({ formerDocuments, evidence }: ReportedAbsence, now?: string): readonly string[] =>
  [...formerDocuments, ...(evidence ? [evidence.documentHash] : [])].filter((hash) => hash !== now);

const evolve = (state: Absence, event: AbsenceEvent): Absence => {
  if (event.type === 'AbsenceReported')
    return { ...event.data, status: 'reported', formerDocuments: [], compensated: new Set() };
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'EvidenceAttached':
      return { ...state, evidence: event.data, formerDocuments: formerOf(state, event.data.documentHash) };
    case 'EvidenceDeleted': {
      const { evidence: _, ...rest } = state;
      return { ...rest, formerDocuments: formerOf(state) };
    }
    case 'AbsenceExcused':
      return { ...state, status: 'excused', ground: event.data.basis };
    case 'AbsenceNotExcused':
      return { ...state, status: 'not_excused', ground: event.data.reasonClass };
    case 'AbsenceWithdrawn':
      return { ...state, status: 'withdrawn' };
    case 'CompensationApproved':
      return { ...state, compensated: new Set([...state.compensated, event.data.taskCode]) };
  }
};

/** One rule for each session that the report is about. */
const rulesFor = (
  kind: 'claim' | 'free',
  {
    absenceId,
    classId,
    studentNo,
    sessions,
  }: Pick<ReportedAbsence, 'absenceId' | 'classId' | 'studentNo' | 'sessions'>,
): readonly SetRule[] =>
  sessions.map((session) => ({ kind, key: `absence:${classId}:${studentNo}:${session}`, holder: absenceId }));

/** At most one report of a student stands for a session; one that was taken back or refused stands for none. */
const setRules = (event: AbsenceEvent): readonly SetRule[] => {
  switch (event.type) {
    case 'AbsenceReported':
    case 'AbsenceExcused':
      return rulesFor('claim', event.data);
    case 'AbsenceNotExcused':
    case 'AbsenceWithdrawn':
      return rulesFor('free', event.data);
    case 'EvidenceAttached':
    case 'EvidenceDeleted':
    case 'CompensationApproved':
      return [];
  }
};

/** An absence told by a student: reported, shown by evidence, decided by a person, or taken back. */
export const absence: Decider<Absence, AbsenceCommand, AbsenceEvent, AbsenceRejection> = {
  category: 'absence',
  initial: { status: 'none' },
  decide,
  evolve,
  setRules,
  refusedBy: () => ({ code: 'ABSENCE_ALREADY_REPORTED' }),
};
