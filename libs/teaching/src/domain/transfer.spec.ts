import { fold } from '@kull/kernel';
import { type EnrolmentEvent, enrolment } from './enrolment';
import type { Enrolment } from './enrolment.state';
import type { ClassById, Transfer } from './transfer';
import { transferOf } from './transfer';

const classNamed = (code: string, more: { readonly intake?: string; readonly programme?: string } = {}): ClassById => {
  const { intake = 'NLP-2026', programme = 'NLP' } = more;
  const plan = {
    code,
    site: 'OSLO',
    capacity: 54,
    intake,
    programme: { code: programme, title: programme },
    endsOn: '2027-06-18',
  };
  const places = { capacity: 54, ceiling: 56, guestSeats: 0, gatherings: [], guests: [] };
  return { classId: `cls_${code}`, state: { status: 'open', plan, planned: plan, ...places } };
};
const [a, b, c] = [classNamed('A'), classNamed('B'), classNamed('C')];

const enrolled: EnrolmentEvent = {
  type: 'StudentEnrolled',
  data: {
    classId: 'cls_A',
    classCode: 'A',
    programme: 'NLP',
    intake: 'NLP-2026',
    personId: 'per_kari',
    studentNo: 'S1',
    participantStatus: 'PHYSICIAN',
    particulars: { person: 'per_kari', sealed: 'x' },
    fingerprint: 'f',
    capacity: 54,
  },
};
const stateOf = (...events: readonly EnrolmentEvent[]): Enrolment => fold<Enrolment, EnrolmentEvent>(enrolment, events);
const kari = stateOf(enrolled);
const codeOf = (transfer: ReturnType<typeof transferOf>): string =>
  'rejected' in transfer ? transfer.rejected.code : 'ACCEPTED';

describe('a transfer', () => {
  it('hands on what the class list said, and which class the course began in', () => {
    const { leave, enter } = transferOf(kari, a, b, '2026-10-19') as Transfer;
    expect(leave.data).toEqual({ to: { classId: 'cls_B', classCode: 'B' }, on: '2026-10-19' });
    expect(enter.data).toEqual({
      ...enrolled.data,
      classId: 'cls_B',
      classCode: 'B',
      capacity: 56,
      enteredOn: '2026-10-19',
      transferredFrom: { classId: 'cls_A', classCode: 'A' },
      courseClassId: 'cls_A',
    });
  });

  it('keeps the first class through every other, and forgets it on the way back', () => {
    const first = transferOf(kari, a, b, '2026-10-19') as Transfer;
    const inB = stateOf({ type: 'StudentEnrolled', data: first.enter.data });
    const on = transferOf(inB, b, c, '2026-11-02') as Transfer;
    expect(on.enter.data).toMatchObject({ courseClassId: 'cls_A', transferredFrom: { classId: 'cls_B' } });
    const back = transferOf(inB, b, a, '2026-11-02') as Transfer;
    expect(back.enter.data).not.toHaveProperty('courseClassId');
  });

  it('is within one programme and intake, to another class that has days left', () => {
    const none: ClassById = { classId: 'cls_none', state: { status: 'unplanned' } };
    expect(codeOf(transferOf(kari, a, none, '2026-10-19'))).toBe('CLASS_NOT_PLANNED');
    expect(codeOf(transferOf(kari, a, a, '2026-10-19'))).toBe('SAME_CLASS');
    expect(codeOf(transferOf(kari, a, classNamed('D', { intake: 'NLP-2025' }), '2026-10-19'))).toBe('OTHER_INTAKE');
    expect(codeOf(transferOf(kari, a, classNamed('E', { programme: 'NLA' }), '2026-10-19'))).toBe('OTHER_INTAKE');
    expect(codeOf(transferOf(stateOf(), a, b, '2026-10-19'))).toBe('NOT_ENROLLED');
    expect(codeOf(transferOf(kari, a, b, '2027-06-19'))).toBe('INVALID_PERIOD');
    expect(codeOf(transferOf(kari, a, b, '2027-06-18'))).toBe('ACCEPTED');
  });
});
