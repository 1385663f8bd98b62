import { nationalTerms } from '../../test-model/sample-course';
import type { PartFulfilment } from './part.events';
import { type PartRow, sortPartRows } from './part-rows';
import type { Part } from './student-course.state';

const row = (changes: Partial<PartRow> = {}): PartRow => ({
  row: 1,
  studentNo: 'kari',
  part: 'LECTURE',
  fulfilledAt: '2026-11-02T20:00:00+01:00',
  reportedBy: 'video-platform',
  ...changes,
});
const watched: PartFulfilment = {
  by: 'LECTURE_WATCHED',
  at: '2026-11-02T19:00:00.000Z',
  reportedBy: 'video-platform',
};
const sort = (rows: readonly PartRow[], kari: ReadonlyMap<string, Part> = new Map()) =>
  sortPartRows(rows, nationalTerms, new Map([['kari', kari]]));

describe('rows of a file of mandatory parts', () => {
  it('takes a part in, done in the way that its requirement names', () =>
    expect(sort([row(), row({ row: 2, part: 'EVALUATION' })]).taken).toEqual([
      { studentNo: 'kari', part: 'LECTURE', fulfilment: watched },
      { studentNo: 'kari', part: 'EVALUATION', fulfilment: { ...watched, by: 'EVALUATION_ANSWERED' } },
    ]));

  it.each<[string, Partial<PartRow>]>([
    ['UNKNOWN_STUDENT', { studentNo: 'per', part: 'SWIMMING' }],
    ['UNKNOWN_PART', { part: 'PROJECT_PAPER', fulfilledAt: '' }],
    ['INVALID_TIMESTAMP', { fulfilledAt: '02.11.2026', reportedBy: '' }],
    ['INVALID_REPORTER', { reportedBy: '' }],
  ])('says %s first', (code, changes) =>
    expect(sort([row(changes)]).rejected).toEqual([{ row: 1, studentNo: changes.studentNo ?? 'kari', code }]),
  );

  it('says the same of the same file again', () => {
    const rows = [row(), row({ row: 2 }), row({ row: 3, reportedBy: 'somebody-else' }), row({ row: 4, part: '?' })];
    const first = sort(rows);
    expect(first).toMatchObject({
      taken: [{ part: 'LECTURE' }],
      unchanged: 1,
      rejected: [
        { row: 3, code: 'ALREADY_RECORDED' },
        { row: 4, code: 'UNKNOWN_PART' },
      ],
    });
    const known = new Map([['LECTURE', { fulfilled: watched, withdrawn: [] }]]);
    expect(sort(rows, known)).toEqual({ taken: [], unchanged: 2, rejected: first.rejected });
  });

  it('does not bring back what was withdrawn', () => {
    const part: Part = { withdrawn: [{ fulfilment: watched, reasonClass: 'NOT_DONE', by: 'admin-1' }] };
    expect(sort([row()], new Map([['LECTURE', part]]))).toEqual({ taken: [], unchanged: 1, rejected: [] });
  });
});
