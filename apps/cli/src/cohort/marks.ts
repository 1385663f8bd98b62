import { uuidOf } from '@kull/kernel';
import { parse } from 'csv-parse/sync';
import type { PlannedSession } from './cohort-folder';

/** One line of `exceptions.csv`: a mark that says something else than «there the whole time». */
export interface Exception {
  readonly class: string;
  readonly student_no: string;
  readonly session: string;
  readonly presence: string;
  readonly late_hours: string;
  readonly left_early_hours: string;
  readonly excuse: string;
  readonly device: string;
  readonly observed_by: string;
  readonly observed_at: string;
}

/** A mark as the API takes it. */
interface GivenMark {
  readonly id: string;
  readonly session: string;
  readonly studentNo: string;
  readonly presence: string;
  readonly lateHours?: number;
  readonly leftEarlyHours?: number;
  readonly excuse?: string;
  readonly observedAt: string;
  readonly source: string;
}

/** Marks that one observer made with one device. */
export interface MarkBatch {
  readonly device: string;
  readonly observedBy: string;
  readonly marks: readonly GivenMark[];
}

export const exceptionsIn = (csv: Buffer): readonly Exception[] =>
  parse<Exception>(csv, { bom: true, columns: true, delimiter: ';' });

const moderator = 'admin-1';
/** So many marks the API takes at once. */
const most = 500;

const idOf = (...name: readonly string[]): string => uuidOf('demonstration', ...name);

const hoursIn = (text: string): number | undefined => (text === '' ? undefined : Number(text));

const exceptional = (one: Exception): GivenMark => ({
  id: idOf(one.class, one.session, one.student_no, one.device),
  session: one.session,
  studentNo: one.student_no,
  presence: one.presence,
  lateHours: hoursIn(one.late_hours),
  leftEarlyHours: hoursIn(one.left_early_hours),
  excuse: one.excuse || undefined,
  observedAt: one.observed_at,
  source: 'LIST',
});

/** At the door, one after the other in the last quarter of an hour. */
const present = (classCode: string, { code, startsAt }: PlannedSession, studentNo: string, i: number): GivenMark => ({
  id: idOf(classCode, code, studentNo),
  session: code,
  studentNo,
  presence: 'PRESENT',
  observedAt: new Date(Date.parse(startsAt) - (60 + ((i * 37) % 14) * 60) * 1_000).toISOString(),
  source: 'DOOR',
});

const inParts = ({ marks, ...by }: MarkBatch): readonly MarkBatch[] =>
  Array.from({ length: Math.ceil(marks.length / most) }, (_, i) => ({
    ...by,
    marks: marks.slice(i * most, (i + 1) * most),
  }));

/** The marks of a gathering: everybody expected was there, but for the exceptions. */
export const batchesOf = (
  classCode: string,
  sessions: readonly PlannedSession[],
  students: readonly string[],
  exceptions: readonly Exception[],
): readonly MarkBatch[] => {
  const codes = new Set(sessions.map(({ code }) => code));
  const own = exceptions.filter((one) => one.class === classCode && codes.has(one.session));
  const told = new Set(own.map((one) => `${one.session} ${one.student_no}`));
  const batches = new Map<string, MarkBatch>();
  const add = (device: string, observedBy: string, mark: GivenMark): void => {
    const key = `${device} ${observedBy}`;
    batches.set(key, { device, observedBy, marks: [...(batches.get(key)?.marks ?? []), mark] });
  };
  for (const session of sessions)
    for (const [i, studentNo] of students.entries())
      if (!told.has(`${session.code} ${studentNo}`))
        add(`door-${classCode}`, moderator, present(classCode, session, studentNo, i));
  for (const one of own) add(one.device || `door-${classCode}`, one.observed_by, exceptional(one));
  return [...batches.values()].flatMap(inParts);
};
