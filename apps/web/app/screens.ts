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
  { path: '/opptak/:code/habilitet', screen: lazy(() => import('./screens/intakes/impartiality')) },
  { path: '/opptak/:code/runder', screen: lazy(() => import('./screens/intakes/rounds')) },
  { path: '/kull', screen: lazy(() => import('./screens/planning/cohorts')) },
  { path: '/kull/:cohort', screen: lazy(() => import('./screens/planning/cohort')) },
  { path: '/kull/:cohort/utkast', screen: lazy(() => import('./screens/planning/draft')) },
  { path: '/vurdering', screen: lazy(() => import('./screens/assessing/intakes')) },
  { path: '/vurdering/:code', screen: lazy(() => import('./screens/assessing/work')) },
  { path: '/vurdering/:code/:no', screen: lazy(() => import('./screens/assessing/application')) },
  { path: '/logg', screen: lazy(() => import('./screens/log/log')) },
  { path: '/logg/stoppet', screen: lazy(() => import('./screens/log/set-aside-jobs')) },
  { path: '/logg/innsyn', screen: lazy(() => import('./screens/log/reads')) },
  { path: '/klasser', screen: lazy(() => import('./screens/classes/classes')) },
  { path: '/personer/:key', screen: lazy(() => import('./screens/persons/person')) },
  { path: '/tilganger', screen: lazy(() => import('./screens/accounts/accounts')) },
  { path: '/rapporter', screen: lazy(() => import('./screens/reports/reports')) },
  { path: '/paminnelser', screen: lazy(() => import('./screens/reminders/reminders')) },
  { path: '/klasser/:cohort/:class/oppmote', screen: lazy(() => import('./screens/attendance/attendance')) },
  // After all others that begin with /klasser: it takes any two parts.
  { path: '/klasser/:cohort/:class', screen: lazy(() => import('./screens/classes/roster')) },
  { path: '/poeng', screen: lazy(() => import('./screens/credits/credits')) },
  { path: '/poeng/:class', screen: lazy(() => import('./screens/credits/class-credits')) },
  { path: '/poeng/:class/resultater', screen: lazy(() => import('./screens/credits/results')) },
  { path: '/poeng/:class/rettelser', screen: lazy(() => import('./screens/credits/corrections')) },
  { path: '/bevis', screen: lazy(() => import('./screens/certificates/certificates')) },
  { path: '/bevis/:no', screen: lazy(() => import('./screens/certificates/certificate')) },
  { path: '/leveringer', screen: lazy(() => import('./screens/deliveries/deliveries')) },
  { path: '/leveringer/utkast/:id', screen: lazy(() => import('./screens/deliveries/draft')) },
  { path: '/leveringer/:id', screen: lazy(() => import('./screens/deliveries/delivery')) },
];
