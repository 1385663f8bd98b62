import { main } from './main.mjs';
import { dataFolder, entries, repository, toolsFolder } from './paths.mjs';
import { show } from './programs.mjs';
import { progress } from './progress.mjs';
import { servers } from './servers.mjs';
import { setUp } from './set-up.mjs';

const report = progress({ stream: process.stderr });
await main(async () => {
  await setUp(repository, report);
  // Servers of its own, whatever the environment names: they are emptied, stopped and killed.
  const up = await report.phase('PostgreSQL and Redis, to be broken', () =>
    servers({
      folder: dataFolder('faults'),
      root: repository,
      tools: toolsFolder(),
      database: 'postgres',
      fsync: true,
      env: { ...process.env, DATABASE_URL: '', REDIS_URL: '' },
      say: report.say,
    }),
  );
  if (!up.redisUrl) throw new Error('There is no Redis to empty here; set EMBEDDED_REDIS=deb or install redis-server.');
  const env = { ...process.env, NODE_ENV: 'test', TEST_DATABASE_URL: up.databaseUrl, REDIS_URL: up.redisUrl };
  const code = await show([process.execPath, entries.faults, ...process.argv.slice(2)], { env, cwd: repository });
  await up.end();
  return code;
});
