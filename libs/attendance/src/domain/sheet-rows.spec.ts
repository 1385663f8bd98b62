import { parseRowCode, rowCodesOf, sheetIdOf } from './sheet-codes';
import { type SheetRow, sortSheetRows } from './sheet-rows';

const students = ['S1', 'S2', 'S3'];
const codes = rowCodesOf('cls_1', 'S1-1', students);
const codeOf = (studentNo: string): string => codes.get(studentNo)!;
const afternoon = rowCodesOf('cls_1', 'S1-2', students);
const against = {
  halfHours: 7,
  students: new Map([...codes].map(([studentNo, code]) => [code, studentNo])),
  otherSessions: new Map([...afternoon.values()].map((code) => [code, 'S1-2'])),
};

const row = (changes: Partial<SheetRow> = {}): SheetRow => ({
  row: 1,
  rowCode: codeOf('S1'),
  presence: 'T',
  lateHours: '',
  leftEarlyHours: '',
  ...changes,
});
const sorted = (...rows: readonly Partial<SheetRow>[]) =>
  sortSheetRows(
    rows.map((changes, i) => row({ row: i + 1, ...changes })),
    against,
  );
const refused = (changes: Partial<SheetRow>) => sorted(changes).rejected[0];

describe('the codes of a printed register', () => {
  it('are the same whenever it is printed, and others in every register', () => {
    expect(rowCodesOf('cls_1', 'S1-1', [...students].reverse())).toEqual(codes);
    expect(new Set([...codes.values(), ...afternoon.values()]).size).toBe(6);
    expect(sheetIdOf('cls_1', 'S1-1')).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z]$/);
    expect(sheetIdOf('cls_1', 'S1-2')).not.toBe(sheetIdOf('cls_1', 'S1-1'));
  });

  it('are unique in a register, also of so many students that codes fall together', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `S${i}`);
    expect(new Set(rowCodesOf('cls_1', 'S1-1', many).values()).size).toBe(many.length);
  });

  it('say when they were mistyped', () => {
    const code = codeOf('S1');
    expect(parseRowCode(code.toLowerCase().replace('-', ' '))).toBe(code);
    expect(parseRowCode(`${code.startsWith('7') ? '8' : '7'}${code.slice(1)}`)).toBeUndefined();
  });
});

describe('rows of a typed register', () => {
  it.each([
    [{ presence: 'T' }, { presence: 'PRESENT', lateHalfHours: 0, leftEarlyHalfHours: 0 }],
    [
      { presence: ' present ', lateHours: '0,5', leftEarlyHours: '1.0' },
      { presence: 'PRESENT', lateHalfHours: 1, leftEarlyHalfHours: 2 },
    ],
    [
      { presence: 'T', lateHours: '3', leftEarlyHours: '0.5' },
      { presence: 'PRESENT', lateHalfHours: 6, leftEarlyHalfHours: 1 },
    ],
    [{ presence: 'f' }, { presence: 'ABSENT', lateHalfHours: 0, leftEarlyHalfHours: 0 }],
    [{ presence: 'G' }, { presence: 'EXCUSED', lateHalfHours: 0, leftEarlyHalfHours: 0 }],
  ])('read %j', (changes, said) => {
    expect(sorted(changes)).toEqual({
      marks: [{ row: 1, rowCode: codeOf('S1'), studentNo: 'S1', ...said }],
      notMarked: 0,
      rejected: [],
    });
  });

  it.each([
    ['INVALID_PRESENCE', { presence: 'x' }],
    ['INVALID_PRESENCE', { presence: '', lateHours: '0.5' }],
    ['INVALID_HOURS', { lateHours: '0.25' }],
    ['INVALID_HOURS', { lateHours: 'litt' }],
    ['INVALID_HOURS', { lateHours: '3', leftEarlyHours: '1' }],
    ['INVALID_HOURS', { presence: 'F', lateHours: '1' }],
  ])('say %s of %j', (code, changes) => expect(refused(changes)).toEqual({ row: 1, rowCode: codeOf('S1'), code }));

  it('say which code is wrong, and why', () => {
    const [first = '', ...rest] = codeOf('S1');
    const mistyped = [first === 'A' ? 'B' : 'A', ...rest].join('');
    expect(refused({ rowCode: mistyped })).toEqual({ row: 1, code: 'UNKNOWN_ROW_CODE', because: 'CHECK_CHARACTER' });
    expect(refused({ rowCode: 'Kari Testesen' })).toEqual({
      row: 1,
      code: 'UNKNOWN_ROW_CODE',
      because: 'CHECK_CHARACTER',
    });
    const foreign = rowCodesOf('cls_2', 'S1-1', ['S1']).get('S1')!;
    expect(refused({ rowCode: foreign })).toEqual({
      row: 1,
      rowCode: foreign,
      code: 'UNKNOWN_ROW_CODE',
      because: 'NOT_ON_SHEET',
    });
    const other = afternoon.get('S1')!;
    expect(refused({ rowCode: other })).toEqual({ row: 1, rowCode: other, code: 'OTHER_SESSION', session: 'S1-2' });
  });

  it('count once, and not at all when nothing is ticked', () => {
    const { marks, notMarked, rejected } = sorted(
      { presence: '' },
      { presence: 'T' },
      { presence: 'F' },
      { rowCode: codeOf('S2'), presence: ' ' },
    );
    expect(marks.map(({ row: at }) => at)).toEqual([2]);
    expect(notMarked).toBe(2);
    expect(rejected).toEqual([{ row: 3, rowCode: codeOf('S1'), code: 'DUPLICATE_ROW' }]);
  });
});
