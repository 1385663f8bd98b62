import { main } from './main.mjs';
import { dataFolder, entries, keysFolder, repository, toolsFolder } from './paths.mjs';
import { show } from './programs.mjs';
import { progress } from './progress.mjs';
import { servers } from './servers.mjs';
import { setUp } from './set-up.mjs';
import { findTools, provideTools } from './tools.mjs';

const report = progress({ stream: process.stderr });
await main(async () => {
  await setUp(repository, report);
  const up = await report.phase('PostgreSQL (fsync on) and Redis', () =>
    servers({
      folder: dataFolder('bench'),
      root: repository,
      tools: toolsFolder(),
      database: 'postgres',
      fsync: true,
      say: report.say,
    }),
  );
  await report.phase('Chromium', () => provideTools(['chromium'], toolsFolder(), report.say));
  const env = { ...process.env, DATABASE_URL: up.databaseUrl, KULL_KEYS: keysFolder() };
  if (up.redisUrl) env.REDIS_URL = up.redisUrl;
  env.KULL_CHROMIUM ||= findTools(toolsFolder()).chromium ?? '';
  const code = await show([process.execPath, entries.bench, ...process.argv.slice(2)], { env });
  await up.end();
  return code;
});
