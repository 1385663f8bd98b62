import type { PresenceKind } from '../../../../../libs/attendance/src/domain/mark';
import type { RegisterAnswer, StudentAnswer } from '../../../../../libs/attendance/src/http/register-answers';

export type { PresenceKind, RegisterAnswer, StudentAnswer };

/** One student in one session. */
export interface Cell {
  readonly session: string;
  readonly studentNo: string;
  /** Absent: the student is not expected in that session. */
  readonly line?: StudentAnswer;
  readonly isLocked: boolean;
  /** Whether it can be marked: from an hour before the session. */
  readonly isOpen: boolean;
}

/** Where a cell is: row and column, from 0. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells: from where it was begun to where it goes. */
export interface Block {
  readonly from: Spot;
  readonly to: Spot;
}

const HOUR_MS = 3_600_000;

export const cellOf = (register: RegisterAnswer, studentNo: string, now: string): Cell => {
  const line = register.students.find((one) => one.studentNo === studentNo);
  return {
    session: register.session,
    studentNo,
    ...(line && { line }),
    isLocked: register.status === 'locked',
    isOpen: Date.parse(register.startsAt) - HOUR_MS <= Date.parse(now),
  };
};

/** The cells of a grid, row by row. */
export const cellsOf = (
  registers: readonly RegisterAnswer[],
  studentNos: readonly string[],
  now: string,
): readonly (readonly Cell[])[] => studentNos.map((studentNo) => registers.map((one) => cellOf(one, studentNo, now)));

const between = (value: number, one: number, other: number): boolean =>
  value >= Math.min(one, other) && value <= Math.max(one, other);

export const isIn = ({ from, to }: Block, { row, column }: Spot): boolean =>
  between(row, from.row, to.row) && between(column, from.column, to.column);

export const blockCells = (cells: readonly (readonly Cell[])[], block: Block): readonly Cell[] =>
  cells.flatMap((row, at) => row.filter((_, column) => isIn(block, { row: at, column })));

/** Where a key leads from a cell, within a grid of that size; undefined when it leads nowhere. */
export const moved = (
  { row, column }: Spot,
  key: string,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  isFar = false,
): Spot | undefined => {
  const within = (to: Spot): Spot => ({
    row: Math.max(0, Math.min(rows - 1, to.row)),
    column: Math.max(0, Math.min(columns - 1, to.column)),
  });
  switch (key) {
    case 'ArrowUp':
      return within({ row: row - 1, column });
    case 'ArrowDown':
      return within({ row: row + 1, column });
    case 'ArrowLeft':
      return within({ row, column: column - 1 });
    case 'ArrowRight':
      return within({ row, column: column + 1 });
    case 'PageUp':
      return within({ row: row - 10, column });
    case 'PageDown':
      return within({ row: row + 10, column });
    case 'Home':
      return within({ row: isFar ? 0 : row, column: 0 });
    case 'End':
      return within({ row: isFar ? rows : row, column: columns });
  }
  return undefined;
};

/** A presence by the key that sets it. */
export const presenceOfKey: Readonly<Record<string, PresenceKind>> = { p: 'PRESENT', f: 'ABSENT', g: 'EXCUSED' };

/**
 * What setting cells to a presence takes. Nobody marked them: a mark, which needs no reason. Something else stands there:
 * a correction, which does (I-30). Marks disagree: a settlement of these marks.
 */
export interface Plan {
  readonly marks: readonly Cell[];
  readonly corrections: readonly Cell[];
  readonly settlements: readonly Cell[];
  /** Of sessions that have not begun, and of who is not expected. */
  readonly passedOver: number;
}

type Step = 'mark' | 'correction' | 'settlement' | 'none' | 'passed over';

const stepOf = ({ line, isLocked, isOpen }: Cell, presence: PresenceKind, isExact: boolean): Step => {
  if (!line || !isOpen) return 'passed over';
  if (line.conflict) return 'settlement';
  if (line.counts?.presence === presence && !isExact) return 'none';
  return line.counts || isLocked ? 'correction' : 'mark';
};

/** `isExact`: hours or an excuse go along, so that the same presence may still be a change. */
export const planFor = (cells: readonly Cell[], presence: PresenceKind, isExact = false): Plan => {
  const steps = cells.map((cell) => [stepOf(cell, presence, isExact), cell] as const);
  const of = (step: Step): readonly Cell[] => steps.flatMap(([one, cell]) => (one === step ? [cell] : []));
  return {
    marks: of('mark'),
    corrections: of('correction'),
    settlements: of('settlement'),
    passedOver: of('passed over').length,
  };
};

/** Whether a reason has to be given. */
export const needsReason = ({ corrections, settlements }: Plan): boolean => corrections.length + settlements.length > 0;

export const changesIn = ({ marks, corrections, settlements }: Plan): number =>
  marks.length + corrections.length + settlements.length;

/** Corrections that can be taken back: what stood before them is known. */
export const undoOf = ({ corrections }: Plan): readonly { readonly cell: Cell; readonly presence: PresenceKind }[] =>
  corrections.flatMap((cell) => (cell.line?.counts ? [{ cell, presence: cell.line.counts.presence }] : []));

/** What the gatherings of a class are called by, and their sessions. */
export interface GatheringSessions<Session> {
  /** Undefined: the sessions of a course that stand by themselves. */
  readonly number: number | undefined;
  readonly sessions: readonly Session[];
}

/** Sessions by gathering, in order of time. */
export const byGathering = <Session extends { readonly gathering?: number }>(
  sessions: readonly Session[],
): readonly GatheringSessions<Session>[] =>
  [...new Set(sessions.map(({ gathering }) => gathering))].map((number) => ({
    number,
    sessions: sessions.filter(({ gathering }) => gathering === number),
  }));

/** The gathering that is on, or was last; before all of them the first. */
export const lastBegun = <Session extends { readonly startsAt: string; readonly gathering?: number }>(
  gatherings: readonly GatheringSessions<Session>[],
  now: string,
): number | undefined => {
  const soon = new Date(Date.parse(now) + HOUR_MS).toISOString();
  const begun = gatherings.filter(({ sessions }) => sessions.some(({ startsAt }) => startsAt <= soon));
  return (begun.at(-1) ?? gatherings[0])?.number;
};
