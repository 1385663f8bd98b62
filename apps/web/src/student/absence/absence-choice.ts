import type { OwnAbsence } from '@kull/attendance';
import { addDays, type Instant, instantInOslo, localDateInOslo } from '@kull/kernel';
import type { Meeting, OwnClass } from '@kull/teaching';

/** Absence from what is over is told afterwards too, for so many days. */
const DAYS_BACK = 14;

/** A session that may be missed. */
export interface SessionChoice {
  readonly code: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** A report that stands covers it. */
  readonly isTold: boolean;
}

/** A gathering, or the sessions of a course that has none, to choose sessions of. */
export interface ChoiceGroup {
  readonly key: string;
  readonly classId: string;
  readonly title: string;
  readonly classCode: string;
  readonly sessions: readonly SessionChoice[];
}

const endOf = ({ startsAt, halfHours }: Meeting['sessions'][number]): Instant =>
  new Date(Date.parse(startsAt) + halfHours * 1_800_000).toISOString();

const groupsOfClass = (
  { classId, plan, meetings }: OwnClass,
  told: ReadonlySet<string>,
  since: Instant,
): readonly ChoiceGroup[] => {
  const groups = new Map<string, ChoiceGroup>();
  for (const meeting of meetings.filter(({ endsAt }) => endsAt >= since)) {
    const key = `${classId}/${meeting.gathering ?? 'course'}`;
    const title = meeting.gathering === undefined ? plan.programme.title : meeting.title;
    const group = groups.get(key) ?? { key, classId, title, classCode: plan.code, sessions: [] };
    const sessions = meeting.sessions.map((session) => ({
      code: session.code,
      title: session.title,
      startsAt: session.startsAt,
      endsAt: endOf(session),
      isTold: told.has(session.code),
    }));
    groups.set(key, { ...group, sessions: [...group.sessions, ...sessions] });
  }
  return [...groups.values()];
};

/** What a student may report absence from: what is to come, and what was over a short while ago. */
export const choicesIn = (
  classes: readonly OwnClass[],
  absences: readonly OwnAbsence[],
  now: Instant,
): readonly ChoiceGroup[] => {
  const since = instantInOslo(addDays(localDateInOslo(now), -DAYS_BACK));
  return classes
    .filter(({ isOpen }) => isOpen)
    .flatMap((own) => {
      const standing = absences.filter(
        ({ classId, status }) => classId === own.classId && (status === 'REPORTED' || status === 'EXCUSED'),
      );
      return groupsOfClass(own, new Set(standing.flatMap(({ sessions }) => sessions)), since);
    });
};

/** The group that was asked for, else the first that is not over. */
export const chosenOf = (groups: readonly ChoiceGroup[], key: unknown, now: Instant): ChoiceGroup | undefined =>
  groups.find((group) => group.key === key) ??
  groups.find(({ sessions }) => sessions.some(({ endsAt }) => endsAt > now)) ??
  groups.at(-1);
