import { type Instant, isSame } from '@kull/kernel';
import type { RecordAction } from './deliverable';
import type { DeliveredVersion } from './due-lines';
import type { PreparedBatch } from './prepare-batch';
import type { RecordCode } from './validation-codes';

/** A line that the next delivery carries, or keeps out with its codes. */
export type NextLine =
  | {
      readonly action: RecordAction;
      readonly version: number;
      readonly points: number;
      /** Absent on an ADD. */
      readonly reasonCode?: string;
    }
  | { readonly version: number; readonly keptOut: readonly RecordCode[] };

/** What is delivered next of one credit line of one certificate. */
export interface NextOfLine {
  readonly number: string;
  readonly lineNo: number;
  readonly next: NextLine;
}

/** What a change of certificates means for one line of the next delivery. */
export interface ChangedLine {
  readonly number: string;
  readonly lineNo: number;
  /** What the receiver has. Absent: nothing. */
  readonly delivered?: DeliveredVersion & { readonly points: number };
  /** What would be delivered next without the change. Absent: nothing. */
  readonly without?: NextLine;
  /** What is delivered next with it. Absent: nothing. */
  readonly next?: NextLine;
  /** A prepared delivery leaves it out before then, for the student may comment on it (domain.md 9.3). */
  readonly waitsUntil?: Instant;
}

/** What the next delivery does, line by line. */
export const nextLines = ({ lines, rejected }: PreparedBatch): readonly NextOfLine[] => [
  ...lines.map(({ number, lineNo, action, version, points, reasonCode }) => ({
    number,
    lineNo,
    next: { action, version, points, ...(reasonCode !== undefined && { reasonCode }) },
  })),
  ...rejected.map(({ number, lineNo, version, codes }) => ({ number, lineNo, next: { version, keptOut: codes } })),
];

/** The lines in which two next deliveries differ, in the order of the certificates' numbers. */
export const changedLines = (
  without: readonly NextOfLine[],
  withChange: readonly NextOfLine[],
  circumstances: (number: string, lineNo: number) => Pick<ChangedLine, 'delivered' | 'waitsUntil'>,
): readonly ChangedLine[] => {
  const keyOf = ({ number, lineNo }: NextOfLine): string => `${number}/${lineNo}`;
  const before = new Map(without.map((line) => [keyOf(line), line] as const));
  const after = new Map(withChange.map((line) => [keyOf(line), line] as const));
  const changed: ChangedLine[] = [];
  for (const key of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [was, is] = [before.get(key)?.next, after.get(key)?.next];
    if (isSame(was, is)) continue;
    const { number, lineNo } = (after.get(key) ?? before.get(key))!;
    changed.push({
      number,
      lineNo,
      ...circumstances(number, lineNo),
      ...(was && { without: was }),
      ...(is && { next: is }),
    });
  }
  return changed;
};
