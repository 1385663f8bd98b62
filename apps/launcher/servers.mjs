import { lease } from './lease.mjs';
import { addressOf, isHeld } from './lock.mjs';
import { redisChoices } from './redis-program.mjs';

/**
 * The servers to use: those that DATABASE_URL and REDIS_URL name, and embedded ones for what they do not.
 * redisUrl is null when the queue has to run on PostgreSQL, which is said.
 */
export async function servers({
  folder,
  root,
  tools,
  database,
  fsync,
  redis = true,
  env = process.env,
  say,
  onChange,
  onLost,
}) {
  const only = env.EMBEDDED_REDIS || null;
  if (only && !redisChoices.includes(only))
    throw new Error(`EMBEDDED_REDIS is one of ${redisChoices.join(', ')}, not ${only}.`);
  const wanted = { postgres: !env.DATABASE_URL, redis: redis && !env.REDIS_URL ? { only } : null };
  const urls = (facts) => ({
    databaseUrl: wanted.postgres ? withDatabase(facts.databaseUrl, database) : env.DATABASE_URL,
    redisUrl: wanted.redis ? facts.redisUrl : env.REDIS_URL,
  });
  if (!wanted.postgres && !wanted.redis)
    return { ...urls({}), remark: 'as DATABASE_URL and REDIS_URL say', release() {}, async end() {} };

  const { facts, release, end } = await lease({
    folder,
    root,
    tools,
    fsync,
    ...wanted,
    say,
    onChange: (changed) => onChange?.(urls(changed)),
    onLost,
  });
  if (wanted.redis && !facts.redisUrl) say(facts.redisRemark);
  return { ...urls(facts), remark: (facts.redisUrl && facts.redisRemark) || undefined, release, end };
}

export const areUp = (folder) => isHeld(addressOf('servers', folder));

const withDatabase = (url, name) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
