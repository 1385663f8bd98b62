import type { OwnAbsence } from '@kull/attendance';
import { deadlinesOf, evidenceDeadlines } from './deadlines';
import { assessmentsIn } from './told-assessments';

const listed = [
  { record: 'ASSESSMENT', value: 'TAKE_HOME_EXAM' },
  { record: 'TITLE', value: 'Hjemmeeksamen' },
  { record: 'HAND_IN_BY', at: '2027-06-03T12:00:00.000Z' },
  { record: 'GRADING_DEADLINE', at: '2027-06-24' },
];
const registered = [...listed, { record: 'RESULT', value: 'C', who: 'grader-1' }];
const attested = [
  ...registered,
  { record: 'ATTESTATION', who: 'grader-2', at: '2027-06-24T10:00:00.000Z' },
  { record: 'REASONS_DEADLINE', at: '2027-07-01' },
  { record: 'APPEAL_DEADLINE', at: '2027-07-15' },
];

const told = (code: string, evidence: readonly object[]) => {
  const requirement = { code, status: code === 'ASSESSMENT' ? 'met' : 'waiting', evidence };
  const ectsCredits = { outcome: 'OPEN', requirements: [requirement], warnings: [] };
  return assessmentsIn({ ectsCredits } as unknown as Parameters<typeof assessmentsIn>[0]);
};

describe('what a student is told of an exam', () => {
  it('is when it is handed in and graded', () => {
    const [exam] = told('ASSESSMENT_MISSING', listed);
    expect(exam).toMatchObject({ title: 'Hjemmeeksamen', gradingDeadline: '2027-06-24', isPassed: false });
    expect(exam).not.toHaveProperty('result');
    expect(deadlinesOf({ assessments: [exam!] })).toEqual([
      { kind: 'HAND_IN', of: 'Hjemmeeksamen', on: '2027-06-03', at: '2027-06-03T12:00:00.000Z' },
    ]);
  });

  it('is no result that nobody stands by yet', () => {
    expect(told('ASSESSMENT_MISSING', registered)[0]).not.toHaveProperty('result');
  });

  it('is the result, and the days to ask and to appeal', () => {
    const assessments = told('ASSESSMENT', attested);
    expect(assessments[0]).toMatchObject({ isPassed: true, result: { grade: 'C', at: '2027-06-24T10:00:00.000Z' } });
    expect(deadlinesOf({ assessments }).map(({ kind, on }) => [kind, on])).toEqual([
      ['ASK_FOR_REASONS', '2027-07-01'],
      ['APPEAL', '2027-07-15'],
    ]);
  });

  it('is the corrected result where there is one, and the appeal alone once reasons were given', () => {
    const assessments = told('ASSESSMENT', [
      ...attested,
      { record: 'CORRECTED_RESULT', value: 'B', who: 'admin-1', at: '2027-08-01T10:00:00.000Z' },
      { record: 'REASONS_GIVEN', who: 'grader-1', at: '2027-07-02T10:00:00.000Z' },
    ]);
    expect(assessments[0]!.result?.grade).toBe('B');
    expect(deadlinesOf({ assessments }).map(({ kind }) => kind)).toEqual(['APPEAL']);
  });

  it('is nothing where a course lists no assessments', () => {
    expect(told('ASSESSMENT_MISSING', [])).toEqual([]);
  });
});

it('evidence is waited for until it is in or somebody has decided', () => {
  const absence: OwnAbsence = {
    id: 'abs_1',
    classId: 'cls_1',
    sessions: ['G4D2F'],
    reason: 'ILLNESS',
    status: 'REPORTED',
    reportedAt: '2027-02-15T09:00:00.000Z',
    evidenceDueOn: '2027-03-01',
    answerDueOn: '2027-02-22',
  };
  const session = { code: 'G4D2F', title: 'Økt', startsAt: '2027-02-17T07:00:00.000Z', halfHours: 8 };
  const meetings = [{ title: 'Samling 4', sessions: [session] }];
  expect(evidenceDeadlines([absence], meetings)).toEqual([{ kind: 'EVIDENCE', of: 'Samling 4', on: '2027-03-01' }]);
  const evidence = { mediaType: 'application/pdf', attachedAt: '2027-02-15T09:00:00.000Z' } as const;
  expect(
    evidenceDeadlines(
      [
        { ...absence, evidence },
        { ...absence, status: 'WITHDRAWN' },
      ],
      meetings,
    ),
  ).toEqual([]);
});
