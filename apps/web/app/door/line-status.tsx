import { Link } from 'wouter-preact';
import { clockTime } from '../kit/dates';
import { waitingOf } from './door';
import { t } from './texts';
import { useDoor } from './use-door';

/** How the device stands with the service, in a line that leads to the rest of it. */
export const LineStatus = () => {
  const [, state] = useDoor();
  const waiting = waitingOf(state);
  const refused = state.orders.filter(({ progress }) => progress.at === 'refused').length;
  const { isOnline, offlineSince, isLoggedOut } = state.line;
  const kind = isLoggedOut || refused > 0 ? 'warning' : isOnline ? 'success' : 'info';
  return (
    <Link class="line" href="/oppmote/synk" data-kind={kind}>
      <span aria-hidden="true">{isOnline ? '●' : '○'}</span>{' '}
      {isOnline ? t.online : `${t.offlineSince} ${offlineSince ? clockTime(offlineSince) : ''}`} ·{' '}
      {waiting > 0 ? t.queued(waiting) : t.allSent}
      {refused > 0 && ` · ⚠ ${refused}`}
      <span aria-hidden="true"> ›</span>
    </Link>
  );
};

/** Says that the session ran out, and leads to the log-in and back. */
export const LoggedOutNote = () => {
  const [, { line }] = useDoor();
  if (!line.isLoggedOut) return null;
  const to = new URLSearchParams({ til: globalThis.location.pathname });
  return (
    <div class="ds-alert" data-color="warning" role="alert">
      {t.loggedOut}{' '}
      <a class="ds-link" href={`/logg-inn?${to}`}>
        {t.logIn}
      </a>
    </div>
  );
};
