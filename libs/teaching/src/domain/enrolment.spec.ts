import { given } from '@kull/kernel/given';
import {
  type EnrolmentEvent,
  enrolment,
  type LeaveEnded,
  type LeaveGranted,
  type StudentEnrolled,
  type StudentTransferred,
  type StudentWithdrawn,
} from './enrolment';

const data: StudentEnrolled['data'] = {
  classId: 'cls_1',
  classCode: 'OSLO-1',
  programme: 'NLP',
  intake: 'NLP-2026',
  personId: 'per_kari',
  studentNo: 'S1',
  participantStatus: 'PHYSICIAN',
  fingerprint: 'a',
  capacity: 54,
};
const place = { classId: 'cls_1', programme: 'NLP', intake: 'NLP-2026', personId: 'per_kari', studentNo: 'S1' };
const other = { classId: 'cls_2', classCode: 'OSLO-2' };
const enrolled: StudentEnrolled = { type: 'StudentEnrolled', data };
const enteredLate: StudentEnrolled = { type: 'StudentEnrolled', data: { ...data, enteredOn: '2026-10-01' } };
const transferredOn = (on: string): StudentTransferred => ({
  type: 'StudentTransferred',
  data: { ...place, to: other, on },
});
const withdrawnOn = (on: string): StudentWithdrawn => ({
  type: 'StudentWithdrawn',
  data: { ...place, on, reasonClass: 'NEW_JOB' },
});
const leave = (from: string, until?: string): LeaveGranted => ({
  type: 'LeaveGranted',
  data: { from, ...(until !== undefined && { until }), reasonClass: 'ILLNESS' },
});
const leaveEnded = (on: string): LeaveEnded => ({ type: 'LeaveEnded', data: { on } });

const enrol = (more: Partial<StudentEnrolled['data']> = {}) =>
  ({ type: 'EnrolStudent', data: { ...data, ...more } }) as const;
const transfer = (on: string) => ({ type: 'TransferStudent', data: { to: other, on } }) as const;
const withdraw = (on: string) => ({ type: 'WithdrawStudent', data: { on, reasonClass: 'NEW_JOB' } }) as const;
const grantLeave = (from: string, until?: string) =>
  ({ type: 'GrantLeave', data: { from, ...(until !== undefined && { until }), reasonClass: 'ILLNESS' } }) as const;
const endLeave = (on: string) => ({ type: 'EndLeave', data: { on } }) as const;

const having = (...history: readonly EnrolmentEvent[]) => given(enrolment)(...history);

describe('a place in a class', () => {
  it('is given', () => having().when(enrol()).then(enrolled));

  it('is given late, from a day', () =>
    having()
      .when(enrol({ enteredOn: '2026-10-01' }))
      .then(enteredLate));

  it('is given once', () => having(enrolled).when(enrol()).thenNothing());

  it('is not overwritten by another row under the same student number', () =>
    having(enrolled)
      .when(enrol({ fingerprint: 'b' }))
      .rejectedAs({ code: 'ENROLMENT_DIFFERS' }));

  it.each([
    ['TransferStudent', transfer('2026-10-01')],
    ['WithdrawStudent', withdraw('2026-10-01')],
    ['GrantLeave', grantLeave('2026-10-01')],
    ['EndLeave', endLeave('2026-10-01')],
  ] as const)('must be there for %s', (_name, command) => {
    having().when(command).rejectedAs({ code: 'NOT_ENROLLED' });
    having(enrolled, withdrawnOn('2026-09-20')).when(command).rejectedAs({ code: 'NOT_ENROLLED' });
    having(enrolled, transferredOn('2026-09-20')).when(command).rejectedAs({ code: 'NOT_ENROLLED' });
  });
});

describe('a student who leaves', () => {
  it('for another class, says which', () =>
    having(enrolled).when(transfer('2026-10-19')).then(transferredOn('2026-10-19')));

  it('for good, says why, by class of reasons', () =>
    having(enrolled).when(withdraw('2026-10-19')).then(withdrawnOn('2026-10-19')));

  it('does not leave before they came', () => {
    having(enteredLate).when(transfer('2026-09-30')).rejectedAs({ code: 'INVALID_PERIOD' });
    having(enteredLate).when(withdraw('2026-09-30')).rejectedAs({ code: 'INVALID_PERIOD' });
    having(enteredLate).when(withdraw('2026-10-01')).then(withdrawnOn('2026-10-01'));
  });

  it('is not enrolled again by the list that had them', () => {
    having(enrolled, withdrawnOn('2026-10-19')).when(enrol()).thenNothing();
    having(enrolled, withdrawnOn('2026-10-19'))
      .when(enrol({ fingerprint: 'b' }))
      .rejectedAs({ code: 'ENROLMENT_DIFFERS' });
  });

  it('comes back from a day on, not before the day they left', () => {
    const back = { enteredOn: '2026-11-02', fingerprint: 'b', transferredFrom: other };
    const there = having(enrolled, transferredOn('2026-10-19'));
    there.when(enrol(back)).then({ type: 'StudentEnrolled', data: { ...data, ...back } });
    there.when(enrol({ ...back, enteredOn: '2026-10-18' })).rejectedAs({ code: 'INVALID_PERIOD' });
  });

  it('does not leave the student number to somebody else', () =>
    having(enrolled, withdrawnOn('2026-10-19'))
      .when(enrol({ personId: 'per_ola', enteredOn: '2026-11-02' }))
      .rejectedAs({ code: 'ENROLMENT_DIFFERS' }));

  it('leaves the history of every time in the class', () => {
    const back = enrol({ enteredOn: '2026-11-02', transferredFrom: other });
    expect(having(enrolled, transferredOn('2026-10-19')).when(back).state()).toMatchObject({
      status: 'enrolled',
      periods: [
        { until: '2026-10-19', departure: { kind: 'transferred', to: other } },
        { from: '2026-11-02', transferredFrom: other },
      ],
    });
  });
});

describe('a leave', () => {
  it('is granted, with or without an end', () => {
    having(enrolled).when(grantLeave('2026-10-01')).then(leave('2026-10-01'));
    having(enrolled).when(grantLeave('2026-10-01', '2026-12-01')).then(leave('2026-10-01', '2026-12-01'));
  });

  it('has days, and the student is there by the first', () => {
    having(enrolled).when(grantLeave('2026-10-01', '2026-10-01')).rejectedAs({ code: 'INVALID_PERIOD' });
    having(enteredLate).when(grantLeave('2026-09-01')).rejectedAs({ code: 'INVALID_PERIOD' });
  });

  it('meets no other', () => {
    having(enrolled, leave('2026-10-01')).when(grantLeave('2026-12-01')).rejectedAs({ code: 'ALREADY_ON_LEAVE' });
    having(enrolled, leave('2026-10-01', '2026-12-01'))
      .when(grantLeave('2026-11-30'))
      .rejectedAs({ code: 'ALREADY_ON_LEAVE' });
    having(enrolled, leave('2026-10-01', '2026-12-01')).when(grantLeave('2026-12-01')).then(leave('2026-12-01'));
  });

  it('ends on a day that it lasts', () => {
    having(enrolled, leave('2026-10-01')).when(endLeave('2026-11-01')).then(leaveEnded('2026-11-01'));
    having(enrolled, leave('2026-10-01')).when(endLeave('2026-09-30')).rejectedAs({ code: 'NOT_ON_LEAVE' });
    having(enrolled, leave('2026-10-01', '2026-12-01'))
      .when(endLeave('2026-12-01'))
      .rejectedAs({ code: 'NOT_ON_LEAVE' });
    having(enrolled).when(endLeave('2026-10-01')).rejectedAs({ code: 'NOT_ON_LEAVE' });
  });

  it('of an earlier stay is not ended any more', () => {
    const back: StudentEnrolled = { type: 'StudentEnrolled', data: { ...data, enteredOn: '2026-11-01' } };
    having(enrolled, leave('2026-09-01'), withdrawnOn('2026-10-01'), back)
      .when(endLeave('2026-09-15'))
      .rejectedAs({ code: 'NOT_ON_LEAVE' });
  });

  it('that ends on its first day was none', () =>
    having(enrolled, leave('2026-10-05'), leaveEnded('2026-10-05'))
      .when(grantLeave('2026-10-01', '2026-12-01'))
      .then(leave('2026-10-01', '2026-12-01')));

  it('is not forgotten by a transfer', () => {
    having(enrolled, leave('2026-10-01')).when(transfer('2026-11-01')).rejectedAs({ code: 'ON_LEAVE' });
    having(enrolled, leave('2026-12-01')).when(transfer('2026-11-01')).rejectedAs({ code: 'ON_LEAVE' });
    having(enrolled, leave('2026-10-01', '2026-11-01')).when(transfer('2026-11-01')).then(transferredOn('2026-11-01'));
  });

  it('ends when the student stops', () =>
    expect(
      having(enrolled, leave('2026-10-01'), leave('2026-09-01', '2026-09-10')).when(withdraw('2026-11-01')).state(),
    ).toMatchObject({
      status: 'withdrawn',
      leaves: [
        { from: '2026-10-01', until: '2026-11-01' },
        { from: '2026-09-01', until: '2026-09-10' },
      ],
    }));
});

describe('the log', () => {
  it('holds one place per person, one person per student number, and no more students than places', () => {
    const [person, number, places] = enrolment.setRules!(enrolled);
    expect(person).toEqual({ kind: 'claim', key: 'enrolment:NLP:NLP-2026:per_kari', holder: 'cls_1:S1' });
    expect(number).toEqual({ kind: 'claim', key: 'student-no:NLP:NLP-2026:S1', holder: 'per_kari' });
    expect(places).toEqual({ kind: 'count', key: 'places:cls_1', by: 1, max: 54 });
    expect([person, number, places].map((rule) => enrolment.refusedBy!(rule!).code)).toEqual([
      'ALREADY_ENROLLED',
      'STUDENT_NO_TAKEN',
      'CLASS_FULL',
    ]);
  });

  it.each([transferredOn('2026-10-19'), withdrawnOn('2026-10-19')])('gives the place back after $type', (event) =>
    expect(enrolment.setRules!(event)).toEqual([
      { kind: 'free', key: 'enrolment:NLP:NLP-2026:per_kari', holder: 'cls_1:S1' },
      { kind: 'count', key: 'places:cls_1', by: -1, max: 0 },
    ]),
  );

  it.each([leave('2026-10-01'), leaveEnded('2026-11-01')])('keeps the place under $type', (event) =>
    expect(enrolment.setRules!(event)).toEqual([]),
  );
});
