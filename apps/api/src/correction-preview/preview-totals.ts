import type { PreviewTotals, RowPreview } from './correction-preview';

const counted = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length;

/** The sums of the rows. */
export const totalsOf = (rows: readonly RowPreview[]): PreviewTotals => {
  const certificates = rows.flatMap((row) => row.certificates);
  const lines = rows.flatMap((row) => row.lines);
  const letters = rows.flatMap((row) => row.letters);
  const applied = counted(rows, ({ outcome }) => outcome === 'APPLIED');
  const unchanged = counted(rows, ({ outcome }) => outcome === 'UNCHANGED');
  const acting = (action: string) =>
    counted(lines, ({ next }) => next !== undefined && 'action' in next && next.action === action);
  return {
    rows: rows.length,
    applied,
    unchanged,
    refused: rows.length - applied - unchanged,
    certificates: {
      issued: counted(certificates, ({ change }) => change === 'ISSUED' || change === 'REISSUED'),
      replaced: counted(certificates, ({ change }) => change === 'REPLACED'),
      revoked: counted(certificates, ({ change }) => change === 'REVOKED'),
    },
    lines: {
      add: acting('ADD'),
      correct: acting('CORRECT'),
      revoke: acting('REVOKE'),
      keptOut: counted(lines, ({ next }) => next !== undefined && 'keptOut' in next),
      dropped: counted(lines, ({ next }) => next === undefined),
    },
    letters: {
      sent: counted(letters, ({ notSent }) => notSent === undefined),
      notSent: counted(letters, ({ notSent }) => notSent !== undefined),
    },
  };
};
