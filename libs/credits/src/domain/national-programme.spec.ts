import { fold, isSame } from '@kull/kernel';
import { given } from '@kull/kernel/given';
import fc from 'fast-check';
import {
  both,
  counted,
  national,
  nationalAwarded,
  nationalDone,
  nationalEcts,
  nationalTerms,
  noPoints,
  oncePerCourse,
  present,
} from '../../test-model/sample-course';
import { type AwardFacts, type CountedResult, completionDateOf, judge } from './awards';
import type { Change } from './corrections';
import type { CourseTerms } from './course-terms';
import { explainAwards } from './explain';
import type { Grade } from './grades';
import { studentCourse } from './student-course';
import type { StudentCourseEvent } from './student-course.events';
import type { JudgedCourse, OpenCourse } from './student-course.state';

const at = '2027-06-23T22:30:00.000Z';
const judgeNow = (presences = both, ectsAwardedElsewhere = false) =>
  ({ type: 'JudgeAwards', data: { presences, at, ...(ectsAwardedElsewhere && { ectsAwardedElsewhere }) } }) as const;
const without = (type: string, name: string): StudentCourseEvent[] =>
  nationalDone.filter(({ type: one, data }) => one !== type || !Object.values(data).includes(name));
const ectsOf = (history: readonly StudentCourseEvent[], presences = both) =>
  (
    given(studentCourse)(...history)
      .when(judgeNow(presences))
      .state() as JudgedCourse
  ).ectsCredits;

describe('the 30 ectsCredits of the national programme', () => {
  it('are awarded when everything is done, once per person, without course points or a look-up', () =>
    given(studentCourse)(...nationalDone)
      .when(judgeNow())
      .then(counted(20, ...both), nationalEcts, noPoints));

  it.each([
    ['PART_MISSING', without('PartFulfilled', 'EVALUATION')],
    ['ASSESSMENT_MISSING', without('AssessmentResultAttested', 'PROJECT_PAPER')],
    ['ASSESSMENT_MISSING', without('AssessmentResultRegistered', 'TAKE_HOME_EXAM')],
  ] as const)('are not, for %s', (reason, history) =>
    expect(ectsOf(history)).toEqual({ status: 'NOT_MET', reasons: [reason] }),
  );

  it('are refused with every reason once, sorted', () =>
    expect(ectsOf(nationalDone.slice(0, 1), [present(1)])).toEqual({
      status: 'NOT_MET',
      reasons: ['ASSESSMENT_MISSING', 'ATTENDANCE_BELOW_MINIMUM', 'PART_MISSING'],
    }));

  it('are given by a later run when the missing part is done', () => {
    const history = without('PartFulfilled', 'EVALUATION');
    const judged: StudentCourseEvent[] = [
      ...history,
      counted(20, ...both),
      {
        type: 'AwardNotMet',
        data: { award: 'ectsCredits', reasons: ['PART_MISSING'], completionDate: '2027-06-24' },
      },
      noPoints,
    ];
    given(studentCourse)(...judged, ...nationalDone.slice(3, 4))
      .when(judgeNow([]))
      .then(nationalEcts);
  });

  it('are not given when the person has them from another class, and once more tried for by the next run', () => {
    const refused: StudentCourseEvent = {
      type: 'AwardNotMet',
      data: { award: 'ectsCredits', reasons: ['ECTS_ALREADY_AWARDED'], completionDate: '2027-06-24' },
    };
    given(studentCourse)(...nationalDone)
      .when(judgeNow(both, true))
      .then(counted(20, ...both), refused, noPoints);
    const history = [...nationalDone, counted(20, ...both), refused, noPoints];
    given(studentCourse)(...history)
      .when(judgeNow(both, true))
      .thenNothing();
    given(studentCourse)(...history)
      .when(judgeNow())
      .then(nationalEcts);
  });

  it('are held in the log by course and person, and given back by a reversal', () => {
    const rule = { key: `ects:LEDELSE-30:${national.personId}`, holder: `${national.classId}:${national.studentNo}` };
    expect(studentCourse.setRules!(nationalEcts)).toEqual([{ kind: 'claim', ...rule }]);
    const reversed = {
      correctionId: 'c1',
      reasonCode: 'RESULT_CHANGED',
      recordedBy: 'admin-1',
      attendedHalfHours: 20,
      ...oncePerCourse,
    } as const;
    const reversal = (award: 'ectsCredits' | 'coursePoints'): StudentCourseEvent => ({
      type: 'AwardReversed',
      data: { ...reversed, award },
    });
    expect(studentCourse.setRules!(reversal('ectsCredits'))).toEqual([{ kind: 'free', ...rule }]);
    expect(studentCourse.setRules!(reversal('coursePoints'))).toEqual([]);
  });
});

describe('a correction of one of several results', () => {
  const order = { correctionId: 'c1', at: '2027-07-02T07:00:00.000Z', recordedBy: 'admin-1' };
  const correct = (change: Change, approvedBy?: string) =>
    ({
      type: 'ApplyCorrection',
      data: { correction: { ...order, ...(approvedBy !== undefined && { approvedBy }) }, change },
    }) as const;
  const failed: Change = { kind: 'RESULT', assessment: 'PROJECT_PAPER', result: 'F' };

  it('takes the credits away with a second person, and frees them', () => {
    given(studentCourse)(...nationalAwarded)
      .when(correct(failed))
      .rejectedAs({ code: 'SECOND_APPROVER_REQUIRED' });
    const by = {
      correctionId: 'c1',
      reasonCode: 'RESULT_CHANGED',
      recordedBy: 'admin-1',
      approvedBy: 'admin-2',
    } as const;
    given(studentCourse)(...nationalAwarded)
      .when(correct(failed, 'admin-2'))
      .then(
        {
          type: 'CorrectionApplied',
          data: { ...order, approvedBy: 'admin-2', kind: 'RESULT', reasonCode: 'RESULT_CHANGED' },
        },
        {
          type: 'AssessmentResultCorrected',
          data: {
            assessment: 'PROJECT_PAPER',
            result: 'F',
            correctionId: 'c1',
            correctedBy: 'admin-1',
            correctedAt: order.at,
          },
        },
        { type: 'AwardReversed', data: { ...by, award: 'ectsCredits', attendedHalfHours: 20, ...oncePerCourse } },
        {
          type: 'AwardNotMet',
          data: { award: 'ectsCredits', reasons: ['ASSESSMENT_NOT_PASSED'], completionDate: '2027-06-24' },
        },
      );
  });

  it('to another passing grade changes no award', () =>
    expect(
      (
        given(studentCourse)(...nationalAwarded)
          .when(correct({ ...failed, result: 'E' }))
          .state() as JudgedCourse
      ).ectsCredits.status,
    ).toBe('AWARDED'));

  it.each([
    ['UNKNOWN_ASSESSMENT', { ...failed, assessment: 'THESIS' }],
    ['INVALID_RESULT', { ...failed, result: 'PASSED' }],
  ] as const)('is refused as %s', (code, change) =>
    given(studentCourse)(...nationalAwarded)
      .when(correct(change))
      .rejectedAs({ code }),
  );
});

describe('the completion date of a course with several assessments', () => {
  const result = (attestedAt?: string): CountedResult => ({ result: 'C', ...(attestedAt && { attestedAt }) });
  const on = (paper?: CountedResult, exam?: CountedResult) =>
    completionDateOf(
      nationalTerms,
      new Map(
        Object.entries({ PROJECT_PAPER: paper, TAKE_HOME_EXAM: exam }).flatMap(([code, one]) =>
          one ? [[code, one] as const] : [],
        ),
      ),
    );

  it('is the day of the last attestation in Norway', () =>
    expect(on(result('2027-06-23T22:30:00.000Z'), result('2027-06-20T10:00:00.000Z'))).toBe('2027-06-24'));

  it("is the class's last day while a result is missing, or when nobody attested any", () => {
    expect(on(result('2027-02-01T10:00:00.000Z'))).toBe('2027-06-18');
    expect(on(result(), result())).toBe('2027-06-18');
    expect(on(result('2027-02-01T10:00:00.000Z'), result())).toBe('2027-02-01');
  });
});

describe('the explanation of the national programme', () => {
  const explained = (...history: readonly StudentCourseEvent[]) =>
    explainAwards(fold(studentCourse, history) as OpenCourse | JudgedCourse);

  it('lists attendance, assessments and parts in their order, with the records', () => {
    const { ectsCredits, coursePoints } = explained(...nationalAwarded);
    expect(ectsCredits.outcome).toBe('AWARDED');
    expect(ectsCredits.requirements.map(({ code, evidence }) => [code, evidence[0]?.value])).toEqual([
      ['ATTENDANCE', '10.0'],
      ['PART', 'REFLECTION'],
      ['ASSESSMENT', 'PROJECT_PAPER'],
      ['PART', 'LECTURE'],
      ['ASSESSMENT', 'TAKE_HOME_EXAM'],
      ['PART', 'EVALUATION'],
    ]);
    expect(ectsCredits.requirements[2]?.evidence).toEqual([
      { record: 'ASSESSMENT', value: 'PROJECT_PAPER' },
      { record: 'TITLE', value: 'Prosjektoppgave' },
      { record: 'HAND_IN_BY', at: '2027-06-04T12:00:00.000Z' },
      { record: 'GRADING_DEADLINE', at: '2027-06-25' },
      { record: 'RESULT', value: 'C', who: 'grader-1' },
      { record: 'ATTESTATION', who: 'grader-2', at: '2027-06-21T10:00:00.000Z' },
      { record: 'REASONS_DEADLINE', at: '2027-06-28' },
      { record: 'APPEAL_DEADLINE', at: '2027-07-12' },
    ]);
    expect(coursePoints).toMatchObject({
      outcome: 'NOT_APPLICABLE',
      requirements: [{ code: 'NO_COURSE_APPROVAL', status: 'not_met' }],
    });
  });

  it('can be followed before anything is judged: who does what by when', () => {
    const { ectsCredits } = explained(...nationalDone.slice(0, 1), ...nationalDone.slice(4, 5));
    expect(ectsCredits.outcome).toBe('NOT_JUDGED');
    expect(ectsCredits.requirements).toMatchObject([
      { code: 'PART_MISSING', status: 'waiting', actor: 'STUDENT', action: 'DECLARE_DONE', dueAt: '2026-10-30' },
      { code: 'ASSESSMENT_MISSING', actor: 'ATTESTOR', action: 'ATTEST_RESULT', dueAt: '2027-06-25' },
      { code: 'PART_MISSING', action: 'WATCH_LECTURE', dueAt: '2027-07-18' },
      { code: 'ASSESSMENT_MISSING', actor: 'EXAMINER', action: 'REGISTER_RESULT', dueAt: '2027-06-24' },
      { code: 'PART_MISSING', action: 'ANSWER_EVALUATION' },
      { code: 'AWARDS_NOT_JUDGED', action: 'RUN_AWARDS' },
    ]);
  });

  it('says of credits that the person has already which course it is about', () => {
    const history = [...nationalDone, counted(20, ...both)];
    const judged = given(studentCourse)(...history)
      .when(judgeNow(both, true))
      .state() as JudgedCourse;
    expect(explainAwards(judged).ectsCredits.requirements.at(-1)).toMatchObject({
      code: 'ECTS_ALREADY_AWARDED',
      status: 'not_met',
      evidence: [{ record: 'COURSE', value: 'LEDELSE-30' }],
    });
  });
});

/** Terms and facts of any programme. */
const programme = fc
  .record({
    assessments: fc.array(fc.constantFrom('A_TO_F' as const, 'PASSED_FAILED' as const), { maxLength: 4 }),
    parts: fc.integer({ min: 0, max: 4 }),
    order: fc.infiniteStream(fc.nat()),
    halfHours: fc.integer({ min: 1, max: 60 }),
    percent: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ assessments, parts, order, halfHours, percent }): CourseTerms => {
    const requirements: NonNullable<CourseTerms['requirements']> = [
      ...assessments.map((scale, i) => ({
        kind: 'ASSESSMENT' as const,
        code: `ASSESSMENT_${i}`,
        title: `${i}`,
        scale,
        gradingWeeks: 3,
      })),
      ...Array.from({ length: parts }, (_, i) => ({
        kind: 'PART' as const,
        code: `PART_${i}`,
        title: `${i}`,
        fulfilledBy: 'LECTURE_WATCHED' as const,
      })),
    ];
    const keyed = requirements.map((one) => [order.next().value as number, one] as const);
    return {
      endsOn: '2027-06-18',
      sessions: [{ code: 'S1', halfHours }],
      ectsCredits: 30,
      ectsRule: { minAttendance: { numerator: percent, denominator: 100 } },
      requirements: keyed.sort(([one], [other]) => one - other).map(([, requirement]) => requirement),
    };
  });

const factsOf = (terms: CourseTerms): fc.Arbitrary<AwardFacts> =>
  fc.record({
    participantStatus: fc.constantFrom('PHYSICIAN', 'LEADER'),
    attendedHalfHours: fc.integer({ min: 0, max: terms.sessions[0]!.halfHours }),
    results: fc
      .tuple(
        ...terms.requirements!.map((one) =>
          one.kind === 'PART'
            ? fc.constant(undefined)
            : fc.option(
                fc.constantFrom<Grade>(
                  ...(one.scale === 'A_TO_F' ? (['A', 'E', 'F'] as const) : (['PASSED', 'PASSED', 'FAILED'] as const)),
                ),
                {
                  nil: undefined,
                  freq: 6,
                },
              ),
        ),
      )
      .map(
        (grades) =>
          new Map(grades.flatMap((result, i) => (result ? [[terms.requirements![i]!.code, { result }] as const] : []))),
      ),
    fulfilledParts: fc
      .tuple(...terms.requirements!.map(() => fc.integer({ min: 0, max: 5 })))
      .map((dice) => new Set(terms.requirements!.flatMap(({ code }, i) => (dice[i]! > 0 ? [code] : [])))),
    ectsAwardedElsewhere: fc.constantFrom(false, false, true),
  });

/** The rule, read as slowly as possible: look at each requirement by itself and collect what is wrong. */
const slowly = (terms: CourseTerms, facts: AwardFacts): string[] => {
  const wrong: string[] = [];
  const { numerator } = terms.ectsRule.minAttendance;
  if (facts.attendedHalfHours * 100 < numerator * terms.sessions[0]!.halfHours) wrong.push('ATTENDANCE_BELOW_MINIMUM');
  for (const one of terms.requirements!) {
    const grade = facts.results.get(one.code)?.result;
    if (one.kind === 'PART') {
      if (!facts.fulfilledParts.has(one.code)) wrong.push('PART_MISSING');
    } else if (!grade) wrong.push('ASSESSMENT_MISSING');
    else if (!['A', 'B', 'C', 'D', 'E', 'PASSED'].includes(grade)) wrong.push('ASSESSMENT_NOT_PASSED');
  }
  if (facts.ectsAwardedElsewhere) wrong.push('ECTS_ALREADY_AWARDED');
  return wrong.filter((reason, i) => wrong.indexOf(reason) === i).sort();
};

it('gives all the credits of any programme or none, as a slow reading of its requirements says', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      programme.chain((terms) => factsOf(terms).map((facts) => ({ terms, facts }))),
      ({ terms, facts }) => {
        const { ectsCredits, coursePoints } = judge(terms, facts);
        const reasons = slowly(terms, facts);
        expect(ectsCredits).toEqual(
          reasons.length === 0 ? { status: 'AWARDED', ectsCredits: 30 } : { status: 'NOT_MET', reasons },
        );
        expect(isSame(coursePoints, { status: 'NOT_APPLICABLE', reasons: ['NO_COURSE_APPROVAL'] })).toBe(true);
        for (const reason of reasons.length === 0 ? ['AWARDED'] : reasons) seen.add(reason);
      },
    ),
    { numRuns: 1_000 },
  );
  expect([...seen].sort()).toEqual([
    'ASSESSMENT_MISSING',
    'ASSESSMENT_NOT_PASSED',
    'ATTENDANCE_BELOW_MINIMUM',
    'AWARDED',
    'ECTS_ALREADY_AWARDED',
    'PART_MISSING',
  ]);
});
