import { nationalTerms } from '../../test-model/sample-course';
import { assessmentsOf } from './course-terms';
import { type RegisteredResult, type ResultRow, sortResultRows } from './result-rows';

const row = (changes: Partial<ResultRow> = {}): ResultRow => ({
  row: 1,
  studentNo: 'kari',
  assessment: 'EXAM',
  result: 'PASSED',
  gradedBy: 'grader-1',
  attestedBy: 'grader-2',
  attestedAt: '2026-06-19T12:00:00+02:00',
  ...changes,
});
const result: RegisteredResult = {
  assessment: 'EXAM',
  result: 'PASSED',
  gradedBy: 'grader-1',
  attestation: { by: 'grader-2', at: '2026-06-19T10:00:00.000Z' },
};
const students = (...results: readonly RegisteredResult[]) =>
  new Map([['kari', new Map(results.map((one) => [one.assessment, one]))]]);
const exam = { code: 'EXAM', scale: 'PASSED_FAILED' } as const;
const sort = (rows: readonly ResultRow[], ...kari: readonly RegisteredResult[]) =>
  sortResultRows(rows, [exam], students(...kari));

describe('rows of results.csv', () => {
  it('takes a result in with its attestation', () =>
    expect(sort([row()]).taken).toEqual([{ studentNo: 'kari', result }]));

  it('takes a result in that nobody has attested yet', () => {
    const { attestation: _, ...unattested } = result;
    expect(sort([row({ attestedBy: '', attestedAt: '' })]).taken).toEqual([{ studentNo: 'kari', result: unattested }]);
  });

  it.each<[string, Partial<ResultRow>]>([
    ['UNKNOWN_STUDENT', { studentNo: 'per', attestedBy: 'grader-1' }],
    ['SAME_PERSON_GRADED_AND_ATTESTED', { attestedBy: 'grader-1', result: '?' }],
    ['INVALID_GRADER', { gradedBy: '', result: '?' }],
    ['INVALID_RESULT', { result: 'B' }],
    ['UNKNOWN_ASSESSMENT', { assessment: 'PAPER' }],
    ['INVALID_TIMESTAMP', { attestedAt: '19.06.2026' }],
  ])('says %s first', (code, changes) =>
    expect(sort([row(changes)]).rejected).toEqual([{ row: 1, studentNo: changes.studentNo ?? 'kari', code }]),
  );

  it('has recorded a student once a row was taken in, not before', () =>
    expect(
      sort([row({ attestedBy: 'grader-1' }), row({ row: 2 }), row({ row: 3, attestedBy: 'grader-1' })]).rejected,
    ).toEqual([
      { row: 1, studentNo: 'kari', code: 'SAME_PERSON_GRADED_AND_ATTESTED' },
      { row: 3, studentNo: 'kari', code: 'ALREADY_RECORDED' },
    ]));

  it('says the same of the same file again', () => {
    const rows = [row({ attestedBy: 'grader-1' }), row({ row: 2 }), row({ row: 3, result: 'FAILED' })];
    const first = sort(rows);
    expect(sort(rows, first.taken[0]!.result)).toEqual({ taken: [], unchanged: 1, rejected: first.rejected });
  });

  it('does not change a result by another file', () =>
    expect(sort([row({ result: 'FAILED' })], result).rejected).toEqual([
      { row: 1, studentNo: 'kari', code: 'ALREADY_RECORDED' },
    ]));

  it('says the same of a result that was attested after the file', () => {
    const unattested = row({ attestedBy: '', attestedAt: '' });
    expect(sort([unattested], result)).toEqual({ taken: [], unchanged: 1, rejected: [] });
    expect(sort([row({ ...unattested, result: 'FAILED' })], result).rejected).toMatchObject([
      { code: 'ALREADY_RECORDED' },
    ]);
  });

  it('is about the one assessment of the course, whatever it names', () =>
    expect(sort([row(), row({ row: 2, assessment: 'PAPER' })]).rejected).toEqual([
      { row: 2, studentNo: 'kari', code: 'ALREADY_RECORDED' },
    ]));
});

describe('rows of results.csv of several assessments', () => {
  const paper = row({ assessment: 'PROJECT_PAPER', result: 'C' });
  const homeExam = row({ row: 2, assessment: 'TAKE_HOME_EXAM' });
  const sortAll = (rows: readonly ResultRow[], ...kari: readonly RegisteredResult[]) =>
    sortResultRows(rows, assessmentsOf(nationalTerms), students(...kari));

  it('takes one result of each', () => {
    expect(sortAll([paper, homeExam]).taken).toEqual([
      { studentNo: 'kari', result: { ...result, assessment: 'PROJECT_PAPER', result: 'C' } },
      { studentNo: 'kari', result: { ...result, assessment: 'TAKE_HOME_EXAM' } },
    ]);
    const second = row({ row: 3, assessment: 'PROJECT_PAPER', result: 'A' });
    expect(sortAll([paper, homeExam, second]).rejected).toEqual([
      { row: 3, studentNo: 'kari', code: 'ALREADY_RECORDED' },
    ]);
  });

  it('takes the other when one is recorded', () =>
    expect(sortAll([paper, homeExam], { ...result, assessment: 'PROJECT_PAPER', result: 'C' })).toMatchObject({
      taken: [{ result: { assessment: 'TAKE_HOME_EXAM' } }],
      unchanged: 1,
    }));

  it.each<[string, Partial<ResultRow>]>([
    ['INVALID_RESULT', { assessment: 'PROJECT_PAPER', result: 'PASSED' }],
    ['INVALID_RESULT', { assessment: 'TAKE_HOME_EXAM', result: 'A' }],
    ['INVALID_RESULT', { assessment: 'THESIS', result: 'G' }],
    ['UNKNOWN_ASSESSMENT', { assessment: 'THESIS', result: 'A', attestedAt: '' }],
    ['UNKNOWN_ASSESSMENT', { assessment: 'LECTURE', result: 'PASSED' }],
    ['INVALID_TIMESTAMP', { assessment: 'PROJECT_PAPER', result: 'F', attestedAt: '' }],
  ])('says %s of %p', (code, changes) =>
    expect(sortAll([row(changes)]).rejected).toEqual([{ row: 1, studentNo: 'kari', code }]),
  );
});
