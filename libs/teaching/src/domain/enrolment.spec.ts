import { given } from '@kull/kernel/given';
import { enrolment, type StudentEnrolled } from './enrolment';

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
const enrolled: StudentEnrolled = { type: 'StudentEnrolled', data };

describe('an enrolment', () => {
  it('gives a student a place', () => given(enrolment)().when({ type: 'EnrolStudent', data }).then(enrolled));

  it('is made once', () => given(enrolment)(enrolled).when({ type: 'EnrolStudent', data }).thenNothing());

  it('is not overwritten by another row under the same student number', () =>
    given(enrolment)(enrolled)
      .when({ type: 'EnrolStudent', data: { ...data, fingerprint: 'b' } })
      .rejectedAs({ code: 'ENROLMENT_DIFFERS' }));

  it('holds one place per person, programme and intake, and no more students than places', () => {
    const [claim, count] = enrolment.setRules!(enrolled);
    expect(claim).toEqual({ kind: 'claim', key: 'enrolment:NLP:NLP-2026:per_kari', holder: 'cls_1:S1' });
    expect(count).toEqual({ kind: 'count', key: 'places:cls_1', by: 1, max: 54 });
    expect(enrolment.refusedBy!(claim!)).toEqual({ code: 'ALREADY_ENROLLED' });
    expect(enrolment.refusedBy!(count!)).toEqual({ code: 'CLASS_FULL' });
  });
});
