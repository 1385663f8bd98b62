import type { AttendanceOfStudent, Standing } from '@kull/attendance';
import { type Language, numberText } from '../kit/language';
import { pointsPageTexts } from '../points/points-texts';
import { attendanceTexts } from './attendance-texts';

const COLORS = { MET: 'success', SAFE: 'success', AT_RISK: 'warning', IMPOSSIBLE: 'danger' } as const;

/** The gravest last. */
const ORDER: readonly Standing['status'][] = ['MET', 'SAFE', 'AT_RISK', 'IMPOSSIBLE'];

/** What one award leaves room for, in words. */
const leftText = (language: Language, standing: Standing, isHalfDays: boolean): string => {
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

/** How much somebody was there, and how much more they can miss, for each award that asks for it. */
export const Attendance = ({ language, attendance }: { language: Language; attendance: AttendanceOfStudent }) => {
  const { title, counted, attended, status } = attendanceTexts[language];
  const { awards } = pointsPageTexts[language];
  const { countedIn, sessions, standings } = attendance;
  const isHalfDays = countedIn === 'HALF_DAYS';
  const inWords = isHalfDays ? counted.halfDays : counted.sessions;
  const gravest = [...standings].sort((one, other) => ORDER.indexOf(other.status) - ORDER.indexOf(one.status))[0];
  return (
    <div class="ds-card" data-color={gravest ? COLORS[gravest.status] : 'info'}>
      <div class="ds-card__block stack">
        <h3 class="ds-heading" data-size="xs">
          {title}
        </h3>
        {standings.map((standing) => (
          <p key={standing.award} class="ds-paragraph">
            <strong>
              {standings.length > 1 && `${awards[standing.award]}: `}
              {leftText(language, standing, isHalfDays)}
            </strong>{' '}
            <span class="ds-tag" data-color={COLORS[standing.status]}>
              {status[standing.status]}
            </span>
          </p>
        ))}
        <p class="ds-paragraph">{attended(sessions.attended, inWords(sessions.total))}</p>
      </div>
    </div>
  );
};
