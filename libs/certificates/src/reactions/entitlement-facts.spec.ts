import type { Recorded } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import type { ClassPlan } from '@kull/teaching/contracts';
import { statement } from '../../test-model/facts';
import { certificateContent } from './certificate-content';
import { entitlementFacts } from './entitlement-facts';
import { settleCertificateWhenCoursePointsChange as reaction } from './settle-certificate-when-course-points-change';

const stated = statement();
const plan = {
  code: stated.classCode,
  site: 'ONLINE',
  capacity: 30,
  startsOn: stated.startsOn,
  endsOn: stated.endsOn,
  programme: { code: 'NLA', title: stated.courseTitle },
  course: {
    ectsCredits: 5,
    sessions: [],
    ectsRule: { minAttendance: { numerator: 3, denominator: 4 }, assessment: 'EXAM' },
    courseApproval: {
      approvalId: stated.approvalId,
      title: stated.courseTitle,
      validFrom: '2026-01-01',
      validTo: '2027-12-31',
      minAttendance: { numerator: 4, denominator: 5 },
      assessmentRequired: true,
      deliveryMode: 'ONLINE',
      creditLines: stated.lines,
    },
    sharingBasis: stated.sharingBasis,
    organiser: stated.organiser,
    recipient: stated.recipient,
  },
} satisfies ClassPlan;

const award = {
  classId: stated.classId,
  classCode: stated.classCode,
  studentNo: stated.studentNo,
  personId: stated.personId,
  holder: stated.holder,
  participantStatus: 'PHYSICIAN',
  approvalId: stated.approvalId,
  completionDate: stated.completionDate,
  attendedHalfHours: 117,
  totalHalfHours: 120,
  assessmentPassed: true,
  hprVerifiedAt: stated.hprVerifiedAt,
  coursePoints: 60,
  lines: stated.lines,
};
const by = { correctionId: 'c1', recordedBy: 'admin-1', approvedBy: 'admin-2' };

const stream = (...events: readonly { readonly type: string; readonly data: object }[]): Recorded[] =>
  events.map(({ type, data }, i) => ({
    position: i + 10,
    stream: 'student-course-stc_1',
    version: i + 1,
    eventId: uuidOf('event', i),
    type,
    data,
    metadata: { commandId: uuidOf('command', i), actor: 'import' },
    occurredAt: '2026-06-19T10:00:00.000Z',
    recordedAt: '2026-06-20T10:00:00.000Z',
  }));

it('reads awards, corrections and reversals of course points in their order, and nothing else', () => {
  const facts = entitlementFacts(
    'stc_1',
    stream(
      { type: 'EctsCreditsAwarded', data: { ectsCredits: 5 } },
      { type: 'CoursePointsAwarded', data: award },
      {
        type: 'CoursePointsAwardCorrected',
        data: { ...award, ...by, changed: ['HPR_NUMBER'], reasonCode: 'DATA_ERROR' },
      },
      {
        type: 'AwardReversed',
        data: { ...by, award: 'ectsCredits', reasonCode: 'RESULT_CHANGED', attendedHalfHours: 1 },
      },
      {
        type: 'AwardReversed',
        data: { ...by, award: 'coursePoints', reasonCode: 'RESULT_CHANGED', attendedHalfHours: 90 },
      },
    ),
    plan,
  );
  expect(facts).toMatchObject([
    { kind: 'awarded', version: 2, at: '2026-06-19T10:00:00.000Z', statement: stated },
    { kind: 'corrected', version: 3, hprNumberChanged: true, reasonCode: 'DATA_ERROR', approvedBy: 'admin-2' },
    { kind: 'reversed', version: 5, attendedHalfHours: 90, recordedBy: 'admin-1' },
  ]);
});

it('asks for one job per fact that concerns course points', () => {
  const [awarded, ects, points] = stream(
    { type: 'CoursePointsAwarded', data: award },
    { type: 'AwardReversed', data: { award: 'ectsCredits' } },
    { type: 'AwardReversed', data: { award: 'coursePoints' } },
  );
  const payload = { studentCourseId: 'stc_1' };
  expect(reaction.react(awarded!)).toMatchObject([{ job: 'settle-certificate', payload }]);
  expect(reaction.react(ects!)).toEqual([]);
  expect(reaction.react(points!)).toMatchObject([{ job: 'settle-certificate', payload }]);
});

it('writes what domain.md 1.5 asks for: never the national id, hours of one purpose only', () => {
  const line = stated.lines[0]!;
  const twoPurposes = [
    { ...line, lineNo: 1, purpose: 'VIDERE' as const },
    { ...line, lineNo: 2, purpose: 'ETTER' as const },
  ];
  const [fact] = entitlementFacts(
    'stc_1',
    stream({ type: 'CoursePointsAwarded', data: { ...award, lines: twoPurposes } }),
    plan,
  );
  if (fact?.kind !== 'awarded') throw new Error('no award');
  const content = certificateContent(
    fact,
    { familyName: 'Testesen', givenNames: 'Kari', birthDate: '1980-01-15', language: 'nn', hprNumber: '9144900' },
    { number: '7Q4K-9M2X-T', version: 1 },
    { signatory: { name: 'S', role: 'R' }, publicUrl: 'https://kull.example.no' },
  );
  expect(content).toMatchObject({
    language: 'nn',
    issuedAt: fact.at,
    hours: { approved: 60, attended: 58.5 },
    assessment: 'PASSED',
    verificationAddress: 'https://kull.example.no/v/7Q4K-9M2X-T',
  });
  expect(content).not.toHaveProperty('replaces');
});
