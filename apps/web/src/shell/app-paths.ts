/**
 * First parts of the addresses that the application of the staff answers to, besides `/` (apps/web/app/screens.ts), by
 * who else than administrators works there. Who sees what in a room, its operations decide.
 */
const rooms = {
  office: ['opptak', 'kull', 'bevis', 'leveringer', 'paminnelser', 'rapporter'],
  classes: ['klasser', 'personer'],
  credits: ['poeng'],
  assessing: ['vurdering'],
  watching: ['tilganger', 'logg'],
} as const;

const routesOf = (names: readonly string[]): string[] => names.flatMap((name) => [name, `${name}/*`]);

/** As the router wants them. */
export const appRoutes = {
  office: routesOf(rooms.office),
  classes: routesOf(rooms.classes),
  credits: routesOf(rooms.credits),
  assessing: routesOf(rooms.assessing),
  watching: routesOf(rooms.watching),
};

/** As the list of what is outside the API wants them. */
export const appPaths: string[] = Object.values(rooms)
  .flat()
  .flatMap((name) => [name, `${name}/*path`]);
