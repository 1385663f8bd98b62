import { type AwardFacts, type CountedResult, completionDateOf, type Judgement, judge, warningsOn } from './awards';
import type { ApprovalTerms, CourseTerms, CreditLine } from './course-terms';
import { coursePointsOf } from './credit-lines';
import { findingOf, type HprFinding, hprReasons } from './hpr';

const line: CreditLine = {
  lineNo: 1,
  specialty: 'ALLM',
  purpose: 'BOTH',
  category: 'VALGFRITT',
  approvedHalfHours: 120,
  points: 60,
};
const exam = (result?: CountedResult): ReadonlyMap<string, CountedResult> => new Map(result ? [['EXAM', result]] : []);
const courseApproval: ApprovalTerms = {
  approvalId: 'LF-TEST-0001',
  validFrom: '2026-01-01',
  validTo: '2027-12-31',
  minAttendance: { numerator: 8, denominator: 10 },
  assessmentRequired: true,
  creditLines: [line],
};
const terms: CourseTerms = {
  endsOn: '2026-06-19',
  sessions: [
    { code: 'M1', halfHours: 60 },
    { code: 'M2', halfHours: 60 },
  ],
  ectsCredits: 5,
  ectsRule: { minAttendance: { numerator: 75, denominator: 100 }, assessment: 'EXAM' },
  courseApproval,
};
const physician: HprFinding = { found: 'entry', profession: 'PHYSICIAN', birthDate: 'equal', names: 'equal' };
const facts: AwardFacts = {
  participantStatus: 'PHYSICIAN',
  attendedHalfHours: 120,
  results: exam({ result: 'PASSED', attestedAt: '2026-06-19T10:00:00.000Z' }),
  fulfilledParts: new Set(),
  hpr: physician,
};
const judged = (changes: Partial<AwardFacts>, course: CourseTerms = terms): Judgement =>
  judge(course, { ...facts, ...changes });
const withApproval = (changes: Partial<ApprovalTerms>): CourseTerms => ({
  ...terms,
  courseApproval: { ...courseApproval, ...changes },
});

describe('ectsCredits', () => {
  it('are awarded for attendance and a passed assessment', () =>
    expect(judged({}).ectsCredits).toEqual({ status: 'AWARDED', ectsCredits: 5 }));

  it('need 45.0 of 60 hours, exactly', () => {
    expect(judged({ attendedHalfHours: 90 }).ectsCredits.status).toBe('AWARDED');
    expect(judged({ attendedHalfHours: 89 }).ectsCredits).toEqual({
      status: 'NOT_MET',
      reasons: ['ATTENDANCE_BELOW_MINIMUM'],
    });
  });

  it('are refused with all reasons, sorted', () =>
    expect(judged({ attendedHalfHours: 0, results: exam() }).ectsCredits).toEqual({
      status: 'NOT_MET',
      reasons: ['ASSESSMENT_MISSING', 'ATTENDANCE_BELOW_MINIMUM'],
    }));

  it('are given to students and interns as well', () =>
    expect(judged({ participantStatus: 'STUDENT' }).ectsCredits.status).toBe('AWARDED'));
});

describe('coursePoints', () => {
  it('are awarded by the line, all or nothing', () =>
    expect(judged({}).coursePoints).toEqual({ status: 'AWARDED', coursePoints: 60, lines: [line] }));

  it('need 48.0 of 60 hours, exactly', () => {
    expect(judged({ attendedHalfHours: 96 }).coursePoints.status).toBe('AWARDED');
    expect(judged({ attendedHalfHours: 95 }).coursePoints).toEqual({
      status: 'NOT_MET',
      reasons: ['ATTENDANCE_BELOW_MINIMUM'],
    });
  });

  it.each(['STUDENT', 'INTERN', ''])('are not for the participant status %p, and nothing else is said', (status) => {
    const judgement = judged({ participantStatus: status, attendedHalfHours: 0, hpr: { found: 'no_number' } });
    expect(judgement.coursePoints).toEqual({ status: 'NOT_APPLICABLE', reasons: ['PARTICIPANT_NOT_AUTHORISED'] });
  });

  it('are held when only the HPR number is open', () =>
    expect(judged({ hpr: { found: 'not_in_register' } }).coursePoints).toEqual({
      status: 'HELD',
      reasons: ['HPR_UNKNOWN'],
    }));

  it('are not met, with the HPR reasons among all the others, when something else is missing too', () =>
    expect(
      judged(
        { attendedHalfHours: 0, results: exam({ result: 'FAILED' }), hpr: { found: 'no_number' } },
        withApproval({ validTo: '2026-06-18' }),
      ).coursePoints,
    ).toEqual({
      status: 'NOT_MET',
      reasons: ['APPROVAL_NOT_VALID_AT_COMPLETION', 'ASSESSMENT_NOT_PASSED', 'ATTENDANCE_BELOW_MINIMUM', 'HPR_MISSING'],
    }));

  it('ask for the assessment only when the approval does', () =>
    expect(judged({ results: exam() }, withApproval({ assessmentRequired: false })).coursePoints.status).toBe(
      'AWARDED',
    ));

  it.each([
    ['2026-06-19', '2026-06-19', 'AWARDED'],
    ['2026-06-20', '2027-12-31', 'NOT_MET'],
    ['2026-01-01', '2026-06-18', 'NOT_MET'],
  ])('need an approval valid on the completion date: %s to %s is %s', (validFrom, validTo, status) =>
    expect(judged({}, withApproval({ validFrom, validTo })).coursePoints.status).toBe(status),
  );

  it('are never summed across purposes; a line for both counts for either', () => {
    const points = (...lines: [CreditLine['purpose'], number][]) =>
      coursePointsOf(lines.map(([purpose, worth], i) => ({ ...line, lineNo: i + 1, purpose, points: worth })));
    expect(points(['VIDERE', 60], ['ETTER', 60])).toBe(60);
    expect(points(['VIDERE', 30], ['ETTER', 40], ['BOTH', 10])).toBe(50);
    expect(points(['VIDERE', 0.1], ['VIDERE', 0.2])).toBe(0.3);
  });
});

describe('the completion date', () => {
  it('is the day of the attestation in Norway', () =>
    expect(completionDateOf(terms, exam({ result: 'PASSED', attestedAt: '2026-06-18T22:30:00.000Z' }))).toBe(
      '2026-06-19',
    ));

  it("is the class's last day without an attested result", () => {
    expect(completionDateOf(terms, exam())).toBe('2026-06-19');
    expect(completionDateOf({ ...terms, endsOn: '2026-06-12' }, exam({ result: 'PASSED' }))).toBe('2026-06-12');
  });
});

describe('the look-up in the register of health personnel', () => {
  const person = { familyName: 'Lie', givenNames: 'Ane', birthDate: '1980-04-27', hprNumber: '9144900' };
  const entry = { familyName: 'Lie', givenNames: 'Ane', birthDate: '1980-04-27', profession: 'PHYSICIAN' };
  const completion = '2026-06-19';
  const reasons = (changes: object) => hprReasons(findingOf(person, { ...entry, ...changes }), completion);

  it('verifies the number of a physician, whoever is open-endedly authorised', () => expect(reasons({})).toEqual([]));

  it('misses a number', () =>
    expect(hprReasons(findingOf({ ...person, hprNumber: undefined }, entry), completion)).toEqual(['HPR_MISSING']));

  it('does not know a number that the register has not', () =>
    expect(hprReasons(findingOf(person, undefined), completion)).toEqual(['HPR_UNKNOWN']));

  it('finds everything that is wrong at once', () =>
    expect(reasons({ profession: 'NURSE', birthDate: '1980-04-28', authorisedTo: '2026-06-18' })).toEqual([
      'HPR_NOT_PHYSICIAN',
      'HPR_BIRTH_DATE_MISMATCH',
      'HPR_NOT_AUTHORISED_AT_COMPLETION',
    ]));

  it.each([
    [{ authorisedFrom: '2026-06-19' }, true],
    [{ authorisedFrom: '2026-06-20' }, false],
    [{ authorisedTo: '2026-06-19' }, true],
    [{ authorisedTo: '2026-06-18' }, false],
  ])('counts the first and the last day of the authorisation in: %p', (authorisation, verified) =>
    expect(reasons(authorisation).length === 0).toBe(verified),
  );

  it('warns of another name and of a missing birth date, and awards all the same', () => {
    const { birthDate: _, ...withoutBirthDate } = entry;
    const hpr = findingOf(person, { ...withoutBirthDate, familyName: 'Berg' });
    const { coursePoints } = judged({ hpr });
    expect(coursePoints.status).toBe('AWARDED');
    expect(warningsOn(coursePoints, hpr)).toEqual(['HPR_BIRTH_DATE_UNKNOWN', 'HPR_NAME_DIFFERS']);
  });

  it('warns on an award only', () => {
    const hpr = findingOf(person, { ...entry, familyName: 'Berg' });
    expect(warningsOn(judged({ hpr, attendedHalfHours: 0 }).coursePoints, hpr)).toEqual([]);
    expect(warningsOn(judged({ hpr, participantStatus: 'STUDENT' }).coursePoints, hpr)).toEqual([]);
  });
});
