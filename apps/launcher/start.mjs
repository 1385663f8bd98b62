import { main } from './main.mjs';
import { dataFolder, entries, keysFolder, repository, toolsFolder } from './paths.mjs';
import { progress } from './progress.mjs';
import { serve } from './serve.mjs';
import { setUp } from './set-up.mjs';

const report = progress();
await main(async () => {
  await setUp(repository, report);
  return serve({
    root: repository,
    folder: dataFolder('dev'),
    tools: toolsFolder(),
    keys: keysFolder(),
    entries,
    wantedPort: Number(process.env.PORT || 3000),
    baseUrl: process.env.KULL_BASE_URL,
    report,
  });
});
