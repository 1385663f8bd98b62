import { Suspense } from 'preact/compat';
import { Route, Switch } from 'wouter-preact';
import { Frame } from './frame/frame';
import { Palette } from './palette/palette';
import { screens } from './screens';
import { NotFound } from './screens/not-found';

/** The application: the frame, and in it the screen of the address. */
export const App = () => (
  <Frame search={<Palette />}>
    <Suspense fallback={null}>
      <Switch>
        {screens.map(({ path, screen }) => (
          <Route key={path} path={path} component={screen} />
        ))}
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  </Frame>
);
