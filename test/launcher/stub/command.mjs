// npm run kull on stubs: node command.mjs '{"root", "folder"}' words…
import { join } from 'node:path';
import { runCommand } from '../../../apps/launcher/command.mjs';
import { main } from '../../../apps/launcher/main.mjs';
import { progress } from '../../../apps/launcher/progress.mjs';

const { root, folder } = JSON.parse(process.argv[2]);
const entries = Object.fromEntries(
  ['migrate', 'api', 'worker', 'sink', 'cli'].map((name) => [name, join(import.meta.dirname, `${name}.cjs`)]),
);
const report = progress({ stream: process.stderr, quiet: true });
await main(() => runCommand(process.argv.slice(3), { root, dataRoot: folder, entries, report }));
