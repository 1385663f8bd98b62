import { Link } from 'wouter-preact';
import type { ComingOverview, Overview } from '../../../../api/src/overview/overview';
import { clockTime, dayInOslo, shortDay } from '../../kit/dates';
import { Card } from './card';
import { t } from './dashboard-texts';

const SHOWN = 6;

const Place = ({ classCode, intake, gathering, session, rooms }: ComingOverview) => (
  <>
    <Link class="ds-link" href={`/klasser/${intake ?? classCode}/${classCode}`}>
      {classCode}
    </Link>{' '}
    {gathering === null ? session : `${t.gathering} ${gathering}`}
    {rooms.length > 0 && `, ${rooms.join(', ')}`}
  </>
);

const days = ({ startsAt, endsAt }: ComingOverview): string => {
  const [first, last] = [dayInOslo(startsAt), dayInOslo(endsAt)];
  return first === last ? `${shortDay(first)} ${clockTime(startsAt)}` : `${shortDay(first)}–${shortDay(last)}`;
};

const isOn = (day: string, { startsAt, endsAt }: ComingOverview): boolean =>
  dayInOslo(startsAt) <= day && day <= dayInOslo(endsAt);

/** What is taught today, and what comes next. */
export const Days = ({ overview: { coming = [], now } }: { readonly overview: Overview }) => {
  const today = dayInOslo(now);
  const current = coming.filter((one) => isOn(today, one));
  const later = coming.filter((one) => !isOn(today, one)).slice(0, SHOWN);
  return (
    <Card title={`${t.today}, ${shortDay(today)}`}>
      {current.length === 0 && <p class="ds-paragraph">{t.nothingToday}</p>}
      <ul class="queue">
        {current.map((one) => (
          <li key={one.classId + one.session}>
            <span>
              <Place {...one} />
            </span>
            <a class="ds-button" data-variant="secondary" href={`/oppmote/${one.classId}/${one.session}`}>
              {t.attend}
            </a>
          </li>
        ))}
      </ul>
      <h3 class="ds-heading" data-size="2xs">
        {t.coming}
      </h3>
      {later.length === 0 && <p class="ds-paragraph">{t.nothingComing}</p>}
      <ul class="queue">
        {later.map((one) => (
          <li key={one.classId + one.session}>
            <span class="when">{days(one)}</span>
            <span>
              <Place {...one} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
