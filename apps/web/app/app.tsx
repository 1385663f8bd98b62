import { lazy, Suspense } from 'preact/compat';
import { Route, Switch } from 'wouter-preact';
import { Frame } from './frame/frame';
import { NotFound } from './screens/not-found';

const Dashboard = lazy(() => import('./screens/dashboard/dashboard'));

/** The screens by address. Each is loaded when it is gone to. */
export const App = () => (
  <Frame search={null}>
    <Suspense fallback={null}>
      <Switch>
        <Route path="/" component={Dashboard} />
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  </Frame>
);
