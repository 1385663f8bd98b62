import { runCommand } from './command.mjs';
import { main } from './main.mjs';
import { dataRoot, entries, repository } from './paths.mjs';
import { progress } from './progress.mjs';
import { setUp } from './set-up.mjs';

// The command's own output is on stdout; what the launcher has to say is not part of it.
const report = progress({ stream: process.stderr, quiet: true });
await main(async () => {
  await setUp(repository, report);
  return runCommand(process.argv.slice(2), { root: repository, dataRoot, entries, report });
});
