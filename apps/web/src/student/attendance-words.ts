import type { AttendanceOfStudent, Standing } from '@kull/attendance';
import { type Language, numberText } from '../kit/language';
import { attendanceTexts } from './attendance-texts';

/** The gravest last. */
const ORDER: readonly Standing['status'][] = ['MET', 'SAFE', 'AT_RISK', 'IMPOSSIBLE'];

/** The standing to tell of first; undefined where no award asks for attendance. */
export const gravestOf = (standings: readonly Standing[]): Standing | undefined =>
  [...standings].sort((one, other) => ORDER.indexOf(other.status) - ORDER.indexOf(one.status))[0];

/** How many sessions are over that the student was at no part of. */
export const missedSessions = ({
  sessions: { total, attended, open },
}: Pick<AttendanceOfStudent, 'sessions'>): number => Math.max(0, total - attended - open);

/** What one award leaves room for, in words. */
export const leftText = (language: Language, standing: Standing, isHalfDays: boolean): string => {
  const texts = attendanceTexts[language];
  const { status, leftToLose, sessionsLeftToLose } = standing;
  const hours = texts.hours(numberText(language, leftToLose / 2));
  switch (status) {
    case 'MET':
      return texts.met;
    case 'SAFE':
      return texts.safe(isHalfDays ? texts.counted.halfDays(sessionsLeftToLose) : hours);
    case 'AT_RISK':
      return leftToLose === 0 ? texts.nothingToLose : texts.lessThanOne(hours, isHalfDays);
    case 'IMPOSSIBLE':
      return texts.impossible;
  }
};

/** «Du har vært borte 7 halvdager og kan være borte 4 til.» */
export const missedAndLeftText = (language: Language, attendance: AttendanceOfStudent, standing: Standing): string => {
  const { counted, missed, missedAndLeft } = attendanceTexts[language];
  const isHalfDays = attendance.countedIn === 'HALF_DAYS';
  const count = missedSessions(attendance);
  const left = leftText(language, standing, isHalfDays);
  if (count === 0) return left;
  const away = (isHalfDays ? counted.halfDays : counted.sessions)(count);
  return standing.status === 'SAFE' && isHalfDays
    ? missedAndLeft(away, standing.sessionsLeftToLose)
    : `${missed(away)} ${left}`;
};

/** Whether somebody has to be told before anything else: it can go wrong, or has. */
export const isAtRisk = ({ standings, sessions }: AttendanceOfStudent): boolean =>
  sessions.open > 0 && standings.some(({ status }) => status === 'AT_RISK' || status === 'IMPOSSIBLE');
