import { useEffect } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { SessionOfDay } from '../../../../libs/attendance/src/http/sessions-of-day.controller';
import { LogOut } from '../frame/log-out';
import { useIsAdministrator } from '../frame/staff';
import { clockTime, longDay } from '../kit/dates';
import { Page } from '../kit/page';
import { inLanguage } from '../kit/texts';
import { useUrlState } from '../kit/url-state';
import { registerKey, rosterKey } from './kept';
import { LineStatus, LoggedOutNote } from './line-status';
import { t as common } from './texts';
import { useDoor } from './use-door';

const t = inLanguage({
  nb: {
    day: 'Dag',
    none: 'Ingen økter denne dagen.',
    next: 'Neste dag med økter:',
    marked: 'merket',
    of: 'av',
    locked: 'Låst',
    kept: 'Kan åpnes uten nett',
    notFetched: 'Øktene er ikke hentet. Gå på nett, og åpne siden igjen.',
    office: 'Til kontoret',
    disputed: (n: number) => `${n} uenighet`,
  },
  nn: {
    day: 'Dag',
    none: 'Ingen økter denne dagen.',
    next: 'Neste dag med økter:',
    marked: 'merkte',
    of: 'av',
    locked: 'Låst',
    kept: 'Kan opnast utan nett',
    notFetched: 'Øktene er ikkje henta. Gå på nett, og opne sida igjen.',
    office: 'Til kontoret',
    disputed: (n: number) => `${n} usemje`,
  },
  en: {
    day: 'Day',
    none: 'No sessions on this day.',
    next: 'The next day with sessions:',
    marked: 'marked',
    of: 'of',
    locked: 'Locked',
    kept: 'Opens without a network',
    notFetched: 'The sessions have not been fetched. Go online, and open the page again.',
    office: 'To the office',
    disputed: (n: number) => `${n} disagreement${n === 1 ? '' : 's'}`,
  },
});

/** A session, as its register was seen last on this device, or else as the day said. */
const SessionLink = ({ of }: { readonly of: SessionOfDay }) => {
  const [, { registers, rosters }] = useDoor();
  const { class: inClass, session, title, startsAt, endsAt, room, gathering } = of;
  const register = registers.get(registerKey({ classId: inClass.id, session }));
  const { expected, unmarked, status, conflicts } = register ?? of;
  return (
    <li>
      <Link class="session" href={`/oppmote/${inClass.id}/${session}`}>
        <strong>
          {clockTime(startsAt)}–{clockTime(endsAt)} {inClass.code}
        </strong>
        <span>{[title, room].filter(Boolean).join(' · ')}</span>
        <span class="subtle">
          {expected - unmarked} {t.of} {expected} {t.marked}
          {status === 'locked' && ` · ■ ${t.locked}`}
          {conflicts > 0 && ` · ⚠ ${t.disputed(conflicts)}`}
          {register && rosters.has(rosterKey(inClass.id, gathering)) && ` · ${t.kept}`}
        </span>
      </Link>
    </li>
  );
};

/** Where to stand today: every session is one tap away. */
export const SessionsScreen = () => {
  const [door, { day, line }] = useDoor();
  const [asked, ask] = useUrlState('dag');
  const isAdministrator = useIsAdministrator();
  useEffect(() => {
    void door.watch(undefined);
    void door.fetchDay(asked);
  }, [asked]);
  const shown = day && (asked === undefined || day.on === asked || !line.isOnline) ? day : undefined;
  return (
    <main class="door">
      <Page title={common.attendance}>
        <LineStatus />
        <LoggedOutNote />
        {shown && (
          <h2 class="ds-heading" data-size="xs">
            {longDay(shown.on)}
          </h2>
        )}
        {!shown && !line.isOnline && <p class="empty">{t.notFetched}</p>}
        {shown && shown.data.length === 0 && (
          <p class="empty">
            {t.none}{' '}
            {shown.nextOn && (
              <>
                {t.next}{' '}
                <a class="ds-link" href={`?dag=${shown.nextOn}`}>
                  {longDay(shown.nextOn)}
                </a>
              </>
            )}
          </p>
        )}
        <ul class="sessions">
          {shown?.data.map((one) => (
            <SessionLink key={`${one.class.id}/${one.session}`} of={one} />
          ))}
        </ul>
        <div class="field-line">
          <label class="ds-label" for="dag">
            {t.day}
          </label>
          <input
            id="dag"
            type="date"
            class="ds-input"
            value={asked ?? shown?.on ?? ''}
            onChange={({ currentTarget }) => ask(currentTarget.value || undefined)}
          />
        </div>
        <div class="acts">
          {isAdministrator && (
            <a class="ds-button" data-variant="tertiary" href="/">
              {t.office}
            </a>
          )}
          <LogOut />
        </div>
      </Page>
    </main>
  );
};
