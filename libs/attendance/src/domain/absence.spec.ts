import { given } from '@kull/kernel/given';
import { absence } from './absence';
import type { ApproveCompensation, ReportAbsence } from './absence.commands';
import type {
  AbsenceExcused,
  AbsenceNotExcused,
  AbsenceReported,
  AbsenceWithdrawn,
  CompensationApproved,
  EvidenceAttached,
  EvidenceDeleted,
} from './absence.events';

/** A Tuesday. */
const at = '2027-02-09T08:00:00.000Z';
const told = { absenceId: 'abs_1', classId: 'cls_1', studentNo: 'kari', sessions: ['G4D1F', 'G4D1E'] };

const planned = [
  { code: 'G4D1F', startsAt: '2027-02-16T07:00:00.000Z', halfHours: 8 },
  { code: 'G4D1E', startsAt: '2027-02-16T12:00:00.000Z', halfHours: 8 },
];

const report = (over: Partial<ReportAbsence['data']> = {}): ReportAbsence => ({
  type: 'ReportAbsence',
  data: { ...told, personId: 'per_1', planned, reasonCode: 'ILLNESS', reportedBy: 'kari', at, ...over },
});

const reported: AbsenceReported = {
  type: 'AbsenceReported',
  data: {
    ...told,
    personId: 'per_1',
    sessionsOver: [],
    reasonCode: 'ILLNESS',
    reportedBy: 'kari',
    reportedAt: at,
    evidenceDueOn: '2027-02-23',
    answerDueOn: '2027-02-16',
  },
};

const evidence = { documentHash: 'a'.repeat(64), mediaType: 'application/pdf', attachedBy: 'kari' } as const;
const attached: EvidenceAttached = { type: 'EvidenceAttached', data: { ...evidence, attachedAt: at } };
const attach = { type: 'AttachEvidence', data: { ...evidence, at } } as const;
const deleted: EvidenceDeleted = {
  type: 'EvidenceDeleted',
  data: { documentHash: evidence.documentHash, deletedBy: 'admin-1' },
};
const erase = { type: 'DeleteEvidence', data: { deletedBy: 'admin-1' } } as const;

const by = { decidedBy: 'admin-1', decidedAt: at };
const excused: AbsenceExcused = {
  type: 'AbsenceExcused',
  data: { ...told, reasonCode: 'ILLNESS', basis: 'STATEMENT', ...by },
};
const excuse = (basis: 'STATEMENT' | 'DOCUMENT_ATTACHED') =>
  ({ type: 'ExcuseAbsence', data: { basis, decidedBy: 'admin-1', at } }) as const;
const notExcused: AbsenceNotExcused = {
  type: 'AbsenceNotExcused',
  data: { ...told, reasonClass: 'REASON_NOT_VALID', ...by },
};
const refuse = (reasonClass: 'NO_EVIDENCE' | 'REASON_NOT_VALID', when = at) =>
  ({ type: 'RefuseAbsence', data: { reasonClass, decidedBy: 'admin-1', at: when } }) as const;

const withdrawn: AbsenceWithdrawn = {
  type: 'AbsenceWithdrawn',
  data: { ...told, withdrawnBy: 'kari', withdrawnAt: at },
};
const withdraw = { type: 'WithdrawAbsence', data: { withdrawnBy: 'kari', at } } as const;

describe('reporting an absence', () => {
  it('says until when evidence may come, and when the answer does', () =>
    given(absence)().when(report()).then(reported));

  it('counts neither Easter nor the days around it as working days', () =>
    given(absence)()
      .when(report({ at: '2027-03-24T08:00:00.000Z' }))
      .then({
        type: 'AbsenceReported',
        data: {
          ...reported.data,
          sessionsOver: told.sessions,
          reportedAt: '2027-03-24T08:00:00.000Z',
          evidenceDueOn: '2027-04-07',
          answerDueOn: '2027-04-05',
        },
      }));

  it('is taken late as well, and says which sessions were over', () =>
    given(absence)()
      .when(report({ at: '2027-02-16T12:00:00.000Z' }))
      .then({
        type: 'AbsenceReported',
        data: {
          ...reported.data,
          sessionsOver: ['G4D1F'],
          reportedAt: '2027-02-16T12:00:00.000Z',
          evidenceDueOn: '2027-03-02',
          answerDueOn: '2027-02-23',
        },
      }));

  it('is the same report when it is sent again', () => given(absence)(reported).when(report()).thenNothing());

  it('is refused for who or what the class does not have', () => {
    given(absence)()
      .when(report({ personId: undefined }))
      .rejectedAs({ code: 'UNKNOWN_STUDENT' });
    given(absence)()
      .when(report({ sessions: ['G9D1F'] }))
      .rejectedAs({ code: 'UNKNOWN_SESSION' });
  });

  it('stands alone for its sessions, until it is taken back or refused', () => {
    const keys = ['absence:cls_1:kari:G4D1F', 'absence:cls_1:kari:G4D1E'];
    const rules = (kind: string) => keys.map((key) => ({ kind, key, holder: 'abs_1' }));
    for (const event of [reported, excused]) expect(absence.setRules?.(event)).toEqual(rules('claim'));
    for (const event of [withdrawn, notExcused]) expect(absence.setRules?.(event)).toEqual(rules('free'));
    for (const event of [attached, deleted]) expect(absence.setRules?.(event)).toEqual([]);
    expect(absence.refusedBy?.({ kind: 'claim', key: keys[0]!, holder: 'abs_2' })).toEqual({
      code: 'ABSENCE_ALREADY_REPORTED',
    });
  });
});

describe('evidence', () => {
  it('is attached once', () => {
    given(absence)(reported).when(attach).then(attached);
    given(absence)(reported, attached).when(attach).thenNothing();
  });

  it('is replaced by another document', () => {
    const other = { ...evidence, documentHash: 'b'.repeat(64) };
    given(absence)(reported, attached)
      .when({ type: 'AttachEvidence', data: { ...other, at } })
      .then({ type: 'EvidenceAttached', data: { ...other, attachedAt: at } });
  });

  it('is deleted, also when the report was taken back', () => {
    given(absence)(reported, attached).when(erase).then(deleted);
    given(absence)(reported, attached, withdrawn).when(erase).then(deleted);
    given(absence)(reported, attached, deleted).when(erase).rejectedAs({ code: 'EVIDENCE_MISSING' });
  });

  it('needs a report', () => given(absence)().when(attach).rejectedAs({ code: 'ABSENCE_NOT_REPORTED' }));
});

describe('deciding an absence', () => {
  it('excuses it, on the word of the student or on a document', () => {
    given(absence)(reported).when(excuse('STATEMENT')).then(excused);
    given(absence)(reported, attached)
      .when(excuse('DOCUMENT_ATTACHED'))
      .then({ type: 'AbsenceExcused', data: { ...excused.data, basis: 'DOCUMENT_ATTACHED' } });
  });

  it('rests on no document that is not there', () => {
    given(absence)(reported).when(excuse('DOCUMENT_ATTACHED')).rejectedAs({ code: 'EVIDENCE_MISSING' });
    given(absence)(reported, attached, deleted)
      .when(excuse('DOCUMENT_ATTACHED'))
      .rejectedAs({ code: 'EVIDENCE_MISSING' });
  });

  it('does not excuse it', () => given(absence)(reported).when(refuse('REASON_NOT_VALID')).then(notExcused));

  it('waits for evidence to the end of its last day', () => {
    given(absence)(reported)
      .when(refuse('NO_EVIDENCE', '2027-02-23T22:59:59.000Z'))
      .rejectedAs({ code: 'EVIDENCE_STILL_DUE' });
    given(absence)(reported)
      .when(refuse('NO_EVIDENCE', '2027-02-23T23:00:00.000Z'))
      .then({
        type: 'AbsenceNotExcused',
        data: { ...told, reasonClass: 'NO_EVIDENCE', decidedBy: 'admin-1', decidedAt: '2027-02-23T23:00:00.000Z' },
      });
  });

  it('is decided once so, and may be decided otherwise later', () => {
    given(absence)(reported, excused).when(excuse('STATEMENT')).thenNothing();
    given(absence)(reported, notExcused).when(refuse('REASON_NOT_VALID')).thenNothing();
    given(absence)(reported, excused).when(refuse('REASON_NOT_VALID')).then(notExcused);
    given(absence)(reported, notExcused).when(excuse('STATEMENT')).then(excused);
  });
});

describe('taking a report back', () => {
  it('is possible until it is decided', () => {
    given(absence)(reported).when(withdraw).then(withdrawn);
    given(absence)(reported, withdrawn).when(withdraw).thenNothing();
    given(absence)(reported, excused).when(withdraw).rejectedAs({ code: 'ABSENCE_DECIDED' });
  });

  it('leaves nothing to decide', () => {
    given(absence)(reported, withdrawn).when(excuse('STATEMENT')).rejectedAs({ code: 'ABSENCE_WITHDRAWN' });
    given(absence)(reported, withdrawn).when(attach).rejectedAs({ code: 'ABSENCE_WITHDRAWN' });
  });
});

describe('work in place of sessions', () => {
  const compensate = (over: Partial<ApproveCompensation['data']> = {}): ApproveCompensation => ({
    type: 'ApproveCompensation',
    data: { taskCode: 'ESSAY-4', approvedBy: 'admin-1', at, ...over },
  });
  const compensated: CompensationApproved = {
    type: 'CompensationApproved',
    data: { sessions: told.sessions, taskCode: 'ESSAY-4', approvedBy: 'admin-1', approvedAt: at },
  };

  it('is put on record once, for all sessions of the report or some', () => {
    given(absence)(reported).when(compensate()).then(compensated);
    given(absence)(reported, compensated).when(compensate()).thenNothing();
    given(absence)(reported)
      .when(compensate({ sessions: ['G4D1E'] }))
      .then({ type: 'CompensationApproved', data: { ...compensated.data, sessions: ['G4D1E'] } });
  });

  it('is for sessions of the report only', () =>
    given(absence)(reported)
      .when(compensate({ sessions: ['G5D1F'] }))
      .rejectedAs({ code: 'SESSION_NOT_IN_ABSENCE' }));
});
