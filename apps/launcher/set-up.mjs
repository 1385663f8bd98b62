import { build, isBuilt } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { addressOf, withLock } from './lock.mjs';

/** Packages and build as the sources want them; does nothing when they are. */
export async function setUp(root, { phase }) {
  if (isInstalled(root) && isBuilt(root)) return;
  await withLock(addressOf('set-up', root), async () => {
    if (!isInstalled(root)) await phase('Packages (npm ci)', () => install(root));
    if (!isBuilt(root)) await phase('Build', () => build(root));
  });
}
