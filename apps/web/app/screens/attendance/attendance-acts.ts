import { useQueryClient } from '@tanstack/preact-query';
import type { ChangeReason, ExcuseCode, PresenceKind } from '../../../../../libs/attendance/src/domain/mark';
import { send } from '../../api/client';
import type { Cell, Plan, undoOf } from './grid-model';

/** What the office's own marks name as their device. */
const DEVICE = 'office';

/** What is said of the cells, and why. */
export interface Said {
  readonly presence: PresenceKind;
  readonly lateHours?: number;
  readonly leftEarlyHours?: number;
  readonly excuse?: ExcuseCode;
  /** Needed for what changes something. */
  readonly reasonClass?: ChangeReason;
  readonly reason?: string;
}

interface MarksAnswer {
  readonly marks: readonly { readonly status: string; readonly message?: string }[];
}

/** A mark was refused by itself, while the batch was taken. */
export class MarksRefused extends Error {
  constructor(readonly messages: readonly string[]) {
    super(messages.join(' '));
  }
}

const register = (classId: string, { session }: Cell): string =>
  `/classes/${classId}/registers/${encodeURIComponent(session)}`;

const mark = async (classId: string, cells: readonly Cell[], said: Said, now: string, key: string): Promise<void> => {
  const { reasonClass: _, reason: __, ...presence } = said;
  const marks = cells.map(({ session, studentNo }, at) => ({
    id: `${key.slice(0, -4)}${(Number.parseInt(key.slice(-4), 16) ^ at).toString(16).padStart(4, '0')}`,
    session,
    studentNo,
    observedAt: now,
    ...presence,
  }));
  const answer = await send<MarksAnswer>(`/classes/${classId}/mark-batches`, { json: { device: DEVICE, marks }, key });
  const refused = answer.marks.flatMap(({ status, message }) => (status === 'rejected' ? [message ?? status] : []));
  if (refused.length > 0) throw new MarksRefused([...new Set(refused)]);
};

interface Attempt {
  readonly now: string;
  readonly key: string;
}

const carryOut = async (
  classId: string,
  { marks, corrections, settlements }: Plan,
  said: Said,
  { now, key }: Attempt,
): Promise<void> => {
  for (let at = 0; at < marks.length; at += 500) {
    const part = marks.slice(at, at + 500);
    await mark(classId, part, said, now, at === 0 ? key : crypto.randomUUID());
  }
  for (const cell of corrections)
    await send(`${register(classId, cell)}/corrections`, {
      json: { studentNo: cell.studentNo, ...said },
      key: `${key}-${cell.session}-${cell.studentNo}`,
    });
  for (const cell of settlements)
    await send(`${register(classId, cell)}/settlements`, {
      json: { studentNo: cell.studentNo, marks: cell.line!.conflict, ...said },
      key: `${key}-${cell.session}-${cell.studentNo}`,
    });
};

/**
 * Carries out a plan, and is done when the registers show it: whoever goes on at once does so from what stands. With the
 * same key it may be tried again: what was done stays done once.
 */
export const useCarryOut = (classId: string) => {
  const client = useQueryClient();
  return async (plan: Plan, said: Said, attempt: Attempt): Promise<void> => {
    await carryOut(classId, plan, said, attempt);
    await client.refetchQueries({ queryKey: ['attendance', 'register', classId] });
  };
};

/** What stood before is said again: another correction, so that both stay on record. */
export const takeBack = async (classId: string, undo: ReturnType<typeof undoOf>): Promise<void> => {
  for (const { cell, presence } of undo) {
    const { lateHours, leftEarlyHours, excuse } = cell.line!.counts!;
    const hours = presence === 'PRESENT' && { lateHours, leftEarlyHours };
    await send(`${register(classId, cell)}/corrections`, {
      json: { studentNo: cell.studentNo, presence, ...hours, ...(excuse && { excuse }), reasonClass: 'WRONG_MARK' },
    });
  }
};
