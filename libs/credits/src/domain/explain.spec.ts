import { fold, type Requirement } from '@kull/kernel';
import type { ApprovalTerms, CourseTerms } from './course-terms';
import { explainAwards } from './explain';
import type { HprFinding } from './hpr';
import type { RegisteredResult } from './result-rows';
import { studentCourse } from './student-course';
import type { StudentCourseEvent } from './student-course.events';
import type { JudgedCourse, OpenCourse } from './student-course.state';

const courseApproval: ApprovalTerms = {
  approvalId: 'LF-TEST-0001',
  validFrom: '2026-01-01',
  validTo: '2027-12-31',
  minAttendance: { numerator: 8, denominator: 10 },
  assessmentRequired: true,
  creditLines: [],
};
const terms: CourseTerms = {
  endsOn: '2026-06-19',
  sessions: [{ code: 'M1', halfHours: 120 }],
  ectsCredits: 5,
  ectsRule: { minAttendance: { numerator: 75, denominator: 100 }, assessment: 'EXAM' },
  courseApproval,
};
const physician: HprFinding = {
  found: 'entry',
  profession: 'PHYSICIAN',
  birthDate: 'equal',
  names: 'differ',
  authorisedFrom: '2010-07-01',
};
const passed: RegisteredResult = {
  assessment: 'EXAM',
  result: 'PASSED',
  gradedBy: 'grader-1',
  attestation: { by: 'grader-2', at: '2026-06-19T10:00:00.000Z' },
};

const explained = (known: {
  result?: RegisteredResult;
  halfHours?: number;
  hpr?: HprFinding;
  status?: string;
  approval?: Partial<ApprovalTerms>;
}) => {
  const { result, halfHours = 117, hpr = physician, status = 'PHYSICIAN', approval } = known;
  const data = {
    classId: 'cls_1',
    classCode: 'NLA-1',
    studentNo: 'S1',
    personId: 'per_1',
    participantStatus: status,
    holder: { person: 'per_1', sealed: '' },
    terms: { ...terms, courseApproval: { ...courseApproval, ...approval } },
  };
  let events: StudentCourseEvent[] = [{ type: 'StudentCourseOpened', data }];
  const presences = [{ session: 'M1', halfHours, by: 'moderator-1', at: '2026-01-12T15:00:00.000Z' }];
  const commands = [
    ...(result ? [{ type: 'RegisterResult', data: result } as const] : []),
    { type: 'JudgeAwards', data: { presences, hpr, at: '2026-06-19T10:00:00.000Z' } } as const,
  ];
  for (const command of commands) {
    const decision = studentCourse.decide(fold(studentCourse, events), command);
    if ('rejected' in decision) throw new Error(decision.rejected.code);
    events = [...events, ...decision.events];
  }
  return explainAwards(fold(studentCourse, events) as JudgedCourse);
};

const openIn = (requirements: readonly Requirement[]) => requirements.filter(({ status }) => status !== 'met');

describe('the explanation of an award', () => {
  it('shows every requirement as met, with the records that say so', () => {
    const { coursePoints } = explained({ result: passed });
    expect(coursePoints.outcome).toBe('AWARDED');
    expect(coursePoints.requirements.map(({ code, status }) => [code, status])).toEqual([
      ['PARTICIPANT_STATUS', 'met'],
      ['ATTENDANCE', 'met'],
      ['ASSESSMENT', 'met'],
      ['COURSE_APPROVAL', 'met'],
      ['HPR_NUMBER', 'met'],
    ]);
    expect(coursePoints.warnings).toEqual(['HPR_NAME_DIFFERS']);
    expect(coursePoints.requirements[1]?.evidence).toEqual([
      { record: 'ATTENDED_HOURS', value: '58.5' },
      { record: 'TOTAL_HOURS', value: '60.0' },
      { record: 'MIN_ATTENDANCE', value: '0.8' },
      { record: 'SESSION_M1', value: '58.5', who: 'moderator-1', at: '2026-01-12T15:00:00.000Z' },
    ]);
    expect(coursePoints.requirements[2]?.evidence).toEqual([
      { record: 'RESULT', value: 'PASSED', who: 'grader-1' },
      { record: 'ATTESTATION', who: 'grader-2', at: '2026-06-19T10:00:00.000Z' },
    ]);
  });

  it('says who does what about a held award, by when', () => {
    const { coursePoints, ectsCredits } = explained({ result: passed, hpr: { found: 'not_in_register' } });
    expect(ectsCredits.outcome).toBe('AWARDED');
    expect(coursePoints.outcome).toBe('HELD');
    expect(openIn(coursePoints.requirements)).toEqual([
      {
        code: 'HPR_UNKNOWN',
        status: 'waiting',
        evidence: [
          { record: 'HPR_REGISTER', value: 'NOT_FOUND', at: '2026-06-19T10:00:00.000Z' },
          { record: 'HPR_SOURCE', value: 'FILE' },
        ],
        actor: 'STUDENT',
        action: 'CORRECT_HPR_NUMBER',
        dueAt: '2026-07-19',
      },
    ]);
  });

  it('gives the last day to appeal a failed assessment, three weeks on', () => {
    const [failed] = openIn(explained({ result: { ...passed, result: 'FAILED' } }).ectsCredits.requirements);
    expect(failed).toMatchObject({
      code: 'ASSESSMENT_NOT_PASSED',
      status: 'not_met',
      action: 'ASK_FOR_REASONS_OR_APPEAL',
      dueAt: '2026-07-10',
    });
  });

  it('tells a result that is not graded from one that is not attested', () => {
    const { attestation: _, ...unattested } = passed;
    expect(openIn(explained({}).ectsCredits.requirements)).toMatchObject([
      { code: 'ASSESSMENT_MISSING', status: 'waiting', actor: 'EXAMINER', action: 'REGISTER_RESULT' },
    ]);
    expect(openIn(explained({ result: unattested }).ectsCredits.requirements)).toMatchObject([
      { code: 'ASSESSMENT_MISSING', status: 'waiting', actor: 'ATTESTOR', action: 'ATTEST_RESULT' },
    ]);
  });

  it('has one requirement for a participant who is no physician', () =>
    expect(explained({ result: passed, status: 'STUDENT' }).coursePoints).toMatchObject({
      outcome: 'NOT_APPLICABLE',
      requirements: [{ code: 'PARTICIPANT_NOT_AUTHORISED', status: 'not_met' }],
      warnings: [],
    }));

  it.each([
    ['ATTENDANCE_BELOW_MINIMUM', { halfHours: 95 }],
    ['ASSESSMENT_MISSING', { result: undefined }],
    ['ASSESSMENT_NOT_PASSED', { result: { ...passed, result: 'FAILED' } as const }],
    ['APPROVAL_NOT_VALID_AT_COMPLETION', { approval: { validTo: '2026-06-18' } }],
    ['PARTICIPANT_NOT_AUTHORISED', { status: 'INTERN' }],
    ['HPR_MISSING', { hpr: { found: 'no_number' } as const }],
    ['HPR_UNKNOWN', { hpr: { found: 'not_in_register' } as const }],
    ['HPR_NOT_PHYSICIAN', { hpr: { ...physician, profession: 'NURSE' } }],
    ['HPR_BIRTH_DATE_MISMATCH', { hpr: { ...physician, birthDate: 'differs' } as const }],
    ['HPR_NOT_AUTHORISED_AT_COMPLETION', { hpr: { ...physician, authorisedTo: '2026-03-01' } }],
  ])('names %s with an actor, an action and a day', (code, known) => {
    const [first] = openIn(explained({ result: passed, ...known }).coursePoints.requirements);
    expect(first).toMatchObject({
      code,
      actor: expect.any(String),
      action: expect.any(String),
      dueAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  it('waits for the award run before there is anything to explain', () => {
    const course: OpenCourse = {
      status: 'open',
      classId: 'cls_1',
      classCode: 'NLA-1',
      studentNo: 'S1',
      personId: 'per_1',
      participantStatus: 'PHYSICIAN',
      holder: { person: 'per_1', sealed: '' },
      terms,
      assessments: new Map(),
      parts: new Map(),
      corrections: new Map(),
    };
    expect(explainAwards(course).coursePoints).toMatchObject({
      outcome: 'NOT_JUDGED',
      requirements: [{ code: 'AWARDS_NOT_JUDGED', status: 'waiting', action: 'RUN_AWARDS', dueAt: '2026-07-19' }],
    });
  });
});
