import { certificate, issued, revoked, statement } from '../../test-model/certificates';
import type { DueLine } from './deliverable';
import { type DeliveredVersion, dueLines } from './due-lines';

const due = (versions: Parameters<typeof certificate>[1][], before?: DeliveredVersion): readonly DueLine[] =>
  dueLines([certificate('A', ...versions)], () => before);
const shown = (lines: readonly DueLine[]) =>
  lines.map(({ action, version, reasonCode }) => [action, version, reasonCode]);

describe('what is owed to the receiver', () => {
  it('a new certificate, once', () => {
    expect(shown(due([issued(1)]))).toEqual([['ADD', 1, undefined]]);
    expect(due([issued(1)], { version: 1, action: 'ADD' })).toEqual([]);
  });

  it('the last of several corrections, with the last reason', () => {
    const versions = [issued(1), issued(2), issued(3, {}, 'ATTENDANCE_RECOUNT')];
    expect(shown(due(versions, { version: 1, action: 'ADD' }))).toEqual([['CORRECT', 3, 'ATTENDANCE_RECOUNT']]);
  });

  it('a corrected certificate of which nothing has left, as new, with its current version', () => {
    expect(shown(due([issued(1), issued(2)]))).toEqual([['ADD', 2, undefined]]);
  });

  it('nothing about a revoked certificate of which nothing has left', () => {
    expect(due([issued(1), revoked(2)])).toEqual([]);
  });

  it('a revocation of what has left: as delivered, no points, hours and reason of the revocation', () => {
    const renamed = issued(2, { holder: { person: 'per_1', sealed: 'AAAB' } });
    const [line] = due([issued(1), renamed, revoked(3)], { version: 1, action: 'ADD' });
    expect(line).toMatchObject({
      action: 'REVOKE',
      version: 3,
      reasonCode: 'ATTENDANCE_RECOUNT',
      attendedHalfHours: 40,
      statement: statement(),
      line: { points: 0 },
      sha256: renamed.kind === 'issued' && renamed.sha256,
    });
  });

  it('nothing after a delivered revocation', () => {
    expect(due([issued(1), revoked(2)], { version: 2, action: 'REVOKE' })).toEqual([]);
  });

  it('one line per credit line, in order of student number, line number, version', () => {
    const lines = [2, 1].map((lineNo) => ({ ...statement().lines[0]!, lineNo }));
    const [a, b] = ['S2', 'S1'].map((studentNo) => certificate(studentNo, issued(1, { studentNo, lines })));
    const order = dueLines([a!, b!], () => undefined).map(({ number, line }) => `${number}/${line.lineNo}`);
    expect(order).toEqual(['S1/1', 'S1/2', 'S2/1', 'S2/2']);
  });
});
