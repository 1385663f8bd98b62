import type { FunctionComponent } from 'preact';
import { Link } from 'wouter-preact';
import { Page } from '../../kit/page';
import { useUrlState } from '../../kit/url-state';
import { Addresses } from './addresses';
import { Coming } from './coming';
import { Ledger, Stuck } from './ledger';
import { Plans } from './plans';
import { t } from './reminder-texts';

type View = keyof typeof t.views;

const views: Readonly<Record<View, FunctionComponent>> = {
  kalender: Coming,
  uavklart: Stuck,
  sendt: Ledger,
  adresser: Addresses,
  planer: Plans,
};

const isView = (text: string | undefined): text is View => text !== undefined && text in views;

/** What goes out by itself: what comes, what was sent, what somebody has to look at, and what is reminded of. */
const Reminders = () => {
  const [given] = useUrlState('vis');
  const view = isView(given) ? given : 'kalender';
  const Shown = views[view];
  return (
    <Page title={t.title}>
      <nav class="views" aria-label={t.title}>
        {Object.entries(t.views).map(([key, name]) => (
          <Link
            key={key}
            class="ds-link"
            href={key === 'kalender' ? '/paminnelser' : `/paminnelser?vis=${key}`}
            aria-current={key === view ? 'page' : undefined}
          >
            {name}
          </Link>
        ))}
      </nav>
      <Shown />
    </Page>
  );
};

export default Reminders;
