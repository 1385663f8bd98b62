import type { Facts } from './facts';

/** One thing that was looked at. */
export interface Finding {
  readonly state: 'ok' | 'worse' | 'wrong';
  readonly what: string;
  /** What a person can do about it. */
  readonly todo?: string;
}

const ok = (what: string): Finding => ({ state: 'ok', what });
const wrong = (what: string, todo: string): Finding => ({ state: 'wrong', what, todo });

const isAtLeast = (version: string, wanted: string): boolean => {
  const have = version.split('.').map(Number);
  const least = wanted.replace(/^\D+/, '').split('.').map(Number);
  for (const [i, part] of least.entries()) if (have[i] !== part) return (have[i] ?? 0) > part;
  return true;
};

const folderFinding = ({ path, exists, mode, writable }: Facts['folders'][number]): Finding => {
  if (!exists) return ok(`${path} finnes ikke ennå, og lages ved behov`);
  if (!writable) return wrong(`${path} kan ikke skrives til`, `Gi brukeren din skriverett: chown -R "$USER" ${path}`);
  if (path.endsWith('keys') && mode !== undefined && Number.parseInt(mode, 8) % 0o100 !== 0)
    return wrong(`${path} er åpen for andre brukere`, `Steng den: chmod 700 ${path}`);
  return ok(`${path} kan brukes`);
};

/** `npm start` has a sink of its own outside production; in production mail waits until there is a server. */
const mailFindings = ({ server, production }: Facts['mail']): readonly Finding[] => {
  if (server) return [ok('E-post: KULL_SMTP_URL')];
  return production
    ? [wrong('Ingen e-post kan sendes: KULL_SMTP_URL er ikke satt', 'Sett KULL_SMTP_URL og KULL_MAIL_FROM')]
    : [ok('E-post: blir på maskinen, se /utboks')];
};

/** What the facts mean for somebody who wants to start the service. */
export const findingsOf = (facts: Facts): readonly Finding[] => {
  const runs = facts.running.some(({ service }) => service !== null);
  return [
    isAtLeast(facts.node.version, facts.node.wanted)
      ? ok(`Node ${facts.node.version}`)
      : wrong(`Node ${facts.node.version} er for gammel`, `Installer Node ${facts.node.wanted}`),
    facts.packages.installed
      ? ok('Pakkene er installert')
      : { state: 'worse', what: 'Pakkene er ikke dem i package-lock.json', todo: 'npm start installerer dem' },
    facts.build.upToDate
      ? ok('Bygget er ferskt')
      : { state: 'worse', what: 'Bygget er eldre enn kilden', todo: 'npm start bygger på nytt' },
    facts.postgres.from
      ? ok(`PostgreSQL: ${facts.postgres.from}`)
      : wrong(`PostgreSQL: ${facts.postgres.problem ?? 'finnes ikke'}`, 'Sett DATABASE_URL til en PostgreSQL-tjener'),
    facts.redis.from
      ? ok(`Redis: ${facts.redis.from}`)
      : {
          state: 'worse',
          what: facts.redis.problem ?? 'Redis finnes ikke; køen bruker PostgreSQL',
          todo: 'Raskere kø: installer valkey-server eller redis-server, eller sett REDIS_URL',
        },
    ...mailFindings(facts.mail),
    ...facts.folders.map(folderFinding),
    ...facts.ports.map(({ port, free }) =>
      free || runs ? ok(`Port ${port}`) : wrong(`Port ${port} er opptatt`, 'Velg en annen: PORT=3100 npm start'),
    ),
  ];
};
