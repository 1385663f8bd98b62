import { nationalTerms, terms } from '../../test-model/sample-course';
import { type CorrectionRow, readCorrectionRows } from './correction-rows';

const row = (changes: Partial<CorrectionRow> = {}): CorrectionRow => ({
  row: 1,
  at: '2026-07-02T09:00:00+02:00',
  kind: 'ATTENDANCE',
  studentNo: 'kari',
  value: 'M1=0.0,M2=2.5',
  reason: '',
  recordedBy: 'admin-1',
  approvedBy: '',
  ...changes,
});
const read = (...rows: CorrectionRow[]) => readCorrectionRows(rows, new Set(['kari']), terms);
const changeIn = (changes: Partial<CorrectionRow>) => read(row(changes)).corrections[0]?.change;

describe('rows of corrections.csv', () => {
  it('reads the hours of several sessions', () =>
    expect(changeIn({})).toEqual({
      kind: 'ATTENDANCE',
      hours: [
        { session: 'M1', halfHours: 0 },
        { session: 'M2', halfHours: 5 },
      ],
    }));

  it('reads a name, a number, no number, and a result', () => {
    expect(changeIn({ kind: 'NAME_CHANGE', value: ' Lie Berg ' })).toEqual({
      kind: 'NAME_CHANGE',
      familyName: 'Lie Berg',
    });
    expect(changeIn({ kind: 'HPR_NUMBER', value: '9144900' })).toEqual({ kind: 'HPR_NUMBER', hprNumber: '9144900' });
    expect(changeIn({ kind: 'HPR_NUMBER', value: '' })).toEqual({ kind: 'HPR_NUMBER' });
    expect(changeIn({ kind: 'RESULT', value: 'FAILED' })).toEqual({
      kind: 'RESULT',
      assessment: 'EXAM',
      result: 'FAILED',
    });
  });

  it.each<[string, Partial<CorrectionRow>]>([
    ['UNKNOWN_STUDENT', { studentNo: 'per', kind: '?' }],
    ['INVALID_CORRECTION', { kind: 'STATUS' }],
    ['INVALID_CORRECTION', { at: 'yesterday' }],
    ['INVALID_CORRECTION', { recordedBy: '' }],
    ['INVALID_CORRECTION', { kind: 'RESULT', value: 'A' }],
    ['INVALID_CORRECTION', { kind: 'NAME_CHANGE', value: ' ' }],
    ['INVALID_CORRECTION', { value: '' }],
    ['INVALID_CORRECTION', { value: 'M1' }],
    ['INVALID_CORRECTION', { value: 'M1=1.0,M1=2.0' }],
    ['UNKNOWN_SESSION', { value: 'M1=1.0,M9=x' }],
    ['INVALID_HOURS', { value: 'M1=1.0,M2=x' }],
  ])('says %s', (code, changes) =>
    expect(read(row(changes))).toEqual({
      corrections: [],
      rejected: [{ row: 1, studentNo: changes.studentNo ?? 'kari', code }],
    }),
  );

  it('puts them in order of time, then of the file', () => {
    const { corrections } = read(
      row({ row: 1, at: '2026-07-02T09:00:00+02:00' }),
      row({ row: 2, at: '2026-07-02T08:30:00+02:00' }),
      row({ row: 3, at: '2026-07-02T07:00:00Z' }),
      row({ row: 4, at: '2026-07-02T06:59:59Z' }),
    );
    expect(corrections.map(({ row: { row: number } }) => number)).toEqual([2, 4, 1, 3]);
  });

  it('reads which assessment a result is of, where the course lists several', () => {
    const read = (value: string) =>
      readCorrectionRows([row({ kind: 'RESULT', value })], new Set(['kari']), nationalTerms);
    expect(read('PROJECT_PAPER=C').corrections[0]?.change).toEqual({
      kind: 'RESULT',
      assessment: 'PROJECT_PAPER',
      result: 'C',
    });
    expect(read(' TAKE_HOME_EXAM = PASSED ').corrections[0]?.change).toMatchObject({ assessment: 'TAKE_HOME_EXAM' });
    for (const value of ['C', 'PASSED', 'PROJECT_PAPER=PASSED', 'PROJECT_PAPER=', 'THESIS=C', 'REFLECTION=PASSED'])
      expect([value, read(value).rejected[0]?.code]).toEqual([value, 'INVALID_CORRECTION']);
  });
});
