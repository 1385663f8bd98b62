import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ServedLogin, storyLogin } from './server';
import { storyPersonsIn } from './story-persons';

const setting = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
};

/** Persons of a test, or those of the demonstration. */
const persons = async () => {
  const { KULL_STORY_PERSONS } = process.env;
  return KULL_STORY_PERSONS
    ? JSON.parse(readFileSync(KULL_STORY_PERSONS, 'utf8'))
    : storyPersonsIn(join(__dirname, '../../cli/demo'));
};

const main = async (): Promise<void> => {
  if (process.env.NODE_ENV === 'production') throw new Error('Anybody may be anybody here: not in production');
  const logins = JSON.parse(readFileSync(setting('KULL_LOGINS'), 'utf8')) as readonly ServedLogin[];
  const server = await storyLogin(setting('KULL_BASE_URL').replace(/\/+$/, ''), logins, await persons());
  const stop = (): void => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // The launcher is gone, and so are we.
  process.once('disconnect', stop);
  server.listen(Number(setting('KULL_STORY_PORT')), '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.send?.({ ready: true, url: `http://127.0.0.1:${port}` });
  });
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The log-in did not start'}\n`);
  process.exit(1);
});
