import { fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientKey, LoginSettings } from '@kull/access';
import type { StoryPerson } from '../../apps/story-login/src/story-persons';

/** A real OpenID provider beside the test, in a process of its own, with persons of the test's. */
export interface StoryLoginProcess {
  /** For `KULL_LOGINS`. */
  readonly file: string;
  readonly origin: string;
  close(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};

const FEIDE_NAME = 'https://n.feide.no/claims/eduPersonPrincipalName';

/** As Feide's client: it shows by a key that it is itself, and the two others by a secret. */
const clientKey = {
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  kid: 'kull-1',
  alg: 'ES256',
} as ClientKey;

/** The three ways of the demonstration; ID-porten wants its highest level. */
export const storyLogins = (origin: string): LoginSettings[] => {
  const idPorten = {
    names: { nb: 'ID-porten', nn: 'ID-porten', en: 'ID-porten' },
    issuer: `${origin}/id-porten`,
    clientSecret: 'secret-of-the-test',
    scope: 'openid profile',
    acr: ['idporten-loa-high'],
    claim: 'pid',
  };
  const { clientSecret: _, ...withoutSecret } = idPorten;
  return [
    { ...idPorten, id: 'id-porten', clientId: 'kull', knows: 'person' },
    {
      ...withoutSecret,
      clientKey,
      id: 'feide',
      names: { nb: 'Feide', nn: 'Feide', en: 'Feide' },
      issuer: `${origin}/feide`,
      clientId: 'kull-staff',
      scope: 'openid',
      acr: [],
      knows: 'account',
      claim: FEIDE_NAME,
    },
    { ...idPorten, id: 'legeforeningen', clientId: 'kull-desk', knows: 'account' },
  ];
};

/** @param kull where the service of the test is reached */
export const startStoryLogin = async (kull: string, persons: readonly StoryPerson[]): Promise<StoryLoginProcess> => {
  const folder = mkdtempSync(join(tmpdir(), 'kull-story-login-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const [file, personsFile] = [join(folder, 'logins.json'), join(folder, 'persons.json')];
  writeFileSync(file, JSON.stringify(storyLogins(origin)));
  writeFileSync(personsFile, JSON.stringify(persons));
  const child = fork(join(__dirname, '../../dist/apps/story-login/src/main.js'), {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      KULL_LOGINS: file,
      KULL_BASE_URL: kull,
      KULL_STORY_PORT: String(port),
      KULL_STORY_PERSONS: personsFile,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const started = await Promise.race([once(child, 'message').then(() => true), once(child, 'exit').then(() => false)]);
  if (!started) throw new Error('The log-in did not start');
  return {
    file,
    origin,
    close: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
