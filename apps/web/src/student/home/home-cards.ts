import { addDays, type Instant, type LocalDate, localDateInOslo } from '@kull/kernel';
import type { Meeting } from '@kull/teaching';
import type { ToldCredits, ToldRequirement } from '../../points/told-points';
import { missedSessions } from '../attendance-words';
import type { ToldCourse } from '../student-points';

/** How soon something has to be seen, the most urgent first. */
export const urgencies = ['urgent', 'important', 'info'] as const;
export type Urgency = (typeof urgencies)[number];

/** A day that is not to be missed. */
export interface Deadline {
  readonly kind: 'HAND_IN' | 'ASK_FOR_REASONS' | 'APPEAL' | 'EVIDENCE';
  /** What it is of: an exam, a gathering. */
  readonly of: string;
  readonly on: LocalDate;
  /** Absent: the whole of the day. */
  readonly at?: Instant;
}

/** What a student's home tells of, before it is said in a language. */
export type HomeCard =
  | { readonly kind: 'ATTENDANCE'; readonly urgency: Urgency; readonly course: ToldCourse }
  | { readonly kind: 'MEETING'; readonly urgency: Urgency; readonly meeting: Meeting }
  | {
      readonly kind: 'CREDITS';
      readonly urgency: Urgency;
      readonly course: ToldCourse;
      readonly award: 'coursePoints' | 'ectsCredits';
      readonly credits: ToldCredits;
    }
  | { readonly kind: 'DEADLINES'; readonly urgency: Urgency; readonly deadlines: readonly Deadline[] };

export interface HomeFacts {
  readonly courses: readonly ToldCourse[];
  /** The one that is on, or comes next. */
  readonly meeting?: Meeting;
  readonly deadlines: readonly Deadline[];
  readonly now: Instant;
}

/** So few half-days left to lose are worth a warning (ux.md 2.2: four of them). */
const FEW_LEFT = 4;
const URGENT_DAYS = 2;
const IMPORTANT_DAYS = 7;

/** What only the student can do. */
const OWN_ACTIONS = new Set([
  'GIVE_HPR_NUMBER',
  'CORRECT_HPR_NUMBER',
  'DOCUMENT_AUTHORISATION',
  'DECLARE_DONE',
  'WATCH_LECTURE',
  'ANSWER_EVALUATION',
]);

/** Whether the student is the one who can mend it. */
export const isOwnAction = ({ action }: ToldRequirement): boolean => action !== undefined && OWN_ACTIONS.has(action);

const untilDay = (day: LocalDate, today: LocalDate): Urgency => {
  if (day <= addDays(today, URGENT_DAYS)) return 'urgent';
  return day <= addDays(today, IMPORTANT_DAYS) ? 'important' : 'info';
};

const attendanceCards = (course: ToldCourse): readonly HomeCard[] => {
  const { attendance } = course;
  if (!attendance || attendance.sessions.open === 0) return [];
  const isScarce = attendance.standings.some(
    ({ status, sessionsLeftToLose }) =>
      status === 'AT_RISK' ||
      status === 'IMPOSSIBLE' ||
      (status === 'SAFE' && sessionsLeftToLose <= FEW_LEFT && missedSessions(attendance) > 0),
  );
  return isScarce ? [{ kind: 'ATTENDANCE', urgency: 'important', course }] : [];
};

const creditCards = (course: ToldCourse, today: LocalDate): readonly HomeCard[] =>
  (['coursePoints', 'ectsCredits'] as const).flatMap((award): readonly HomeCard[] => {
    const credits = course[award];
    if (!credits) return [];
    const { blocking } = credits;
    const urgency = blocking && isOwnAction(blocking) ? atLeastImportant(blocking, today) : 'info';
    return [{ kind: 'CREDITS', urgency, course, award, credits }];
  });

const atLeastImportant = ({ dueAt }: ToldRequirement, today: LocalDate): Urgency =>
  dueAt !== undefined && untilDay(dueAt.length > 10 ? localDateInOslo(dueAt) : dueAt, today) === 'urgent'
    ? 'urgent'
    : 'important';

/** What a student's home shows, the most urgent first; of equal urgency: attendance, where to be, credits, deadlines. */
export const homeCards = ({ courses, meeting, deadlines, now }: HomeFacts): readonly HomeCard[] => {
  const today = localDateInOslo(now);
  const coming = deadlines.filter(({ on }) => on >= today).sort((one, other) => (one.on < other.on ? -1 : 1));
  const cards: readonly HomeCard[] = [
    ...courses.flatMap(attendanceCards),
    ...(meeting ? [{ kind: 'MEETING', urgency: 'info', meeting } as const] : []),
    ...courses.flatMap((course) => creditCards(course, today)),
    ...(coming[0] ? [{ kind: 'DEADLINES', urgency: untilDay(coming[0].on, today), deadlines: coming } as const] : []),
  ];
  return urgencies.flatMap((urgency) => cards.filter((card) => card.urgency === urgency));
};
