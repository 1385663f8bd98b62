import type { AttendanceOfStudent } from '@kull/attendance';
import type { Language } from '../kit/language';
import { pointsPageTexts } from '../points/points-texts';
import { attendanceTexts } from './attendance-texts';
import { gravestOf, leftText } from './attendance-words';

const COLORS = { MET: 'success', SAFE: 'success', AT_RISK: 'warning', IMPOSSIBLE: 'danger' } as const;

/** How much somebody was there, and how much more they can miss, for each award that asks for it. */
export const Attendance = ({ language, attendance }: { language: Language; attendance: AttendanceOfStudent }) => {
  const { title, counted, attended, status } = attendanceTexts[language];
  const { awards } = pointsPageTexts[language];
  const { countedIn, sessions, standings } = attendance;
  const isHalfDays = countedIn === 'HALF_DAYS';
  const inWords = isHalfDays ? counted.halfDays : counted.sessions;
  const gravest = gravestOf(standings);
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

/** What stands before all else when attendance can go wrong, or has. */
export const AttendanceWarning = ({
  language,
  attendance,
}: {
  language: Language;
  attendance: AttendanceOfStudent;
}) => {
  const gravest = gravestOf(attendance.standings);
  if (!gravest) return null;
  return (
    <p class="ds-alert" data-color={COLORS[gravest.status]} data-size="sm">
      <span>
        <strong>{attendanceTexts[language].status[gravest.status]}:</strong>{' '}
        {leftText(language, gravest, attendance.countedIn === 'HALF_DAYS')}
      </span>
    </p>
  );
};
