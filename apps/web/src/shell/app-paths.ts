/** First parts of the addresses that the administrators' application answers to, besides `/` (apps/web/app/routes.ts). */
const ROOMS = [
  'opptak',
  'kull',
  'klasser',
  'personer',
  'poeng',
  'bevis',
  'leveringer',
  'paminnelser',
  'rapporter',
  'tilganger',
  'logg',
];

/** As the router wants them. */
export const appRoutes: string[] = ROOMS.flatMap((room) => [room, `${room}/*`]);

/** As the list of what is outside the API wants them. */
export const appPaths: string[] = ROOMS.flatMap((room) => [room, `${room}/*path`]);
