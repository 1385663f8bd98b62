// Unpacks a package and wraps a program of it: node unpack.mjs '{"package", "program", "folder", "aptOptions"}'
import { join } from 'node:path';
import { unpackDebian } from '../../../apps/launcher/debian.mjs';
import { main } from '../../../apps/launcher/main.mjs';
import { wrap } from '../../../apps/launcher/tools.mjs';

const { package: name, program, folder, aptOptions } = JSON.parse(process.argv[2]);
await main(async () => {
  const tree = join(folder, name);
  await unpackDebian([name], tree, { note: console.log, aptOptions });
  wrap(program, tree, folder);
  return 0;
});
