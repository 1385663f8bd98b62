import type { FunctionComponent } from 'preact';
import { lazy } from 'preact/compat';

interface Screen {
  /** As wouter reads it: `/klasser/:code`; the screen asks `useParams`. */
  readonly path: string;
  readonly screen: FunctionComponent;
}

/** The screens by address; each is loaded when it is gone to. Rooms that have addresses are in src/shell/app-paths.ts. */
export const screens: readonly Screen[] = [
  { path: '/', screen: lazy(() => import('./screens/dashboard/dashboard')) },
  { path: '/opptak', screen: lazy(() => import('./screens/intakes/intake-list')) },
  { path: '/opptak/:code', screen: lazy(() => import('./screens/intakes/intake')) },
  { path: '/opptak/:code/soknader', screen: lazy(() => import('./screens/intakes/applications')) },
  { path: '/opptak/:code/rangering', screen: lazy(() => import('./screens/intakes/ranking')) },
  { path: '/opptak/:code/runder', screen: lazy(() => import('./screens/intakes/rounds')) },
];
