import { lease } from './lease.mjs';
import { addressOf, isHeld } from './lock.mjs';
import { redisChoices } from './redis-program.mjs';

/**
 * The servers to use: those that DATABASE_URL and REDIS_URL name, and embedded ones for what they do not.
 * redisUrl is null when the queue has to run on PostgreSQL; redisRemark says why.
 */
export async function servers({ folder, root, tools, database, fsync, env = process.env, say, onChange, onLost }) {
  const only = env.EMBEDDED_REDIS || null;
  if (only && !redisChoices.includes(only))
    throw new Error(`EMBEDDED_REDIS is one of ${redisChoices.join(', ')}, not ${only}.`);
  const given = { databaseUrl: env.DATABASE_URL || null, redisUrl: env.REDIS_URL || null };
  if (given.databaseUrl && given.redisUrl)
    return { ...given, remark: 'DATABASE_URL and REDIS_URL', release() {}, async end() {} };

  const urls = (facts) => ({
    databaseUrl: given.databaseUrl ?? withDatabase(facts.databaseUrl, database),
    redisUrl: given.redisUrl ?? facts.redisUrl,
  });
  const { facts, release, end } = await lease({
    folder,
    root,
    tools,
    fsync,
    postgres: !given.databaseUrl,
    redis: given.redisUrl ? null : { only },
    say,
    onChange: (changed) => onChange?.(urls(changed)),
    onLost,
  });
  const found = urls(facts);
  const remark = found.redisUrl && facts.redisRemark ? `Redis: ${facts.redisRemark}` : '';
  if (!found.redisUrl) say(facts.redisRemark);
  return { ...found, remark, release, end };
}

export const areUp = (folder) => isHeld(addressOf('servers', folder));

const withDatabase = (url, name) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
