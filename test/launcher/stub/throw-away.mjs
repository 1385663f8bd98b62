// A command with a service of its own: node throw-away.mjs '{"root", "folder"}'
import { join } from 'node:path';
import { main } from '../../../apps/launcher/main.mjs';
import { keysFolder, toolsFolder } from '../../../apps/launcher/paths.mjs';
import { progress } from '../../../apps/launcher/progress.mjs';
import { throwAwayService } from '../../../apps/launcher/throw-away.mjs';

const { root, folder } = JSON.parse(process.argv[2]);
const stub = (name) => join(import.meta.dirname, `${name}.cjs`);
await main(async () => {
  const own = await throwAwayService({
    root,
    dataRoot: folder,
    tools: toolsFolder(),
    keys: keysFolder(folder),
    entries: { migrate: stub('migrate'), api: stub('api'), worker: stub('worker') },
    report: progress(),
  });
  const { url } = await own.start();
  console.log(await (await fetch(url)).text());
  await new Promise((resolve) => process.stdin.resume().once('end', resolve));
  await own.stop();
  return 0;
});
