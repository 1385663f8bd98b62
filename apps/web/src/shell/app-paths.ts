/** First parts of the addresses that the administrators' application answers to, besides `/` (apps/web/app/routes.ts). */
const ROOMS = [
  'opptak',
  'klasser',
  'personer',
  'oppmote',
  'poeng',
  'bevis',
  'leveringer',
  'paminnelser',
  'rapporter',
  'logg',
];

export const appPaths: string[] = ROOMS.flatMap((room) => [room, `${room}/*path`]);
