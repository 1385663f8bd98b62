import './door.css';
import { render } from 'preact';
import { lazy, Suspense } from 'preact/compat';
import { Route, Switch } from 'wouter-preact';
import { keepAppearance } from '../frame/appearance';
import { Staffed } from '../frame/staff';
import { Door } from './door';
import { ListScreen } from './list-screen';
import { SessionsScreen } from './sessions-screen';
import { SyncScreen } from './sync-screen';
import { AtDoor } from './use-door';

/** With what reads codes: loaded when somebody scans, and kept for when there is no network. */
const ScanScreen = lazy(() => import('./scan-screen'));

const account = (JSON.parse(document.body.dataset.staff!) as { readonly code: string }).code;

const start = async (): Promise<void> => {
  const door = await Door.open(account);
  render(
    <Staffed>
      <AtDoor door={door}>
        <Suspense fallback={null}>
          <Switch>
            <Route path="/oppmote" component={SessionsScreen} />
            <Route path="/oppmote/synk" component={SyncScreen} />
            <Route path="/oppmote/:class/:session" component={ListScreen} />
            <Route path="/oppmote/:class/:session/skann" component={ScanScreen} />
            <Route component={SessionsScreen} />
          </Switch>
        </Suspense>
      </AtDoor>
    </Staffed>,
    document.querySelector('#app')!,
  );
};

keepAppearance();
void start();
// Without a worker it works all the same, with a network.
void navigator.serviceWorker?.register('/oppmote/sw.js', { scope: '/oppmote' });
void navigator.storage?.persist?.();
