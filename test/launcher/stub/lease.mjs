// Holds a lease until its input ends: node lease.mjs '{"launcher", "root", "folder", "fsync"}'
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { launcher, root, folder, fsync } = JSON.parse(process.argv[2]);
const from = (file) => import(pathToFileURL(join(launcher, file)).href);
const { dataFolder, toolsFolder } = await from('paths.mjs');
const { servers } = await from('servers.mjs');
try {
  const { databaseUrl, redisUrl, end } = await servers({
    folder: dataFolder('dev', folder),
    root,
    tools: toolsFolder(),
    database: 'postgres',
    fsync,
    say: console.error,
  });
  console.log(JSON.stringify({ databaseUrl, redisUrl }));
  process.stdin.resume().once('end', async () => {
    await end();
    process.exit(0);
  });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
