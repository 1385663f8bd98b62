// npm start on stubs: node start.mjs '{"root", "folder", "port"}'
import { join } from 'node:path';
import { main } from '../../../apps/launcher/main.mjs';
import { dataFolder, keysFolder, toolsFolder } from '../../../apps/launcher/paths.mjs';
import { progress } from '../../../apps/launcher/progress.mjs';
import { serve } from '../../../apps/launcher/serve.mjs';

const { root, folder, port } = JSON.parse(process.argv[2]);
const stub = (name) => join(import.meta.dirname, `${name}.cjs`);
await main(() =>
  serve({
    root,
    folder: dataFolder('dev', folder),
    tools: toolsFolder(),
    keys: keysFolder(folder),
    entries: Object.fromEntries(
      ['migrate', 'api', 'worker', 'sink', 'story-login', 'cli'].map((name) => [name, stub(name)]),
    ),
    wantedPort: port,
    report: progress(),
  }),
);
